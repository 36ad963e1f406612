"""The matrix of areas and themes as a heat map: darker with the number of projects.

It is cut into panels as wide as a phone, which stand beside each other where there is room.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.coverage.gaps import ThemeInArea
from escwg_map.vocabulary import Kind
from escwg_map.wording import count, listing, share

WIDTH = 330
_NAMES = 134
"""Units for the names of areas, left of the squares."""

_SQUEEZED, _LONGEST_NAME = 18, 24
"""Letters from which a name is squeezed into that room, and is cut; the table has it whole."""

_LETTER, _SWATCH = 7.6, 24
"""Units that a letter of a heading takes at most, and those of the fill below it."""

_ROW = 22
_MOST_ROWS = 16
"""Rows of a panel: what a laptop shows at one glance."""

_SHADES = (
    ("#d3e3f3", "#0b0c0c"),
    ("#9cc1e4", "#0b0c0c"),
    ("#2f6ea8", "#ffffff"),
    ("#12355b", "#ffffff"),
)
"""Fills of one project, two, three, and four or more, each with the colour of its number."""

PALE, RULE = "#f7f6f2", "#8a9196"


class Square(Struct, frozen=True):
    """One theme in one area: a number, dotted a share where others only reach, or nothing."""

    x: float
    text: str
    fill: str
    ink: str
    dotted: bool


class Row(Struct, frozen=True):
    """One area: its name and its squares."""

    y: int
    name: str
    squares: tuple[Square, ...]

    @property
    def squeezed(self) -> int | None:
        """The units that a long name has to fit into; none where it does by itself."""
        return _NAMES - 5 if len(self.name) > _SQUEEZED else None


class Heading(Struct, frozen=True):
    """One theme above its column, in lines that are read upwards; `x` is the column's middle."""

    theme: str
    x: float
    lines: tuple[str, ...]


class Panel(Struct, frozen=True):
    """Some of the areas under all headings, with the words that say what it shows."""

    title: str
    says: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    side: float
    headings_height: int
    width: int = WIDTH
    row_height: int = _ROW

    @property
    def height(self) -> int:
        """Units from top to bottom."""
        return self.headings_height + _ROW * len(self.rows)


class HeatMap(Struct, frozen=True):
    """All panels, and the shades with what each means."""

    panels: tuple[Panel, ...]
    key: tuple[tuple[str, str, str], ...]


def heat_map(
    atlas: Atlas, layer: Kind, found: Sequence[ThemeInArea], codes: Sequence[str]
) -> HeatMap:
    """Draw what is recorded of each theme in the areas with these codes, in their order."""
    if not atlas.themes:
        return HeatMap((), tuple(_key()))
    entries = {(entry.code, entry.theme): entry for entry in found}
    panels = ceil(len(codes) / _MOST_ROWS) or 1
    rows = ceil(len(codes) / panels)
    parts = [codes[start : start + rows] for start in range(0, len(codes), rows or 1)]
    return HeatMap(tuple(_panel(atlas, layer, entries, part) for part in parts), tuple(_key()))


def _panel(
    atlas: Atlas,
    layer: Kind,
    entries: Mapping[tuple[str, str], ThemeInArea],
    codes: Sequence[str],
) -> Panel:
    themes = atlas.themes
    side = (WIDTH - _NAMES) / len(themes)
    headings = tuple(
        Heading(theme.id, _NAMES + (i + 0.5) * side, _two_lines(theme.name))
        for i, theme in enumerate(themes.values())
    )
    longest = max(len(line) for heading in headings for line in heading.lines)
    top = round(_SWATCH + _LETTER * longest)
    names = [_name(atlas, layer, code) for code in codes]
    rows = tuple(
        Row(
            top + number * _ROW,
            name,
            tuple(_square(entries[code, t], _NAMES + i * side) for i, t in enumerate(themes)),
        )
        for number, (code, name) in enumerate(zip(codes, names, strict=True))
    )
    ends = listing(names) if len(names) < 3 else f"{names[0]} to {names[-1]}"
    title = f"{layer.areas_label.capitalize()} by theme: {ends}"
    return Panel(title, _said(rows), headings, rows, side, top)


def _square(entry: ThemeInArea, x: float) -> Square:
    if entry.takes_part:
        fill, ink = _SHADES[min(entry.takes_part, len(_SHADES)) - 1]
        return Square(x, str(entry.takes_part), fill, ink, dotted=False)
    if entry.reaches:
        return Square(x, _reached(entry.reached_share), PALE, "#0b0c0c", dotted=True)
    return Square(x, "", PALE, "#0b0c0c", dotted=False)


def _reached(fraction: float) -> str:
    """Say a share in three letters, without the `over` and `under` that the table has."""
    said = share(fraction).split()[-1]
    return "all" if said == "100%" else said


def _name(atlas: Atlas, layer: Kind, code: str) -> str:
    name = atlas.services[code].short_name.removesuffix(f" {layer.capitalize()}")
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _two_lines(name: str) -> tuple[str, ...]:
    """Break a name near its middle, the first line the longer one."""
    words = name.split()
    best = min(
        range(1, len(words) + 1),
        key=lambda n: max(len(" ".join(words[:n])), len(" ".join(words[n:]))),
    )
    return tuple(" ".join(part) for part in (words[:best], words[best:]) if part)


def _said(rows: Sequence[Row]) -> str:
    squares = [square for row in rows for square in row.squares]
    numbers = sum(bool(square.text) and not square.dotted for square in squares)
    reached = sum(square.dotted for square in squares)
    empty = len(squares) - numbers - reached
    return (
        f"Of {count(len(squares), 'pair')} of an area and a theme, the service takes part in "
        f"projects in {numbers}, others only reach {reached}, and in {empty} none is recorded. "
        "The table below says the same in words."
    )


def _key() -> Iterator[tuple[str, str, str]]:
    for number, (fill, ink) in enumerate(_SHADES, start=1):
        yield f"{number}{'+' if number == len(_SHADES) else ''}", fill, ink
