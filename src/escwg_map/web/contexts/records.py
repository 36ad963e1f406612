"""What the templates of single records, of boundaries and of errors are given."""

from typing import Any

from escwg_map.demand.incidents import Incidents
from escwg_map.geography.cells import Ground
from escwg_map.geography.shared_ground import Overlap
from escwg_map.records.figure import Figure
from escwg_map.records.national import Agreement, Commitment
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.records.service import Service
from escwg_map.records.theme import Scheme, Theme
from escwg_map.selection import Selection
from escwg_map.selection.ways import Weight
from escwg_map.tables.columns import Table
from escwg_map.vocabulary import Kind
from escwg_map.web.area_facts import AreaFacts
from escwg_map.web.page import Page


class ProjectPage(Page, frozen=True):
    """One project whole."""

    project: Project
    """The record."""
    theme: Theme
    """Its theme."""
    scheme: Scheme
    """Its scheme."""
    partners: list[Partner]
    """Who takes part, those in the lead first, then services."""
    figures: list[Figure]
    """The numbers that the overview gives."""
    services: dict[str, Service]
    """Whose areas its ground is made of, by their codes."""
    areas: Table
    """The areas that it meets."""
    related: list[Project]
    """The same undertaking, told elsewhere in the overview."""
    peers: Table
    """The nearest other projects of the theme."""
    on_map: Selection
    """The map of its scheme, with the place of its marker selected."""


class AreaPage(Page, frozen=True):
    """One area: its projects, its gaps, and who shares its ground."""

    facts: AreaFacts
    """What is known of it."""
    coverage: Table
    """How much of the area each theme reaches, or how many of its incidents fell there."""
    weights: list[Weight]
    """What may be weighed by."""
    incidents: Incidents | None
    """The counts that it is weighed by, where they are asked for."""
    on_map: Selection
    """The map with a place in the area selected."""


class NationalPage(Page, frozen=True):
    """The national agreements and programmes."""

    agreements: list[tuple[Agreement, list[Commitment], list[Figure]]]
    """Each with what it commits its parties to, and its numbers."""


class BoundariesPage(Page, frozen=True):
    """Two layers compared."""

    one: Kind
    """The layer that shares are said of first."""
    other: Kind
    """The layer it is compared with."""
    overlaps: Table
    """Every pair of areas that share ground."""
    matches: list[Table]
    """How well the areas of each layer match those of the other."""
    services: list[tuple[Kind, list[Service]]]
    """Every service, for the form that picks two."""
    map_html: str
    """The element that holds the map, as Folium drew it."""
    state: dict[str, Any]
    """Which borders to draw, for the map's script."""


class PairPage(Page, frozen=True):
    """Two services' outlines on one map."""

    one: Service
    """The first service."""
    other: Service
    """The second."""
    overlap: Overlap | None
    """The ground they share, if they share any."""
    grounds: list[Ground]
    """The ground of either."""
    together: list[Project]
    """The projects in which both take part."""
    map_html: str
    """The element that holds the map, as Folium drew it."""
    state: dict[str, Any]
    """Which cells are whose, for the map's script."""


class ErrorPage(Page, frozen=True):
    """What went wrong, and what would do."""

    message: str
    """What was wrong, in plain words."""
    status: int
    """The HTTP status."""
