"""Coverage: the people and the ground inside the footprints of a theme's (or scheme's) projects."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from escwg_map.coverage.grouping import KeyOf, by_theme
from escwg_map.geography.cells import Cell, Ground
from escwg_map.geography.footprint import footprint
from escwg_map.records.codes import Slug
from escwg_map.records.frozen import Frozen
from escwg_map.records.project import Project
from escwg_map.vocabulary import Status

UNDER_WAY = "live-or-pilot"
"""The sum people ask for first: projects that were live or on trial."""

ANY = "any"
"""Projects of whatever status, those planned or explored included."""


class Coverage(Frozen):
    """How far the projects of one theme (or scheme) reach, by status or by a sum of statuses.

    Shares are of all people (residents of 2011) and all ground of the cells that were asked about.
    People who live in several footprints count once.
    """

    theme: Slug
    status: str
    projects: int
    people: int
    people_share: float
    km2: float
    km2_share: float


class Reached(Struct, frozen=True):
    """The cells inside at least one footprint of some projects: one group's, of one status."""

    group: str
    status: str
    projects: tuple[Project, ...]
    cells: frozenset[Cell]


def find_coverage(
    groups: Sequence[str],
    projects: Sequence[Project],
    cells: Sequence[Cell],
    *,
    key: KeyOf = by_theme,
) -> Iterator[Coverage]:
    """Measure each group (themes, or schemes by their key) in some cells: all, an area's, or one.

    Statuses without projects are left out; the two sums are always given, zero or not.
    """
    whole = Ground.of(cells)
    for reached in find_reached(groups, projects, cells, key=key):
        part = Ground.of(cell for cell in cells if cell in reached.cells)
        km2_share, people_share = part.share_of(whole)
        yield Coverage(
            theme=reached.group,
            status=reached.status,
            projects=len(reached.projects),
            people=part.people,
            people_share=people_share,
            km2=part.km2,
            km2_share=km2_share,
        )


def find_reached(
    groups: Sequence[str],
    projects: Sequence[Project],
    cells: Sequence[Cell],
    *,
    key: KeyOf = by_theme,
) -> Iterator[Reached]:
    """Find the cells that each group reaches by each status, in the order of `find_coverage`."""
    for group in groups:
        mine = [p for p in projects if key(p) == group and footprint(p, cells)]
        for status in Status:
            if some := [project for project in mine if project.status is status]:
                yield _reached(group, status.value, some, cells)
        under_way = [p for p in mine if p.status in (Status.LIVE, Status.PILOT)]
        yield _reached(group, UNDER_WAY, under_way, cells)
        yield _reached(group, ANY, mine, cells)


def _reached(
    group: str, status: str, projects: Sequence[Project], cells: Sequence[Cell]
) -> Reached:
    reached = frozenset(cell for project in projects for cell in footprint(project, cells))
    return Reached(group, status, tuple(projects), reached)
