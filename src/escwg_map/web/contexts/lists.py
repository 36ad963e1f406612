"""What the templates of lists and of the matrix are given."""

from escwg_map.cartography.patterns import Texture
from escwg_map.charts.bars import BarChart
from escwg_map.charts.heat import HeatMap
from escwg_map.charts.timeline import Timeline
from escwg_map.demand.incidents import Incidents
from escwg_map.geography.cells import Ground
from escwg_map.records.figure import Figure
from escwg_map.records.theme import Scheme
from escwg_map.selection import Selection
from escwg_map.selection.ways import Weight
from escwg_map.tables.columns import Table
from escwg_map.web.filters import FilterForm
from escwg_map.web.page import Page
from escwg_map.web.project_list import ProjectList


class ProjectsPage(Page, frozen=True):
    """The projects of a selection."""

    selection: Selection
    """What was asked for."""
    said: str
    """The selection in words."""
    form: FilterForm
    """The filters with what is ticked."""
    textures: list[Texture]
    """The fills of the themes."""
    listed: ProjectList
    """The projects."""
    timeline: Timeline
    """When all projects of the selection started."""
    starts: Table
    """The same as a table."""
    undated: int
    """How many have no stated start."""
    scheme: Scheme | None
    """The scheme, where one alone was asked for."""
    figures: list[Figure]
    """The numbers that the overview gives for that whole scheme, and for no area."""


class AreasPage(Page, frozen=True):
    """The areas of a layer."""

    selection: Selection
    """What was asked for."""
    said: str
    """The selection in words."""
    table: Table
    """The areas."""
    weights: list[Weight]
    """What may be weighed by."""
    incidents: Incidents | None
    """The counts that areas are weighed by, where they are asked for."""
    jumps: list[tuple[str, str]]
    """Letters with the first area of each, where the areas are sorted by name."""


class GapsPage(Page, frozen=True):
    """The matrix of areas and themes."""

    selection: Selection
    """What was asked for."""
    said: str
    """The selection in words."""
    textures: list[Texture]
    """The fills of the themes."""
    heat: HeatMap
    """The matrix at a glance."""
    table: Table
    """The matrix in words."""
    whole: Ground
    """All ground and all people, of which coverage is a share."""
    bars: BarChart
    """How far each theme reaches, in people, in km² or in incidents."""
    coverage: Table
    """How many people live where each theme has a project, or how many incidents fell there."""
    weights: list[Weight]
    """What may be weighed by."""
    incidents: Incidents | None
    """The counts that it is weighed by, where they are asked for."""
    strangers: Table
    """Services that share ground but no project."""
    lonely: Table
    """Ground whose three services have no project together."""
