"""How many incidents fell where each theme has a project, and how many outside, for people."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import ANY, UNDER_WAY, Reached, find_reached
from escwg_map.demand.incidents import Incidents
from escwg_map.demand.rule import STAR, Published
from escwg_map.selection.ordering import SortKey
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.tables.coverage import coverage_table
from escwg_map.wording import share

T = TypeVar("T")

_COLUMNS = (
    Column("Theme"),
    Column("Live or pilot projects", numeric=True),
    Column("Incidents there", numeric=True),
    Column("Share", numeric=True),
    Column("Outside", numeric=True),
    Column("Projects of any status", numeric=True),
    Column("Incidents there", numeric=True),
    Column("Share", numeric=True),
    Column("Outside", numeric=True),
)


def reach_table(
    atlas: Atlas, incidents: Incidents | None, within: str | None = None, carried: str = ""
) -> Table:
    """List how far each theme reaches: in incidents where they are given, else in people."""
    if incidents is None:
        return coverage_table(atlas, within, carried)
    return incidents_table(atlas, incidents, within, carried)


def incidents_table(
    atlas: Atlas, incidents: Incidents, within: str | None = None, carried: str = ""
) -> Table:
    """List each theme with the incidents where it has at least one project, and those outside.

    In England and Wales, or within an area, by its code; `carried` is added to every link's query.
    """
    cells = [cell for cell in atlas.cells if within is None or within in cell.codes]
    area = (within,) if within else ()
    carried += f"&area={within}" if within else ""
    under_way = f"&status=live&status=pilot{carried}"
    reached = find_reached(list(atlas.themes), atlas.projects, cells)
    found = {(each.group, each.status): each for each in reached}
    rows = tuple(
        (
            Cell(theme.name, Target("projects", f"theme={theme.id}{carried}")),
            *_cells(found[theme.id, UNDER_WAY], incidents, area, under_way),
            *_cells(found[theme.id, ANY], incidents, area, carried),
        )
        for theme in atlas.themes.values()
    )
    return Table(f"Incidents where a theme has a project{exactly(incidents)}", _COLUMNS, rows)


def exactly(incidents: Incidents) -> str:
    """Say in a title that counts are exact, where they are."""
    return " (exact counts)" if incidents.is_exact else ""


def share_said(fraction: float | None) -> str:
    """Say a share of what is shown; a star where there is none to say."""
    return STAR if fraction is None else share(fraction)


def with_incidents(
    table: Table, numbers: Iterable[Published], incidents: Incidents, *, place: int | None = None
) -> Table:
    """Add a column of incidents to a table, one number a row, as the last or at a place."""
    column = Column(f"Incidents{exactly(incidents)}", numeric=True, sort=SortKey.INCIDENTS)
    rows = zip(table.rows, numbers, strict=True)
    return replace(
        table,
        columns=(*table.columns[:place], column, *_after(table.columns, place)),
        rows=tuple((*row[:place], Cell(number.text), *_after(row, place)) for row, number in rows),
    )


def _after(items: tuple[T, ...], place: int | None) -> tuple[T, ...]:
    return () if place is None else items[place:]


def _cells(
    reached: Reached, incidents: Incidents, within: tuple[str, ...], query: str
) -> tuple[Cell, ...]:
    projects = Target("projects", f"theme={reached.group}{query}")
    fallen = incidents.fallen(reached.projects, *within)
    return (
        Cell(str(len(reached.projects)), projects),
        Cell(fallen.inside.text),
        Cell(share_said(fallen.share)),
        Cell(fallen.outside.text),
    )
