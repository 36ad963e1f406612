"""The map of England and Wales as Folium draws it, taken apart for a page of our own.

Folium's defaults load ten files from four outside hosts. This map loads none: the page brings its
own Leaflet, and Folium's markup and script are served as files of the app.
"""

import re
from collections.abc import Iterator
from itertools import count
from textwrap import dedent

import folium
from branca.element import Element, Figure
from folium.map import CustomPane
from msgspec import Struct

from escwg_map.cartography.layers import (
    PublishedMap,
    areas_layer,
    cells_layer,
    outline_layer,
    selected_layer,
)
from escwg_map.vocabulary import Kind

PANES = ["areas", *(f"outline_{kind}" for kind in Kind), "selected", "cells"]
"""From the lowest to the highest; markers lie above them all."""


class LeafletOnlyMap(folium.Map):
    """A Folium map that asks for no script and no style: the page has them already.

    The lists are replaced, never added to: Folium's own `add_js_link` changes every later map.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - Folium's own type
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class MapParts(Struct, frozen=True):
    """What Folium drew: the element that holds the map, its script and its style."""

    html: str
    script: str
    style: str


def draw_overview_map(
    bounds: tuple[float, float, float, float], *, geometry: tuple[str, str]
) -> MapParts:
    """Draw the map of the ground in these bounds (minx, miny, maxx, maxy in WGS 84 degrees).

    The page's script fits the map to them: Folium's own way moves it there, and would undo what
    the script shows meanwhile.

    `geometry` are the addresses of the TopoJSON, coarse and fine, relative to that of the script.
    """
    west, south, east, north = bounds
    overview = LeafletOnlyMap(
        location=[(south + north) / 2, (west + east) / 2],
        tiles=None,
        zoom_start=6,
        control_scale=True,
        attribution_control=False,
        zoom_snap=0.25,
        keyboard=False,  # the page's script moves a crosshair instead
    )
    # Folium gives the constructor's zoom limits to tile layers only, and this map has none.
    overview.options |= {
        "min_zoom": 5,
        "max_zoom": 13,
        "max_bounds": [[south - 4, west - 8], [north + 4, east + 8]],
    }
    PublishedMap(*geometry, bounds=[[south, west], [north, east]]).add_to(overview)
    for z_index, pane in enumerate(PANES, start=401):
        CustomPane(pane, z_index=z_index, pointer_events=pane == "cells").add_to(overview)
    areas_layer().add_to(overview)
    for kind in Kind:
        outline_layer(kind).add_to(overview)
    selected_layer().add_to(overview)
    cells_layer().add_to(overview)
    return _parts(overview)


def _parts(overview: folium.Map) -> MapParts:
    _pin_names(overview)
    figure = overview.get_root()
    if not isinstance(figure, Figure):
        raise TypeError("a folium map stands in a figure")
    # Folium has no public way to its parts.
    for child in figure._children.values():
        child.render()
    header = [child.render() for child in figure.header._children.values()]
    return MapParts(
        html=figure.html.render(),
        script=_inside("script", header) + figure.script.render(),
        style=_inside("style", header),
    )


def _pin_names(overview: folium.Map) -> None:
    """Name elements by their position in the tree: Folium's random names would differ each time."""
    numbers = count(1)
    for element in _tree(overview):
        element._id = str(next(numbers))


def _tree(element: Element) -> Iterator[Element]:
    yield element
    for child in element._children.values():
        yield from _tree(child)


def _inside(tag: str, fragments: list[str]) -> str:
    """Take what stands inside elements of one kind; the page has its own of the others."""
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", "\n".join(fragments), re.DOTALL)
    return "\n".join(dedent(text) for text in found)
