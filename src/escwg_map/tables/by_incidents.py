"""What counts of incidents add to the tables to take away: columns, and values for every row.

A value is a number or a star. `exact` stands in every row, so that no part of a file can be taken
for what it is not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import find_reached
from escwg_map.coverage.grouping import KeyOf, by_scheme, by_theme
from escwg_map.demand.incidents import Incidents
from escwg_map.tables.data import DataTable, Value

_OF_GROUND = ("incidents", "exact")
_OF_GAPS = ("incidents", "incidents_reached", "incidents_outside", "exact")
_OF_COVERAGE = ("incidents", "incidents_share", "incidents_outside", "exact")

INCIDENT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("areas", "cells", "overlaps", "strangers", "lonely-cells"), _OF_GROUND),
    **dict.fromkeys(("gaps", "gaps-by-scheme"), _OF_GAPS),
    **dict.fromkeys(("coverage", "coverage-by-scheme"), _OF_COVERAGE),
}
"""The columns that each table gets, by the name of the export; others get none."""

Row = Mapping[str, Any]
Values = tuple[Value, ...]


def incident_values(
    what: str, rows: Iterable[Row], atlas: Atlas, within: str | None, incidents: Incidents
) -> list[Values]:
    """Give the values of these columns for the rows of a table, in their order.

    `within` is the area or the cell that the rows of coverage are of, if they are not of all.
    """
    rows = list(rows)
    return [
        (*values, incidents.is_exact)
        for values in _MADE[what](rows, atlas, tuple((within or "").split("-")), incidents)
    ]


def weighed_table(
    what: str, table: DataTable, atlas: Atlas, within: str | None, incidents: Incidents
) -> DataTable:
    """Add the columns and their values to a table."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    values = incident_values(what, rows, atlas, within, incidents)
    return DataTable(
        (*table.columns, *INCIDENT_COLUMNS[what]),
        tuple((*row, *more) for row, more in zip(table.rows, values, strict=True)),
    )


def _of_ground(*columns: str) -> Callable[..., Iterable[Values]]:
    """Make what gives the incidents of ground that some columns name by the codes of areas."""

    def values(rows: Sequence[Row], _: Atlas, __: object, incidents: Incidents) -> Iterable[Values]:
        for row in rows:
            yield (incidents.within(*(row[column] for column in columns)).plain,)

    return values


def _of_gaps(key: KeyOf) -> Callable[..., Iterable[Values]]:
    def values(
        rows: Sequence[Row], atlas: Atlas, __: object, incidents: Incidents
    ) -> Iterable[Values]:
        for row in rows:
            projects = [project for project in atlas.projects if key(project) == row["theme"]]
            fallen = incidents.fallen(projects, row["code"])
            yield fallen.whole.plain, fallen.inside.plain, fallen.outside.plain

    return values


def _of_coverage(key: KeyOf) -> Callable[..., Iterable[Values]]:
    def values(
        rows: Sequence[Row], atlas: Atlas, within: tuple[str, ...], incidents: Incidents
    ) -> Iterable[Values]:
        within = tuple(filter(None, within))
        cells = [cell for cell in atlas.cells if set(within) <= set(cell.codes)]
        groups = list(dict.fromkeys(row["theme"] for row in rows))
        found = find_reached(groups, atlas.projects, cells, key=key)
        for reached in found:
            fallen = incidents.fallen(reached.projects, *within)
            yield fallen.inside.plain, fallen.share, fallen.outside.plain

    return values


_CELLS = _of_ground("police_code", "fire_code", "ambulance_code")
_OVERLAPS = _of_ground("a_code", "b_code")
_MADE: Mapping[str, Callable[..., Iterable[Values]]] = {
    "areas": _of_ground("code"),
    "cells": _CELLS,
    "lonely-cells": _CELLS,
    "overlaps": _OVERLAPS,
    "strangers": _OVERLAPS,
    "gaps": _of_gaps(by_theme),
    "gaps-by-scheme": _of_gaps(by_scheme),
    "coverage": _of_coverage(by_theme),
    "coverage-by-scheme": _of_coverage(by_scheme),
}
