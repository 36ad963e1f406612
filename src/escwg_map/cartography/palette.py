"""Colours and line styles that are the map's own; a theme's colour is data (`themes.csv`).

A test measures all of them for contrast and for how well they can be told apart.

The three outlines stay readable where borders coincide: the wide solid line lies below, the dashed
one above it, the dotted one on top.
"""

from msgspec import Struct

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

FILL_OPACITY = 0.82
"""How much a fill covers what lies below it; `static/js/lib/styles.js` draws with it."""

MARK_OPACITY = 0.45
"""How much the marks of a pattern cover its colour."""

BORDER = "#3b4347"
"""The border between areas: dark enough to bound every fill against the land, however light."""

INK = "#0b0c0c"
"""The darkest colour, of text, lines and dark marks."""

SELECTED = INK
"""The outline of the place that was selected."""

COUNT_COLOURS = ("#daead3", "#a2cb99", "#67a76a", "#3c864e", "#176a3b", "#044d28")
"""One hue from light to dark, for the number of projects that meet an area."""

TAKING_PART = "#d3ded0"
"""Calm: an area whose service takes part is no gap."""

REACHED = "#93adb8"
"""Between the two: an area that only other services' projects reach."""

GAP_COLOURS = ("#d6984c", "#aa6424", "#763d11")
"""Strong: a gap is what is looked for; the more people or incidents there, the darker."""

GAP_HIDDEN = "#f0d3a0"
"""A gap of which it is not said how much is there."""


class Outline(Struct, frozen=True):
    """How the borders of one layer are drawn over the areas: width and dashes in pixels."""

    colour: str
    width: float
    dashes: str | None
    says: str


FAR = 0.55
"""How wide outlines are on the whole country, of their width; `static/js/lib/styles.js` has it."""

OUTLINES = {
    Kind.POLICE: Outline("#4a6a94", 4.5, None, "wide solid line"),
    Kind.FIRE: Outline("#a3161a", 1.8, "7 5", "dashed line"),
    Kind.AMBULANCE: Outline("#0b0c0c", 3.0, "0.1 7", "dotted line"),
}
