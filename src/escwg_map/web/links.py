"""Every address that the app writes."""

from flask import url_for

from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point
from escwg_map.tables.columns import Target
from escwg_map.web.current import publication


def static(path: str) -> str:
    """Address a script, a style or a library of the current publication."""
    return published(f"static/{path}")


def published(path: str) -> str:
    """Address a file of the current publication; the address changes when the content does."""
    return url_for("assets.show_file", name=publication().name, path=path)


def map_page(selection: Selection) -> str:
    """Address the map of a selection."""
    return _with_query(url_for("pages.show_map"), selection.to_query())


def embed(selection: Selection) -> str:
    """Address the map alone, for a frame in somebody's page."""
    return _with_query(url_for("pages.show_embed"), selection.to_query())


def projects_page(selection: Selection) -> str:
    """Address the list of the projects of a selection."""
    return _with_query(url_for("records.show_projects"), selection.to_query())


def gaps_page(selection: Selection) -> str:
    """Address the matrix of a selection."""
    return _with_query(url_for("pages.show_gaps"), selection.to_query())


def areas_page(selection: Selection) -> str:
    """Address the list of the areas of a selection's layer."""
    return _with_query(url_for("records.show_areas"), selection.to_query())


def places_page(text: str = "") -> str:
    """Address the search, or what it finds for a text."""
    return url_for("searching.show_places", q=text or None)


def place(point: Point) -> str:
    """Address what there is at a place."""
    return _with_query(url_for("searching.show_places"), f"at={point}")


def about_page() -> str:
    """Address what this is."""
    return url_for("about.show_about")


def accessibility_page() -> str:
    """Address the accessibility statement."""
    return url_for("about.show_accessibility")


def data_page() -> str:
    """Address the downloads, the data dictionary and the report on quality."""
    return url_for("data_page.show_data")


def national_page() -> str:
    """Address the national agreements."""
    return url_for("pages.show_national")


def api_page() -> str:
    """Address what programs can ask for."""
    return url_for("api_page.show_api")


def register_file(name: str) -> str:
    """Address a file of the register, such as `projects.csv`; the address never changes."""
    return url_for("register_files.send_register_file", name=name)


def ogc() -> str:
    """Address the data for programs, as OGC API - Features."""
    return url_for("features.show_landing")


def boundaries_page(one: str, other: str) -> str:
    """Address the comparison of two layers."""
    return url_for("boundaries.show_boundaries", layer=one, other=other)


def pair(one: str, other: str) -> str:
    """Address the map of two services' outlines."""
    return url_for("boundaries.show_pair", one=one, other=other)


def export(what: str, selection: Selection, format_: str = "geojson") -> str:
    """Address a file of a selection: `areas` or another subject of the exports, in any format."""
    address = url_for("downloads.export_table", what=what, format_=format_)
    return _with_query(address, selection.to_query())


def table(what: str, selection: Selection, format_: str = "csv") -> str:
    """Address a derived table of a selection as a file, such as `gaps` or `coverage`."""
    return export(what, selection, format_)


def project(project_id: str) -> str:
    """Address the page of a project."""
    return url_for("records.show_project", project_id=project_id)


def card(project_id: str) -> str:
    """Address a project in short."""
    return url_for("records.show_card", project_id=project_id)


def titles() -> str:
    """Address the titles of projects whose ids are added as parameters."""
    return url_for("records.send_titles")


def area(layer: str, code: str, weight: str | None = None) -> str:
    """Address the page of an area, by people unless a weight is named."""
    return url_for("records.show_area", layer=layer, code=code, weight=weight)


def target(target: Target) -> str:
    """Address what a table's cell points to."""
    match target.page:
        case "project":
            return project(target.id)
        case "area":
            return area(*target.id.split("/"))
        case "projects":
            return _with_query(url_for("records.show_projects"), target.id)
        case "pair":
            return pair(*target.id.split("/"))


def area_table(layer: str, code: str, what: str, weight: str | None = None) -> str:
    """Address a table of an area's page as CSV: `projects`, `sharing`, `coverage` or `peers`."""
    address = "downloads.export_area_table"
    return url_for(address, layer=layer, code=code, what=what, weight=weight)


def briefing(layer: str, code: str) -> str:
    """Address the printable briefing of an area."""
    return url_for("sheets.show_briefing", layer=layer, code=code)


def print_page(selection: Selection) -> str:
    """Address the printable sheet of a view of the map."""
    return _with_query(url_for("sheets.show_print"), selection.to_query())


def picture(selection: Selection, *, key: bool = False) -> str:
    """Address the map of a selection as a picture, with its key beside it if that is wanted."""
    what = "map-with-key" if key else "map"
    return _with_query(url_for("pictures.show_map_picture", what=what), selection.to_query())


def first_view(selection: Selection) -> str:
    """Address what is seen of a view before its map is drawn: no place makes a difference to it."""
    query = selection.but(at=None).to_query()
    return _with_query(url_for("pictures.show_first_view"), query)


def area_picture(layer: str, code: str) -> str:
    """Address the picture of an area among its neighbours."""
    return url_for("pictures.show_area_picture", layer=layer, code=code)


def project_picture(project_id: str) -> str:
    """Address the picture of where a project operates."""
    return url_for("pictures.show_project_picture", project_id=project_id)


def _with_query(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address
