"""Maps as pictures: drawn here whole, for paper, for pages without script, for taking away."""

from flask import Blueprint, Response, render_template, request

from escwg_map.cartography.area_picture import area_picture
from escwg_map.cartography.map_picture import map_picture
from escwg_map.cartography.naming import SIZE
from escwg_map.cartography.palette import BORDER, NOTHING_RECORDED, SEA
from escwg_map.cartography.picture import Picture
from escwg_map.cartography.project_picture import project_picture
from escwg_map.exports.about import visible
from escwg_map.web.area_facts import layer_named
from escwg_map.web.current import publication, refuse_parameters, selection, weighed_by
from escwg_map.web.first_view import first_view_of
from escwg_map.web.places import place_of

pictures = Blueprint("pictures", __name__)

_PREVIEW = "preview.png"

_STRIP = 350
"""Pixels across that the key takes beside a map."""

_FOOT = 28
"""Pixels down that the key of the lines takes below a map."""


@pictures.get("/pictures/<any(map, 'map-with-key'):what>.svg")
def show_map_picture(what: str) -> Response:
    """Draw the map of a selection, with its key beside it when that is asked for."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    place = place_of(asked, atlas, publication())
    said = visible(asked.describe(everything))
    cell = place.cell if place else None
    picture = map_picture(asked, atlas, publication().drawn, said, cell, weighed_by(asked))
    return _svg(picture, strip=_STRIP if what == "map-with-key" else 0)


@pictures.get("/pictures/first-view.svg")
def show_first_view() -> Response:
    """Draw what is seen of a view before its map is drawn, exactly where that will be."""
    asked = selection()
    drawing = first_view_of(asked, asked.apply(publication().atlas))
    return _sent(render_template("pictures/first_view.svg", drawing=drawing))


@pictures.get("/pictures/preview.png")
def show_preview() -> Response:
    """Send the picture that other sites show beside a link."""
    refuse_parameters()
    served = publication()
    response = Response(served.read(_PREVIEW), content_type="image/png")
    response.set_etag(served.digests[_PREVIEW])
    response.make_conditional(request)
    return response


@pictures.get("/pictures/areas/<layer>/<code>.svg")
def show_area_picture(layer: str, code: str) -> Response:
    """Draw one area among its neighbours."""
    refuse_parameters()
    atlas, kind = publication().atlas, layer_named(layer)
    atlas.area(kind, code)
    return _svg(area_picture(kind, code, atlas, publication().drawn), foot=_FOOT)


@pictures.get("/pictures/projects/<project_id>.svg")
def show_project_picture(project_id: str) -> Response:
    """Draw where one project operates."""
    refuse_parameters()
    atlas = publication().atlas
    return _svg(project_picture(atlas.project(project_id), atlas, publication().drawn))


def _svg(picture: Picture, *, strip: int = 0, foot: int = 0) -> Response:
    body = render_template(
        "pictures/picture.svg",
        picture=picture,
        strip=strip,
        foot=foot,
        letters=SIZE,
        sea=SEA,
        border=BORDER,
        nothing=NOTHING_RECORDED,
    )
    return _sent(body)


def _sent(body: str) -> Response:
    response = Response(body, content_type="image/svg+xml; charset=utf-8")
    response.add_etag()
    response.make_conditional(request)
    return response
