"""Fills as SVG patterns: a theme's colour with its texture, and stripes of several themes."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.cartography.palette import INK, MARK_OPACITY
from escwg_map.records.theme import Pattern, Theme

TILE = 12
"""Pixels along each side of a texture's tile."""

HATCHED = 24
"""Pixels along each side of a tile of hatching: room for one line or for many."""

STRIPE = 16
"""Pixels across each stripe of an area with several themes."""

_MARKS: Mapping[Pattern, str] = {
    "solid": "",
    "dots": "M3,3h0 M9,9h0",
    "diagonal": "M-2,2l4,-4 M0,12l12,-12 M10,14l4,-4",
    "crosshatch": "M0,6h12 M6,0v12",
    "horizontal": "M0,3h12 M0,9h12",
    "vertical": "M3,0v12 M9,0v12",
    "rings": "M6,3a3,3 0 1,0 0.01,0",
}


class Texture(Struct, frozen=True):
    """A fill: a tile of a colour with marks (an SVG path) drawn on it."""

    id: str
    colour: str
    marks: str
    size: int = TILE
    ink: str | None = None
    """The colour of the marks, where it is not left to the colour that they lie on."""
    mark_opacity: float = MARK_OPACITY

    @property
    def mark_colour(self) -> str:
        """White marks on a dark colour and dark ones on a light colour, unless the ink is given."""
        if self.ink:
            return self.ink
        red, green, blue = (int(self.colour[i : i + 2], 16) for i in (1, 3, 5))
        # The weights of ITU-R BT.601, good enough to tell light from dark.
        return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 150 else "#ffffff"


class Stripes(Struct, frozen=True):
    """The fill of an area with several themes: a band of each, equally wide, in the fixed order."""

    id: str
    fills: tuple[str, ...]
    band: int = STRIPE

    @property
    def size(self) -> int:
        """Pixels after which the stripes repeat."""
        return self.band * len(self.fills)


def texture(theme: Theme) -> Texture:
    """Make the fill of one theme."""
    return Texture(fill_id([theme.id]), theme.colour, marks_of(theme.pattern))


def theme_textures(atlas: Atlas) -> tuple[Texture, ...]:
    """Make the fill of every theme, which the form shows however the map is coloured."""
    return tuple(texture(theme) for theme in atlas.themes.values())


def marks_of(pattern: Pattern) -> str:
    """Draw the marks of a pattern, as an SVG path that fits a tile."""
    return _MARKS[pattern]


def hatching(lines: int) -> str:
    """Draw so many diagonal lines across a tile (`HATCHED`), for fills that differ in density."""
    steps = [HATCHED * number // lines for number in range(1, 2 * lines)] if lines else []
    return " ".join(f"M0,{step}l{step},-{step}" for step in steps)


def stripes(themes: Sequence[str]) -> Stripes:
    """Make the fill of several themes, given by their ids in the fixed order."""
    return Stripes(fill_id(themes), tuple(fill_id([theme]) for theme in themes))


def fill_id(themes: Sequence[str]) -> str:
    """Name the fill of these themes: `fill-demand`, `fill-demand-estates`."""
    return "-".join(["fill", *themes])
