"""Addresses with the host before them, for other sites and for programs.

The host is that of the public address, or the one that the request named if it is trusted:
`outside` has put it into the request.
"""

from urllib.parse import urlencode

from flask import request, url_for

from escwg_map.errors import BadSelection
from escwg_map.selection import Selection


def to(address: str) -> str:
    """Put the host before an address of ours, as `links` writes them."""
    return request.host_url.rstrip("/") + address


def canonical() -> str:
    """The one address of this page, however its query string is written."""
    given = [(name, text) for name, text in request.args.items(multi=True) if text.strip()]
    try:
        query = Selection.from_query(given).to_query()
    except BadSelection:  # a page whose parameters are no selection's
        query = urlencode(given, safe=",")
    return request.base_url + (f"?{query}" if query else "")


def call(name: str, **path: str) -> str:
    """Address a call of the API by its name, such as `show_project` with an `id`."""
    return url_for(f"api.{name}", _external=True, **path)


def feed(selection: Selection) -> str:
    """Address the projects of a selection as a feed; what no filter says is left out."""
    query = selection.carried().removeprefix("&")
    return url_for("feed.show_feed", _external=True) + (f"?{query}" if query else "")


def catalogue() -> str:
    """Address what there is to take away, as DCAT."""
    return url_for("catalogue.show_catalogue", _external=True)


def sitemap() -> str:
    """Address the list of all pages."""
    return url_for("crawlers.show_sitemap", _external=True)


def oembed(selection: Selection) -> str:
    """Address what another site shows of a view of the map."""
    view = url_for("pages.show_map", _external=True)
    query = selection.to_query()
    return url_for("oembed.show_oembed", url=f"{view}?{query}" if query else view, _external=True)


def preview() -> str:
    """Address the picture that other sites show beside a link to the map."""
    return url_for("pictures.show_preview", _external=True)
