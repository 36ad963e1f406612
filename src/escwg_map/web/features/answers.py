"""How a resource is sent: in which format, with which headers, and whether it has to be at all."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask import Response, request
from werkzeug.exceptions import NotAcceptable

from escwg_map.selection.parameters import word_of
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.json_text import json_text

JSON = "application/json"
GEOJSON = "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
HTML = "text/html"


class Format(StrEnum):
    """The formats, as the parameter `f` names them."""

    JSON = "json"
    HTML = "html"


_read_format = word_of(Format)


def format_asked(json_type: str = JSON) -> Format:
    """Which format is wanted: what `f` says, otherwise what the client likes best.

    Raises:
        BadSelection: `f` names none.
        NotAcceptable: the client takes neither.
    """
    if "f" in request.args:
        return _read_format("f", request.args.getlist("f"))
    offered = [json_type, json_type.partition(";")[0], JSON, HTML]
    best = request.accept_mimetypes.best_match(offered) if request.accept_mimetypes else JSON
    if best is None:
        raise NotAcceptable
    return Format.HTML if best == HTML else Format.JSON


def send_json(document: Mapping[str, Any], media_type: str = JSON) -> Response:
    """Send a document as JSON."""
    return send(json_text(document), media_type)


def send(body: str | bytes, media_type: str, system: ReferenceSystem | None = None) -> Response:
    """Send a body, or say that the client has it; `system` is that of its coordinates."""
    response = Response(body, content_type=media_type)
    if media_type == HTML:
        response.content_type = f"{HTML}; charset=utf-8"
    if system:
        response.headers["Content-Crs"] = f"<{system}>"
    response.vary.add("Accept")
    response.add_etag()
    response.make_conditional(request)
    return response
