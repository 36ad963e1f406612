"""The pages that answer: which services share this ground?"""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from escwg_map.errors import BadSelection, NotRecorded
from escwg_map.records.codes import kind_of
from escwg_map.records.service import Service
from escwg_map.selection.parameters import code as read_code
from escwg_map.selection.parameters import shown, word_of
from escwg_map.tables.overlaps import coterminosity_table, overlaps_table
from escwg_map.vocabulary import Kind
from escwg_map.web import links
from escwg_map.web.contexts.records import BoundariesPage, PairPage
from escwg_map.web.current import publication, read_parameters, refuse_parameters
from escwg_map.web.page import render

boundaries = Blueprint("boundaries", __name__)

_LAYERS = {"layer": Kind.POLICE, "other": Kind.FIRE}
"""The parameters of the page, with what they are when they are not given."""

_SERVICES = {"one": "", "two": ""}.keys()
"""The parameters of the form that picks two services."""


@boundaries.get("/boundaries")
def show_boundaries() -> str | BaseResponse:
    """Compare two layers: their overlaps, and how well their areas match.

    The form that picks two services sends them here, to be sent on to their own page.
    """
    if not _SERVICES.isdisjoint(request.args):
        return redirect(links.pair(*_two_services()))
    one, other = _two_layers()
    atlas = publication().atlas
    return render(
        BoundariesPage(
            title="Which services share this ground",
            one=one,
            other=other,
            overlaps=overlaps_table(atlas, one, other),
            matches=[coterminosity_table(atlas, *pair) for pair in ((one, other), (other, one))],
            services=[(layer, _services_of(layer)) for layer in Kind],
            map_html=publication().map_html,
            state={
                "both": [cell.id for cell in atlas.cells],
                "one": [],
                "other": [],
                "outlines": [[one, None], [other, None]],
            },
        )
    )


@boundaries.get("/boundaries/<one>/<other>")
def show_pair(one: str, other: str) -> str:
    """Draw the outlines of two services, and the ground that only one of them covers."""
    refuse_parameters()
    first, second = _service(one), _service(other)
    atlas, land = publication().atlas, publication().atlas.land
    mine, theirs = land.cells_of(one), land.cells_of(other)
    overlap = next((o for o in land.overlaps_of(one) if o.b_code == other), None)
    return render(
        PairPage(
            title=f"{first.short_name} and {second.short_name}",
            one=first,
            other=second,
            overlap=overlap,
            grounds=[land.areas[kind_of(code)][code] for code in (one, other)],
            together=[
                project
                for project in atlas.projects
                if {one, other} <= {partner.service for partner in atlas.partners_of(project)}
            ],
            map_html=publication().map_html,
            state={
                "both": sorted(mine & theirs),
                "one": sorted(mine - theirs),
                "other": sorted(theirs - mine),
                "outlines": [[kind_of(code), code] for code in (one, other)],
            },
        )
    )


def _two_layers() -> tuple[Kind, Kind]:
    given = _LAYERS | read_parameters(dict.fromkeys(_LAYERS, word_of(Kind)))
    if given["layer"] is given["other"]:
        raise BadSelection("other", "Areas of one layer share no ground: name two layers.")
    return given["layer"], given["other"]


def _two_services() -> tuple[str, str]:
    given = read_parameters(dict.fromkeys(_SERVICES, read_code))
    for name in _SERVICES:
        if name not in given:
            raise BadSelection(name, f"Name two services: '{name}' is missing.")
    return given["one"], given["two"]


def _services_of(layer: Kind) -> list[Service]:
    atlas = publication().atlas
    found = [atlas.services[code] for code in atlas.areas(layer)]
    return sorted(found, key=lambda service: service.name)


def _service(code: str) -> Service:
    atlas = publication().atlas
    if code not in atlas.services:
        raise NotRecorded(f"There is no service with the code {shown(code)}.")
    return atlas.area(kind_of(code), code)
