"""oEmbed: what another site shows where somebody pastes a link to the map."""

import json
from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, Response, request, url_for
from markupsafe import escape

from escwg_map.errors import BadSelection, NotRecorded
from escwg_map.selection import Selection
from escwg_map.selection.parameters import did_you_mean, number, one, shown
from escwg_map.web import absolute, links
from escwg_map.web.current import publication

oembed = Blueprint("oembed", __name__)

TITLE = "Map of emergency services collaboration"
_WIDTH, _HEIGHT = 800, 640
"""Pixels of the frame, unless the site has less room."""

_LEAST, _MOST = 1, 10_000


@oembed.get("/oembed")
def show_oembed() -> Response:
    """Give the frame of the view that a link leads to, as https://oembed.com/ has it."""
    given = _given()
    asked = _view_of(one("url", given["url"]))
    if one("format", given["format"]) != "json":
        raise BadSelection("format", "This oEmbed answer comes as json alone.")
    width, height = (_no_more_than(name, given) for name in ("maxwidth", "maxheight"))
    body = {
        "version": "1.0",
        "type": "rich",
        "title": f"{TITLE}: {asked.describe(publication().atlas)}",
        "provider_name": "Emergency services collaboration map",
        "provider_url": absolute.to(url_for("pages.show_map")),
        "html": _frame(absolute.to(links.embed(asked)), width, height),
        "width": width,
        "height": height,
    }
    response = Response(json.dumps(body), content_type="application/json; charset=utf-8")
    response.add_etag()
    response.make_conditional(request)
    return response


_TAKES = {
    "url": [],
    "format": ["json"],
    "maxwidth": [str(_WIDTH)],
    "maxheight": [str(_HEIGHT)],
}
"""The parameters, with what they are when they are not given."""


def _given() -> dict[str, list[str]]:
    for name in request.args:
        if name not in _TAKES:
            near = did_you_mean(name, _TAKES)
            raise BadSelection(name, f"There is no parameter {shown(name)} here.{near}")
    given = {name: request.args.getlist(name) or default for name, default in _TAKES.items()}
    if not given["url"]:
        raise BadSelection("url", "Give the address of a view of the map as 'url'.")
    return given


def _view_of(address: str) -> Selection:
    """Read what a link to the map asks for.

    Raises:
        NotRecorded: the link leads elsewhere; oEmbed asks for a 404 then.
        BadSelection: its query string cannot be understood.
    """
    parts = urlsplit(address)
    pages = (url_for("pages.show_map"), url_for("pages.show_embed"))
    if parts.netloc != request.host or parts.path not in pages:
        raise NotRecorded(f"{shown(address)} is no address of this map.")
    asked = Selection.from_query(parse_qsl(parts.query, keep_blank_values=True))
    asked.apply(publication().atlas)
    return asked


def _no_more_than(name: str, given: dict[str, list[str]]) -> int:
    most = {"maxwidth": _WIDTH, "maxheight": _HEIGHT}[name]
    return min(most, number(_LEAST, _MOST)(name, given[name]))


def _frame(address: str, width: int, height: int) -> str:
    return (
        f'<iframe src="{escape(address)}" title="{escape(TITLE)}" width="{width}" '
        f'height="{height}" loading="lazy"></iframe>'
    )
