"""What there is at a place: the three services, and every project that reaches it."""

from dataclasses import dataclass
from itertools import groupby

from escwg_map.atlas import Atlas
from escwg_map.geography.cells import Cell
from escwg_map.geography.locate import CellGround
from escwg_map.records.project import Project
from escwg_map.records.service import Service
from escwg_map.records.theme import Theme
from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point
from escwg_map.vocabulary import Kind


@dataclass(frozen=True)
class Place:
    """A place that was selected; `cell` is none at sea, on tidal water and abroad."""

    point: Point | None
    cell: Cell | None
    services: tuple[tuple[Kind, Service], ...] = ()
    projects: tuple[tuple[Theme, tuple[Project, ...]], ...] = ()
    not_recorded: tuple[Theme, ...] = ()

    @property
    def number(self) -> int:
        """How many projects reach the place."""
        return sum(len(projects) for _, projects in self.projects)


def place_of(selection: Selection, atlas: Atlas, ground: CellGround) -> Place | None:
    """Say what the narrowed atlas holds at the place selected; none when none is."""
    if selection.at is None:
        return None
    cell = ground.cell_at(selection.at.longitude, selection.at.latitude)
    if cell is None:
        return Place(selection.at, None)
    order = list(atlas.themes)
    here = sorted(atlas.projects_in(cell), key=lambda project: order.index(project.theme))
    grouped = groupby(here, key=lambda project: project.theme)
    projects = tuple((atlas.themes[theme], tuple(group)) for theme, group in grouped)
    found = {theme.id for theme, _ in projects}
    return Place(
        point=selection.at,
        cell=cell,
        services=tuple((layer, atlas.services[cell.code(layer)]) for layer in Kind),
        projects=projects,
        not_recorded=tuple(theme for theme in atlas.themes.values() if theme.id not in found),
    )
