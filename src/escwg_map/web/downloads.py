"""What people take away: the same selection as on the pages, as files."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from escwg_map.atlas import Atlas
from escwg_map.coverage.grouping import by_scheme
from escwg_map.errors import NotRecorded
from escwg_map.exports.geojson import areas_geojson, projects_geojson
from escwg_map.selection import Selection
from escwg_map.tables import derived
from escwg_map.tables.data import DataTable
from escwg_map.vocabulary import Kind
from escwg_map.web.current import publication, refuse_parameters, selection
from escwg_map.wording import listing

downloads = Blueprint("downloads", __name__)


@downloads.get("/export/<what>.geojson")
def export_geojson(what: str) -> Response:
    """Send the areas or the projects of a selection."""
    asked, everything = selection(), publication().atlas
    atlas, said = asked.apply(everything), asked.describe(everything)
    match what:
        case "areas":
            name = f"{asked.layer}-areas"
            body = areas_geojson(atlas, asked.layer, publication().shapes[asked.layer], said)
        case "projects":
            name, body = "projects", projects_geojson(atlas, said)
        case _:
            raise NotRecorded(f"There is no export '{what}': take areas or projects.")
    return _file(body, "application/geo+json", f"escwg-map-{name}.geojson")


_TABLES: dict[str, Callable[[Atlas, Selection], DataTable]] = {
    "cells": lambda atlas, _: derived.cells(atlas),
    "coterminosity": lambda atlas, _: derived.coterminosity(atlas),
    "coverage": lambda atlas, asked: derived.coverage(atlas, asked.cell or asked.area),
    "coverage-by-scheme": lambda atlas, asked: derived.coverage(
        atlas, asked.cell or asked.area, key=by_scheme
    ),
    "gaps": lambda atlas, asked: derived.gaps(atlas, asked.layer),
    "gaps-by-scheme": lambda atlas, asked: derived.gaps(atlas, asked.layer, key=by_scheme),
    "lonely-cells": lambda atlas, _: derived.lonely_cells(atlas),
    "meets": lambda atlas, _: derived.meets(atlas),
    "overlaps": lambda atlas, _: derived.overlaps(atlas),
    "strangers": lambda atlas, _: derived.strangers(atlas),
}
_FORMATS: dict[str, tuple[str, Callable[[DataTable], str]]] = {
    "csv": ("text/csv", DataTable.as_csv),
    "json": ("application/json", DataTable.as_json),
}


@downloads.get("/export/<what>.<any(csv, json):format_>")
def export_table(what: str, format_: str) -> Response:
    """Send a derived table of a selection."""
    asked, everything = selection(), publication().atlas
    if what not in _TABLES:
        raise NotRecorded(f"There is no table '{what}': take {listing(list(_TABLES))}.")
    table = _TABLES[what](asked.apply(everything), asked)
    content_type, write = _FORMATS[format_]
    return _file(write(table), content_type, f"escwg-map-{what}.{format_}")


_AREA_TABLES: dict[str, Callable[[Atlas, Kind, str], DataTable]] = {
    "coverage": lambda atlas, _, code: derived.coverage(atlas, code),
    "peers": derived.area_peers,
    "projects": derived.area_projects,
    "sharing": lambda atlas, _, code: derived.area_overlaps(atlas, code),
}


@downloads.get("/areas/<layer>/<code>/<what>.csv")
def export_area_table(layer: str, code: str, what: str) -> Response:
    """Send a table of an area's page."""
    refuse_parameters()
    atlas = publication().atlas
    if layer not in list(Kind) or what not in _AREA_TABLES:
        raise NotRecorded(f"There is no such table: take {listing(list(_AREA_TABLES))} of an area.")
    atlas.area(Kind(layer), code)
    table = _AREA_TABLES[what](atlas, Kind(layer), code)
    return _file(table.as_csv(), "text/csv", f"escwg-map-{code}-{what}.csv")


def _file(body: str, content_type: str, name: str) -> Response:
    response = Response(body, content_type=f"{content_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.add_etag()
    response.make_conditional(request)
    return response
