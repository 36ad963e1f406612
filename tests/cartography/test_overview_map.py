"""The map as Folium draws it: the same every time, from nowhere else, and without data."""

import re

import pytest

from escwg_map.cartography.overview_map import PANES, MapParts, draw_overview_map
from escwg_map.geography.overlay import Overlay
from escwg_map.publish.geometry import bounds
from escwg_map.publish.publication import Publication
from escwg_map.vocabulary import Kind

BOUNDS = (-2.0, 52.6, -1.4, 52.9)
GEOMETRY = ("overview.json", "detail.json")


@pytest.fixture(scope="module")
def parts() -> MapParts:
    """Toyshire's map."""
    return draw_overview_map(BOUNDS, geometry=GEOMETRY)


def test_is_the_same_byte_for_byte_when_drawn_again(parts: MapParts) -> None:
    assert draw_overview_map(BOUNDS, geometry=GEOMETRY) == parts


@pytest.mark.parametrize("part", ["html", "script", "style"])
def test_names_no_host(parts: MapParts, part: str) -> None:
    assert not re.search(r"https?:|//\w", getattr(parts, part))


@pytest.mark.parametrize("part", ["html", "script", "style"])
def test_loads_nothing(parts: MapParts, part: str) -> None:
    assert not re.search(r"<script|<link|<img|@import|url\(", getattr(parts, part))


def test_has_no_names_made_at_random(parts: MapParts) -> None:
    assert not re.search(r"[0-9a-f]{32}", parts.html + parts.script + parts.style)


def test_the_element_of_the_map_is_all_its_markup(parts: MapParts) -> None:
    assert re.fullmatch(r'\s*<div class="folium-map" id="map_1"\s*></div>\s*', parts.html)


@pytest.mark.parametrize(
    "layer", ["areas", *(f"outline_{kind}" for kind in Kind), "selected", "cells"]
)
def test_publishes_every_layer_for_the_page_s_script(parts: MapParts, layer: str) -> None:
    assert re.search(rf'escwgMap\.layers\["{layer}"\] = {layer}_\d+;', parts.script)


@pytest.mark.parametrize("name", GEOMETRY)
def test_finds_its_geometry_beside_its_own_script(parts: MapParts, name: str) -> None:
    assert f'new URL("{name}", document.currentScript.src).href' in parts.script


def test_lays_the_panes_over_each_other_in_order(parts: MapParts) -> None:
    levels = re.findall(r"style\.zIndex = (\d+)", parts.script)

    assert [int(level) for level in levels] == list(range(401, 401 + len(PANES)))


def test_only_the_cells_catch_the_pointer(parts: MapParts) -> None:
    assert PANES[-1] == "cells"
    assert parts.script.count("style.pointerEvents = 'none'") == len(PANES) - 1


def test_layers_are_drawn_empty(parts: MapParts) -> None:
    assert parts.script.count("L.geoJSON(null,") == 6


@pytest.mark.parametrize("code", ["E23000902", "E31000901", "RZ1", "Toyshire", "Westoy"])
def test_holds_no_data(publication: Publication, code: str) -> None:
    drawn = publication.folder / "map"

    assert code not in publication.map_html
    assert code not in (drawn / "map.js").read_text(encoding="utf-8")


def test_tells_the_page_how_far_the_ground_reaches(parts: MapParts) -> None:
    assert "bounds: [[52.6, -2.0], [52.9, -1.4]]" in parts.script


def test_the_ground_of_toyshire_lies_where_it_should(ground: Overlay) -> None:
    # 40 km by 30 km from easting 400,000 (2° W) and northing 300,000 (about 52.6° N).
    west, south, east, north = bounds(ground)

    assert (west, south) == pytest.approx((-2.0, 52.6), abs=0.01)
    assert (east - west, north - south) == pytest.approx((0.59, 0.27), abs=0.01)
