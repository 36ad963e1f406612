"""What people take away: the same selection as on the pages, as GeoJSON."""

from flask import Blueprint, Response, request

from escwg_map.errors import NotRecorded
from escwg_map.exports.geojson import areas_geojson, projects_geojson
from escwg_map.web.current import publication, selection

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
    response = Response(body, content_type="application/geo+json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="escwg-map-{name}.geojson"'
    response.add_etag()
    response.make_conditional(request)
    return response
