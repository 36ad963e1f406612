"""Every address of the app, with a good value for each parameter that it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

Values = Mapping[str, str]

CELL = "E23000902-E31000901-RZ1"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
NAME_OF_FILE = "projects.csv"

LISTS = frozenset(("theme", "scheme", "status", "benefit", "kind", "outlines"))
"""The parameters of a selection that may be given more than once."""

FILTERS = {
    "theme": "demand",
    "scheme": "forced-entry",
    "status": "pilot",
    "benefit": "savings",
    "kind": "police",
    "service": "E23000902",
    "area": "E23000902",
    "cell": CELL,
    "from": "2010",
    "to": "2016",
    "q": "toytown",
}
PARTS = {"limit": "2", "offset": "0"}
SELECTION = {
    "layer": "fire",
    **FILTERS,
    **PARTS,
    "colour": "count",
    "outlines": "police",
    "markers": "spread",
    "at": "-1.85,52.7",
    "view": "table",
    "weight": "km2",
}
OF_PROJECTS, OF_AREAS = SELECTION | {"sort": "-title"}, SELECTION | {"sort": "-people"}
ITEMS = {
    "limit": "2",
    "offset": "0",
    "bbox": "-3,52,0,54",
    "bbox-crs": CRS84,
    "crs": CRS84,
    "datetime": "2014-01-01/..",
    "f": "json",
    "title": "A",
}


@dataclass(frozen=True)
class Door:
    """An address that answers; `needs` are parameters without which it does not."""

    address: str
    takes: Values = field(default_factory=dict)
    lists: frozenset[str] = frozenset()
    needs: Values = field(default_factory=dict)

    def asking(self, *pairs: tuple[str, str]) -> str:
        """Add parameters to the address; those that it needs are there unless they are given."""
        given = {name for name, _ in pairs}
        needed = [pair for pair in self.needs.items() if pair[0] not in given]
        return with_query(self.address, *needed, *pairs)


def with_query(address: str, *pairs: tuple[str, str]) -> str:
    """Add a query string to an address, every letter that is not plain written as bytes."""
    query = "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs)
    return f"{address}?{query}" if query else address


def _selecting(address: str, takes: Values = SELECTION) -> Door:
    return Door(address, takes, LISTS)


def _call(address: str, takes: Values, needs: Values | None = None) -> Door:
    needs = needs or {}
    lists = LISTS - needs.keys()
    return Door(f"/api/v1{address}", {**takes, **needs}, lists, needs)


_MAP = "http://localhost/?layer=fire"
_OEMBED = {"format": "json", "maxwidth": "300", "maxheight": "200"}
_COLLECTIONS = "/ogc/collections"
_F = {"f": "json"}

DOORS: Mapping[str, Door] = {
    "pages.show_map": _selecting("/", OF_PROJECTS),
    "pages.show_embed": _selecting("/embed", OF_PROJECTS),
    "pages.show_gaps": _selecting("/gaps", OF_AREAS),
    "pages.show_national": Door("/national"),
    "records.show_projects": _selecting("/projects", OF_PROJECTS),
    "records.show_project": Door("/projects/forced-entry-westoy"),
    "records.show_card": Door("/projects/forced-entry-westoy/card"),
    "records.send_titles": Door("/titles", {"id": "forced-entry-westoy"}, frozenset({"id"})),
    "records.show_areas": _selecting("/areas", OF_AREAS),
    "records.show_area": Door("/areas/police/E23000902"),
    "sheets.show_briefing": Door("/areas/police/E23000902/briefing"),
    "sheets.show_print": _selecting("/print"),
    "downloads.export_area_table": Door("/areas/police/E23000902/projects.csv"),
    "downloads.export_table": _selecting("/export/areas.geojson"),
    "downloads.refuse_export": Door("/export/areas"),
    "boundaries.show_boundaries": Door("/boundaries", {"layer": "police", "other": "ambulance"}),
    "boundaries.show_pair": Door("/boundaries/E23000902/E31000901"),
    "searching.show_places": Door("/places", {"q": "toytown", "at": "-1.85,52.7"}),
    "searching.show_suggestions": Door("/places/suggestions", {"q": "toytown"}),
    "pictures.show_map_picture": _selecting("/pictures/map-with-key.svg"),
    "pictures.show_first_view": _selecting("/pictures/first-view.svg"),
    "pictures.show_preview": Door("/pictures/preview.png"),
    "pictures.show_area_picture": Door("/pictures/areas/police/E23000902.svg"),
    "pictures.show_project_picture": Door("/pictures/projects/forced-entry-westoy.svg"),
    "about.show_about": Door("/about"),
    "about.show_accessibility": Door("/accessibility"),
    "data_page.show_data": Door("/data"),
    "register_files.send_register_file": Door(f"/data/{NAME_OF_FILE}"),
    "catalogue.show_catalogue": Door("/data/catalog.jsonld"),
    "feed.show_feed": _selecting("/feed.atom"),
    "crawlers.show_robots": Door("/robots.txt"),
    "crawlers.show_sitemap": Door("/sitemap.xml"),
    "health.show_that_it_lives": Door("/livez"),
    "health.show_whether_it_is_ready": Door("/readyz"),
    "security_txt.show_security_txt": Door("/.well-known/security.txt"),
    "oembed.show_oembed": Door("/oembed", {**_OEMBED, "url": _MAP}, needs={"url": _MAP}),
    "assets.show_file": Door("/published/NAME/static/css/app.css"),
    "api_page.show_api": Door("/api"),
    "api.show_landing": Door("/api/v1/"),
    "api.show_openapi": Door("/api/v1/openapi.json"),
    "api.list_projects": _call("/projects", {**FILTERS, **PARTS, "sort": "-title"}),
    "api.show_project": Door("/api/v1/projects/forced-entry-westoy"),
    "api.list_services": _call("/services", {**FILTERS, **PARTS}),
    "api.show_service": Door("/api/v1/services/RZ1"),
    "api.list_areas": _call("/areas", {"layer": "fire", **FILTERS, **PARTS, "sort": "-people"}),
    "api.list_cells": _call("/cells", {**FILTERS, **PARTS}),
    "api.list_overlaps": _call(
        "/overlaps", {"layer": "fire", "other": "police", "area": "E23000902", **PARTS}
    ),
    "api.list_gaps": _call("/gaps", {"layer": "fire", **FILTERS, **PARTS}),
    "api.list_coverage": _call("/coverage", {**FILTERS, **PARTS}),
    "api.list_peers": _call(
        "/peers", {"status": "pilot", **PARTS}, {"area": "E23000902", "theme": "demand"}
    ),
    "api.locate": _call("/locate", FILTERS, {"at": "-1.85,52.7"}),
    "api.search": _call("/search", PARTS, {"q": "toytown"}),
    "features.show_landing": Door("/ogc/", _F),
    "features.show_conformance": Door("/ogc/conformance", _F),
    "features.show_api": Door("/ogc/api", _F),
    "features.show_collections": Door(_COLLECTIONS, _F),
    "features.show_collection": Door(f"{_COLLECTIONS}/police", _F),
    "features.show_items": Door(f"{_COLLECTIONS}/projects/items", ITEMS),
    "features.show_item": Door(
        f"{_COLLECTIONS}/projects/items/forced-entry-westoy", {"crs": CRS84, **_F}
    ),
    "features.refuse": Door("/ogc/nonsense"),
}
"""By endpoint; `NAME` stands for the name of the publication."""

NEVER_ANSWER = ("downloads.refuse_export", "features.refuse", "security_txt.show_security_txt")
"""The doors that say what there is instead, and the one that nobody has set up here."""

ANSWERING = {name: door for name, door in DOORS.items() if name not in NEVER_ANSWER}


@dataclass(frozen=True)
class Addresses:
    """Writes the address of a door with parameters, as a publication has it."""

    publication: str

    def __call__(self, door: Door, *pairs: tuple[str, str]) -> str:
        """Write it."""
        return door.asking(*pairs).replace("NAME", self.publication)
