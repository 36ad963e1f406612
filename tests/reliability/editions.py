"""Which edition of the register an answer is of, and whether it is of one only.

Every title of an edition begins with its number, and every page names the publication that its
files are of: so an answer that was put together from two of them shows it.
"""

import re
from collections import Counter
from pathlib import Path

from reliability.clients import Answer
from sources.slips import rows_of
from toyshire.tables import write_rows

_NUMBER = re.compile(rb"Edition (\d+): ")
_NAME = re.compile(rb"/published/(\w+)/")
_FILE = re.compile(rb'(?:href|src)="(/published/\w+/[^"]+)"')


def write_edition(data: Path, number: int) -> None:
    """Begin every project's title with the number of the edition; the file changes at once."""
    rows = rows_of(data / "projects.csv")
    for row in rows:
        row["title"] = f"Edition {number}: {_NUMBER.sub(b'', row['title'].encode()).decode()}"
    write_rows(data / "projects.new", rows).replace(data / "projects.csv")


class Editions:
    """What was published, and what has been seen of it."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.numbers: dict[str, int] = {}
        """The edition that each publication holds, by its name."""
        self.unready: list[str] = []
        self._seen: Counter[tuple[str, frozenset[str], frozenset[int]]] = Counter()
        self._tagged: dict[tuple[str, str], int] = {}
        self._wrong: list[str] = []

    def see(self, answer: Answer) -> str | None:
        """Look at an answer; name a file of the page, which must be there too."""
        if answer.status != 200:
            if answer.path.startswith("/published/") and answer.status == 404:
                self._wrong.append(f"{answer.path} is not there, and a page names it")
            return None
        if answer.path == "/readyz" and b'"status":"pass"' not in answer.body.replace(b" ", b""):
            self.unready.append(answer.body.decode())
        if answer.path.startswith("/published/"):
            return None
        names = frozenset(name.decode() for name in _NAME.findall(answer.body))
        numbers = frozenset(map(int, _NUMBER.findall(answer.body)))
        self._seen[answer.path, names, numbers] += 1
        self._compare_tagged(answer)
        files = _FILE.findall(answer.body)
        return files[self._seen.total() % len(files)].decode() if files else None

    def _compare_tagged(self, answer: Answer) -> None:
        """The same address with the same tag must have the same body."""
        body = hash(answer.body)
        if answer.tag and self._tagged.setdefault((answer.path, answer.tag), body) != body:
            self._wrong.append(f"{answer.path} has two bodies with one tag")

    def mixed(self) -> list[str]:
        """List what was of two editions; all that was published must be known by now."""
        return [
            *self._wrong,
            *(
                f"{path} is of {sorted(names)} and of editions {sorted(numbers)}, {times} times"
                for (path, names, numbers), times in self._seen.items()
                if not self._is_one(names, numbers)
            ),
        ]

    def _is_one(self, names: frozenset[str], numbers: frozenset[int]) -> bool:
        if len(names) > 1 or len(numbers) > 1 or not names <= self.numbers.keys():
            return False
        return not (names and numbers) or {self.numbers[name] for name in names} == numbers
