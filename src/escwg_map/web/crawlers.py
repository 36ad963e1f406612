"""What programs that go through all pages read first: where they may go, and what there is."""

from collections.abc import Iterator

from flask import Blueprint, Response, render_template, request

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.web import absolute, links
from escwg_map.web.current import publication, refuse_parameters

crawlers = Blueprint("crawlers", __name__)

_NOT_FOR_CRAWLERS = ("/export/", "/places/suggestions")
"""Every selection can be had as a file, and whatever is typed has suggestions: there is no end."""


@crawlers.get("/robots.txt")
def show_robots() -> Response:
    """Let programs read every page, and lead them to the list of all."""
    refuse_parameters()
    lines = [
        "User-agent: *",
        *(f"Disallow: {request.script_root}{path}" for path in _NOT_FOR_CRAWLERS),
        "",
    ]
    lines.append(f"Sitemap: {absolute.sitemap()}")
    return _sent("\n".join(lines) + "\n", "text/plain")


@crawlers.get("/sitemap.xml")
def show_sitemap() -> Response:
    """List every page that is one of its own, and no other view of the same."""
    refuse_parameters()
    addresses = [absolute.to(address) for address in _pages(publication().atlas)]
    return _sent(render_template("crawlers/sitemap.xml", addresses=addresses), "application/xml")


def _pages(atlas: Atlas) -> Iterator[str]:
    yield links.map_page(Selection())
    yield links.projects_page(Selection())
    yield from (links.project(project.id) for project in atlas.projects)
    for layer in Kind:
        yield links.areas_page(Selection(layer=layer))
        yield from (links.area(layer, code) for code in atlas.areas(layer))
        yield links.gaps_page(Selection(layer=layer))
    for overlap in atlas.land.overlaps:
        yield links.pair(overlap.a_code, overlap.b_code)
    yield from (links.boundaries_page(*pair) for pair in _PAIRS)
    yield links.places_page()
    yield links.national_page()
    yield from (links.about_page(), links.accessibility_page(), links.data_page())
    yield links.api_page()


_PAIRS = (
    (Kind.POLICE, Kind.FIRE),
    (Kind.POLICE, Kind.AMBULANCE),
    (Kind.FIRE, Kind.AMBULANCE),
)


def _sent(body: str, kind: str) -> Response:
    response = Response(body, content_type=f"{kind}; charset=utf-8")
    response.add_etag()
    response.make_conditional(request)
    return response
