"""The ways to show a selection: words of the query string that narrow nothing."""

from enum import StrEnum


class View(StrEnum):
    """Which face of the selection is shown first."""

    MAP = "map"
    TABLE = "table"
    CARDS = "cards"


class Colour(StrEnum):
    """What the areas of the map are coloured by."""

    THEME = "theme"
    COUNT = "count"
    GAP = "gap"

    @property
    def label(self) -> str:
        """Say it on the form: `Number of projects`."""
        return _COLOUR_LABELS[self]


class Markers(StrEnum):
    """How the markers of projects stand where they would cover each other."""

    GROUPED = "grouped"
    SPREAD = "spread"
    NONE = "none"

    @property
    def label(self) -> str:
        """Say it on the form: `Spread out`."""
        return _MARKERS_LABELS[self]


class Weight(StrEnum):
    """What coverage is measured in."""

    PEOPLE = "people"
    KM2 = "km2"


_COLOUR_LABELS = {
    Colour.THEME: "Theme",
    Colour.COUNT: "Number of projects",
    Colour.GAP: "Gaps of the themes chosen",
}
_MARKERS_LABELS = {
    Markers.GROUPED: "Grouped where close",
    Markers.SPREAD: "Spread out",
    Markers.NONE: "None",
}
