"""The catalogue at its address."""

from flask import Blueprint, Response, request

from escwg_map.web import absolute
from escwg_map.web.catalogue.dcat import catalogue as described
from escwg_map.web.current import publication, refuse_parameters
from escwg_map.web.json_text import json_text

catalogue = Blueprint("catalogue", __name__)


@catalogue.get("/data/catalog.jsonld")
def show_catalogue() -> Response:
    """Send the catalogue as JSON-LD."""
    refuse_parameters()
    node = described(publication(), absolute.catalogue())
    response = Response(json_text(node, indent=1), content_type="application/ld+json")
    response.add_etag()
    response.make_conditional(request)
    return response
