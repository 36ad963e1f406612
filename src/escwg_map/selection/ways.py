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
    """What coverage and gaps are measured in; incidents only where somebody counted some."""

    PEOPLE = "people"
    KM2 = "km2"
    INCIDENTS = "incidents"

    @property
    def label(self) -> str:
        """Say it on the form and in links: `People`."""
        return _WEIGHT_LABELS[self]


_COLOUR_LABELS = {
    Colour.THEME: "Theme",
    Colour.COUNT: "Number of projects",
    Colour.GAP: "Gaps of the themes chosen",
}
_WEIGHT_LABELS = {
    Weight.PEOPLE: "People",
    Weight.KM2: "Ground",
    Weight.INCIDENTS: "Incidents",
}
_MARKERS_LABELS = {
    Markers.GROUPED: "Grouped where close",
    Markers.SPREAD: "Spread out",
    Markers.NONE: "None",
}
