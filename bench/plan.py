"""How often and how long is measured, and what is said where a program is missing."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from performance import Row

from escwg_map.settings import Settings

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv-bench" / "bin"
"""The programs of what people would take instead."""


@dataclass(frozen=True)
class Plan:
    """How much is measured: `rounds` of everything, loads of so many `seconds`."""

    quick: bool
    folder: Path
    """For what is made on the way."""

    @property
    def settings(self) -> Settings:
        """What is shipped, published in a place of its own."""
        return Settings(published=self.folder / "published")

    def fresh(self, name: str) -> Path:
        """Make a folder that is empty."""
        return Path(mkdtemp(prefix=f"{name}-", dir=self.folder))

    @property
    def rounds(self) -> int:
        """How often each thing is measured; its figure is the median."""
        return 1 if self.quick else 5

    @property
    def seconds(self) -> float:
        """How long a server is asked at a time."""
        return 1 if self.quick else 5


class NotMeasuredError(Exception):
    """Something that is needed to measure is not there; the message says what to install."""


def program(name: str, package: str) -> str:
    """Find a program of the system.

    Raises:
        NotMeasuredError: it is not installed.
    """
    # Debian keeps servers where only root looks.
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise NotMeasuredError(f"no {name} (apt-get install {package})")
    return found


def peer(name: str) -> str:
    """Find a program of the peers' own environment.

    Raises:
        NotMeasuredError: the environment has not been made.
    """
    path = PEERS / name
    if not path.is_file():
        raise NotMeasuredError("no .venv-bench (make bench makes it)")
    return str(path)


def unmeasured(questions: Sequence[Row], reason: object) -> Iterator[Row]:
    """Give the rows of questions that have no answer here."""
    for row in questions:
        yield Row(row.what, row.unit, row.bar, note=f"not measured: {reason}")


def answered(questions: Sequence[Row], measure: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    """Measure, or say of every question why it could not be."""
    try:
        yield from list(measure())
    except NotMeasuredError as missing:
        yield from unmeasured(questions, missing)
