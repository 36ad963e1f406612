"""The legend as data: what every fill on the map means, however its areas are coloured."""

from collections.abc import Mapping

from msgspec import Struct, field

from escwg_map.cartography.patterns import Stripes, Texture
from escwg_map.records.theme import Theme

MEETING = "An area counts where its service takes part or a project reaches its ground."
"""The note under a map that counts both ways in which a project and an area meet."""


class LegendRow(Struct, frozen=True):
    """One fill (none for the pale areas), in words, with the number of areas that have it.

    A row of a theme counts its projects too, and every area in which it is recorded.
    """

    fill: str | None
    label: str
    areas: int
    theme: Theme | None = None
    projects: int | None = None


class Legend(Struct, frozen=True):
    """What the fills mean, with everything that draws them.

    `fills` gives each area of the layer its fill, or none for a pale area; `labels` gives areas a
    short text to print in them, so that the number that a colour stands for can be read.
    """

    heading: str
    rows: tuple[LegendRow, ...]
    note: str
    fills: Mapping[str, str | None]
    textures: tuple[Texture, ...]
    stripes: tuple[Stripes, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
