"""The rows of each list, from the same tables as the exports."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from escwg_map.demand.incidents import ranks
from escwg_map.exports import contents
from escwg_map.records.service import Service
from escwg_map.search.entries import Entry
from escwg_map.selection.area_order import areas_in_order
from escwg_map.selection.project_order import projects_in_order
from escwg_map.tables import derived
from escwg_map.tables.by_incidents import INCIDENT_COLUMNS, incident_values
from escwg_map.tables.data import DataTable, rounded
from escwg_map.web import absolute
from escwg_map.web.api.asking import Asked
from escwg_map.web.findings import finding_of

Row = Mapping[str, Any]


def projects(asked: Asked) -> list[Row]:
    """List the projects, in the order asked for."""
    rows = rows_of(contents.PROJECTS, contents.projects(asked.atlas).rows)
    by_id = {row["id"]: row for row in rows}
    return [by_id[project.id] for project in projects_in_order(asked.atlas, asked.selection.sort)]


def services(asked: Asked) -> list[Row]:
    """List all services, in the order of their codes."""
    return [service_row(asked, service) for service in asked.atlas.services.values()]


def areas(asked: Asked) -> list[Row]:
    """List the areas of a layer, in the order asked for."""
    layer = asked.selection.layer
    found = contents.areas(asked.atlas, layer, asked.served.grounds).rows
    rows = _weighed("areas", rows_of(contents.AREAS, found), asked)
    by_code = {row["code"]: row for row in rows}
    numbers = ranks(asked.incidents.by_area(by_code) if asked.incidents else None)
    order = areas_in_order(asked.atlas, layer, asked.selection.sort, incidents=numbers)
    return [by_code[code] for code in order]


def cells(asked: Asked) -> list[Row]:
    """List the cells."""
    return _weighed("cells", _rows(derived.cells(asked.atlas)), asked)


def overlaps(asked: Asked) -> list[Row]:
    """List the overlaps of all pairs of layers, or of those given, or of one area.

    Areas of one layer share no ground: with itself a layer has no overlaps.
    """
    one, other, area = asked.layer, asked.other, asked.selection.area
    if one and one is other:
        return []
    atlas = asked.atlas
    found = derived.area_overlaps(atlas, area) if area else derived.overlaps(atlas, one, other)
    layers = {layer.value for layer in (one, other) if layer}
    rows = [row for row in _rows(found) if layers <= {row["a_layer"], row["b_layer"]}]
    return _weighed("overlaps", rows, asked)


def gaps(asked: Asked) -> list[Row]:
    """List what is recorded of each theme in each area of a layer."""
    return _weighed("gaps", _rows(derived.gaps(asked.atlas, asked.selection.layer)), asked)


def coverage(asked: Asked) -> list[Row]:
    """List how far the projects reach, in England and Wales, an area or a cell."""
    within = asked.selection.cell or asked.selection.area
    return _weighed("coverage", _rows(derived.coverage(asked.atlas, within)), asked)


def peers(asked: Asked) -> list[Row]:
    """List who takes part in projects of the one theme, the nearest to the area first."""
    selection, area = asked.selection, asked.selection.area
    assert area
    _ = asked.atlas  # refuses what the register does not hold
    atlas = selection.but(area=None).apply(asked.everything)
    rows = _rows(derived.peers(atlas, area, selection.theme[0]))
    return [{**row, "projects": tuple(row["projects"].split(";"))} for row in rows]


def finds(asked: Asked) -> list[Row]:
    """List what was found by typing, the best first."""
    found = asked.served.index.find(asked.selection.q or "")
    return [_find(asked, entry) for entry in found]


def service_row(asked: Asked, service: Service) -> Row:
    """Say what is known of a service in a list."""
    ground = asked.atlas.areas(service.kind).get(service.code)
    meets = asked.atlas.meets_in(service.kind, service.code)
    return {
        **service.model_dump(exclude={"notes"}),
        "km2": rounded(ground.km2) if ground else None,
        "people": ground.people if ground else None,
        "takes_part": sum(meet.takes_part for meet in meets),
        "reaches": sum(meet.reaches for meet in meets),
    }


def rows_of(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Row]:
    """Name the values of rows, numbers with the decimals that all files have."""
    return [dict(zip(columns, map(rounded, row), strict=True)) for row in rows]


def _rows(table: DataTable) -> list[Row]:
    return rows_of(table.columns, table.rows)


def _weighed(what: str, rows: list[Row], asked: Asked) -> list[Row]:
    """Add to rows what the exports add to theirs, where the call asks for incidents."""
    if asked.incidents is None:
        return rows
    within = asked.selection.cell or asked.selection.area
    added = incident_values(what, rows, asked.atlas, within, asked.incidents)
    names = INCIDENT_COLUMNS[what]
    return [
        {**row, **dict(zip(names, map(rounded, values), strict=True))}
        for row, values in zip(rows, added, strict=True)
    ]


def _find(asked: Asked, entry: Entry) -> Row:
    finding = finding_of(entry, asked.everything)
    return {
        "subject": entry.subject,
        "key": entry.key,
        "name": finding.name,
        "detail": finding.detail,
        "page": absolute.to(finding.address),
        "on_map": absolute.to(finding.on_map) if finding.on_map else None,
    }
