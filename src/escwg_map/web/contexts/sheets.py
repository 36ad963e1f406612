"""What the templates of the sheets to print are given."""

from escwg_map.demand.incidents import Incidents
from escwg_map.selection import Selection
from escwg_map.tables.columns import GroupedTable
from escwg_map.web.area_facts import AreaFacts
from escwg_map.web.page import Page
from escwg_map.web.places import Place


class BriefingPage(Page, frozen=True):
    """One area on a sheet of paper."""

    facts: AreaFacts
    """What is known of it."""
    publication: str
    """The name of the publication, which says what it was made from."""


class PrintPage(Page, frozen=True):
    """The map of a selection on paper, with the place selected and the projects."""

    selection: Selection
    """What was asked for."""
    said: str
    """The selection in words."""
    table: GroupedTable
    """The projects under their themes."""
    place: Place | None
    """What there is at the place selected, if one is."""
    incidents: Incidents | None
    """The counts that gaps are weighed by, where they are asked for."""
    publication: str
    """The name of the publication, which says what it was made from."""
