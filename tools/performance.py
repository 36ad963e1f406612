"""What `make bench` measured, as `bench/results.json` keeps it, each figure beside its bar."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from escwg_map.disk.whole_file import write_file

FILE = Path(__file__).parents[1] / "bench" / "results.json"


@dataclass(frozen=True)
class Bar:
    """What a figure may be at most, or must be at least."""

    limit: float
    at_least: bool = False

    def is_met_by(self, figure: float) -> bool:
        """Whether a figure is on the right side of it."""
        return figure >= self.limit if self.at_least else figure <= self.limit


def at_most(limit: float) -> Bar:
    """A bar for what should be small."""
    return Bar(limit)


def at_least(limit: float) -> Bar:
    """A bar for what should be large."""
    return Bar(limit, at_least=True)


@dataclass(frozen=True)
class Row:
    """One figure; None where it could not be measured, and then the note says why.

    `beside` are the figures that it was made from, in the unit of their own.
    """

    what: str
    unit: str
    bar: Bar | None = None
    figure: float | None = None
    beside: Mapping[str, float] = field(default_factory=dict)
    beside_unit: str = ""
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is no bar, or nothing was measured."""
        if self.bar is None or self.figure is None:
            return None
        return self.bar.is_met_by(self.figure)


@dataclass(frozen=True)
class Part:
    """What was measured in one go: on which day, on what machine, how busy, and in what way."""

    on: str
    machine: str
    load: float
    """How many processes wanted a processor, in the minute before."""
    quick: bool
    """Whether it was a short run, which shows that the bench works and no more."""
    rows: tuple[Row, ...]


def read_parts(file: Path = FILE) -> dict[str, Part]:
    """Read what is kept, by the name of the part."""
    kept = json.loads(file.read_bytes()) if file.is_file() else {}
    return {name: _part(**part) for name, part in kept.items()}


def _part(*, rows: Sequence[Mapping[str, Any]], **facts: Any) -> Part:  # noqa: ANN401 - JSON
    return Part(**facts, rows=tuple(map(_row, rows)))


def _row(kept: Mapping[str, Any]) -> Row:
    bar = kept["bar"] and Bar(**kept["bar"])
    return Row(**{**kept, "bar": bar})


def keep_part(name: str, part: Part, order: Sequence[str], file: Path = FILE) -> None:
    """Keep one part in place of what was measured of it before; the others stay."""
    parts = read_parts(file) | {name: part}
    kept = {each: asdict(parts[each]) for each in order if each in parts}
    write_file(file, f"{json.dumps(kept, indent=2)}\n".encode())
