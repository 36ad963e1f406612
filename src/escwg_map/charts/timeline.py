"""When projects started, as a row of blocks a year: one block a project, in its theme's fill."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from escwg_map.coverage.starts import Starts

WIDTH = 330
_YEARS, _NUMBERS = 62, 56
"""Units for the years on the left and the numbers on the right."""

_ROW, _BAR = 26, 18
_WIDEST = 12.0
_APART = 5
"""Units between what ran and what was only intended."""

_FEW_EMPTY = 2
"""Years running without a project that still get a row each."""


class Block(Struct, frozen=True):
    """The projects of one theme in one year."""

    theme: str
    x: float
    width: float
    intended: bool


class YearRow(Struct, frozen=True):
    """One year, or a run of years without a project."""

    y: int
    year: str
    blocks: tuple[Block, ...]
    text: str
    text_x: float


class Timeline(Struct, frozen=True):
    """All rows, the earliest year first."""

    title: str
    says: str
    rows: tuple[YearRow, ...]
    unit: float
    width: int = WIDTH
    row_height: int = _ROW
    bar_height: int = _BAR

    @property
    def height(self) -> int:
        """Units from top to bottom."""
        return _ROW * len(self.rows)


def timeline(found: Sequence[Starts], themes: Sequence[str]) -> Timeline:
    """Draw the starts of projects, themes in their fixed order."""
    most = max((starts.number for starts in found), default=1)
    unit = min(_WIDEST, (WIDTH - _YEARS - _NUMBERS - _APART) / most)
    rows = [_row(number * _ROW, run, themes, unit) for number, run in enumerate(_runs(found))]
    said = "; ".join(f"{row.year}: {row.text}" for row in rows)
    return Timeline("Projects by year of start", said, tuple(rows), round(unit, 2))


def _runs(found: Sequence[Starts]) -> list[list[Starts]]:
    """Put long runs of empty years together; every other year stands alone."""
    runs: list[list[Starts]] = []
    for empty, group in groupby(found, key=lambda starts: starts.number == 0):
        years = list(group)
        runs += [years] if empty and len(years) > _FEW_EMPTY else [[year] for year in years]
    return runs


def _row(y: int, run: Sequence[Starts], themes: Sequence[str], unit: float) -> YearRow:
    first, last = run[0], run[-1]
    if first is not last:
        return YearRow(y, f"{first.year}\N{EN DASH}{last.year % 100:02}", (), "none", _YEARS + 6)
    blocks = _blocks(first.under_way, themes, _YEARS, unit, intended=False)
    end = blocks[-1].x + blocks[-1].width if blocks else _YEARS
    start = end + _APART if blocks and first.intended else end
    later = _blocks(first.intended, themes, start, unit, intended=True)
    end = later[-1].x + later[-1].width if later else end
    return YearRow(y, str(first.year), (*blocks, *later), _text(first), round(end + 6, 1))


def _blocks(
    counts: Mapping[str, int], themes: Sequence[str], x: float, unit: float, *, intended: bool
) -> list[Block]:
    blocks = []
    for theme in themes:
        if width := counts.get(theme, 0) * unit:
            blocks.append(Block(theme, round(x, 1), round(width, 1), intended))
            x += width
    return blocks


def _text(starts: Starts) -> str:
    if not starts.number:
        return "none"
    if not starts.intended:
        return str(starts.number)
    if not starts.under_way:
        return f"{starts.number} (plan)"
    return f"{starts.under_way.total()} + {starts.intended.total()}"
