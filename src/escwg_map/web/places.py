"""What there is at a place: the three services, and every project that reaches it."""

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from escwg_map.atlas import Atlas
from escwg_map.geography.cells import Cell
from escwg_map.publish.publication import Publication
from escwg_map.records.project import Project
from escwg_map.records.service import Service
from escwg_map.records.theme import Theme
from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point
from escwg_map.vocabulary import Kind

if TYPE_CHECKING:
    from escwg_map.geography.locate import CellGround

_BORDER = (-3.2, -1.95, 54.95)
"""Degrees: Scotland meets England between these longitudes, north of this latitude."""


class Place(Struct, frozen=True):
    """A place that was selected; `cell` is none far out at sea and abroad.

    Where the point asked for is just off land, `point` is the nearest land instead, and
    `metres_away` says how far that is. `partners` are their names by the id of the project.
    """

    point: Point
    cell: Cell | None
    services: tuple[tuple[Kind, Service], ...] = ()
    projects: tuple[tuple[Theme, tuple[Project, ...]], ...] = ()
    not_recorded: tuple[Theme, ...] = ()
    partners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    metres_away: float | None = None

    @property
    def number(self) -> int:
        """How many projects reach the place."""
        return sum(len(projects) for _, projects in self.projects)

    @property
    def by_the_border(self) -> bool:
        """Whether a point off the land of England may stand on that of Scotland."""
        west, east, south = _BORDER
        return west < self.point.longitude < east and self.point.latitude > south


def place_of(selection: Selection, atlas: Atlas, served: Publication) -> Place | None:
    """Say what the narrowed atlas holds at the place selected; none when none is.

    The ground is read for the first place that anybody selects, and not before.
    """
    return place_at(selection.at, atlas, served.ground) if selection.at else None


def place_at(point: Point, atlas: Atlas, ground: "CellGround") -> Place:
    """Say what an atlas holds at a point, or at the nearest land when that is within 5 km."""
    if cell := ground.cell_at(point.longitude, point.latitude):
        return _on_land(point, cell, atlas)
    if near := ground.land_near(point.longitude, point.latitude):
        shore = Point(near.longitude, near.latitude)
        return replace(_on_land(shore, near.cell, atlas), metres_away=near.metres)
    return Place(point, None)


def _on_land(point: Point, cell: Cell, atlas: Atlas) -> Place:
    order = list(atlas.themes)
    here = sorted(atlas.projects_in(cell), key=lambda project: order.index(project.theme))
    grouped = groupby(here, key=lambda project: project.theme)
    projects = tuple((atlas.themes[theme], tuple(group)) for theme, group in grouped)
    found = {theme.id for theme, _ in projects}
    return Place(
        point=point,
        cell=cell,
        services=tuple((layer, atlas.services[cell.code(layer)]) for layer in Kind),
        projects=projects,
        not_recorded=tuple(theme for theme in atlas.themes.values() if theme.id not in found),
        partners={p.id: tuple(partner.name for partner in atlas.partners_of(p)) for p in here},
    )
