"""Colours and line styles that are the map's own; a theme's colour is data (`themes.csv`).

The three outlines stay readable where borders coincide: the wide solid line lies below, the dashed
one above it, the dotted one on top.
"""

from dataclasses import dataclass

from escwg_map.vocabulary import Kind

NOTHING_RECORDED = "#f7f6f2"
"""The fill of an area with nothing recorded, which is also the colour of plain land."""

INK = "#0b0c0c"
"""Names, and the outline of what a picture is of."""

INK_SOFT = "#505a5f"
"""Names of what is only near."""

HERE = "#ffdd00"
"""The place selected."""

HIGHLIGHT = "#fbe3a0"
"""The ground of the area that a picture is of."""

SEA = "#dfe8ee"
"""The water round the land, in pictures; `tokens.css` has the same for the map."""

BORDER = "#6f777b"
"""The border between areas of the layer that is shown."""


@dataclass(frozen=True)
class Outline:
    """How the borders of one layer are drawn over the areas: width and dashes in pixels."""

    colour: str
    width: float
    dashes: str | None
    says: str


OUTLINES = {
    Kind.POLICE: Outline("#4a6a94", 4.5, None, "wide solid line"),
    Kind.FIRE: Outline("#a3161a", 1.8, "7 5", "dashed line"),
    Kind.AMBULANCE: Outline("#0b0c0c", 3.0, "0.1 7", "dotted line"),
}
