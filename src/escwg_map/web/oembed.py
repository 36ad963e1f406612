"""oEmbed: what another site shows where somebody pastes a link to the map."""

from enum import StrEnum
from urllib.parse import parse_qsl

from flask import Blueprint, Response, url_for
from markupsafe import escape

from escwg_map.errors import BadSelection, NotRecorded
from escwg_map.selection import Selection
from escwg_map.selection.parameters import number, shown, text, word_of
from escwg_map.web import absolute, links
from escwg_map.web.current import publication, read_parameters, weighed_by
from escwg_map.web.json_text import json_answer

oembed = Blueprint("oembed", __name__)

TITLE = "Map of emergency services collaboration"
_WIDTH, _HEIGHT = 800, 640
"""Pixels of the frame, unless the site has less room."""

_LONGEST_ADDRESS = 2_000


class _Format(StrEnum):
    JSON = "json"


_READERS = {
    "url": text(_LONGEST_ADDRESS),
    "format": word_of(_Format),
    "maxwidth": number(1, 10_000),
    "maxheight": number(1, 10_000),
}


@oembed.get("/oembed")
def show_oembed() -> Response:
    """Give the frame of the view that a link leads to, as https://oembed.com/ has it."""
    given = read_parameters(_READERS)
    if "url" not in given:
        raise BadSelection("url", "Give the address of a view of the map as 'url'.")
    asked = _view_of(given["url"])
    width = min(_WIDTH, given.get("maxwidth", _WIDTH))
    height = min(_HEIGHT, given.get("maxheight", _HEIGHT))
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
    return json_answer(body)


def _view_of(address: str) -> Selection:
    """Read what a link to the map asks for.

    Raises:
        NotRecorded: the link leads elsewhere; oEmbed asks for a 404 then.
        BadSelection: its query string cannot be understood.
    """
    pages = [absolute.to(url_for(f"pages.{name}")) for name in ("show_map", "show_embed")]
    page, _, query = address.partition("#")[0].partition("?")
    if page not in pages:
        raise NotRecorded(f"{shown(address)} is no address of this map.")
    asked = Selection.from_query(parse_qsl(query, keep_blank_values=True))
    asked.apply(publication().atlas)
    weighed_by(asked)
    return asked


def _frame(address: str, width: int, height: int) -> str:
    return (
        f'<iframe src="{escape(address)}" title="{escape(TITLE)}" width="{width}" '
        f'height="{height}" loading="lazy"></iframe>'
    )
