"""The projects of a selection as pages list them: in order, a page at a time, as table or cards."""

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.records.theme import Theme
from escwg_map.selection import Selection
from escwg_map.selection.loosening import Loosened, loosened
from escwg_map.selection.paging import Part, part_of
from escwg_map.selection.project_order import projects_in_order
from escwg_map.selection.ways import View
from escwg_map.tables.columns import Table
from escwg_map.tables.projects import projects_table

Card = tuple[Project, Theme, list[Partner]]


class ProjectList(Struct, frozen=True):
    """One page of the projects found; `cards` where they were asked for instead of the table.

    `loosened` says what to loosen where nothing was found.
    """

    part: Part[Project]
    table: Table
    cards: list[Card]
    loosened: list[Loosened]


def project_list(asked: Selection, atlas: Atlas, everything: Atlas) -> ProjectList:
    """List what the selection left of everything in `atlas`."""
    part = part_of(projects_in_order(atlas, asked.sort), asked)
    return ProjectList(
        part=part,
        table=projects_table(atlas, part.items, asked.sort),
        cards=[_card(atlas, p) for p in part.items] if asked.view is View.CARDS else [],
        loosened=[] if part.total else loosened(asked, everything),
    )


def _card(atlas: Atlas, project: Project) -> Card:
    return project, atlas.themes[project.theme], atlas.partners_of(project)
