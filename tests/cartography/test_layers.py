"""Layers that Folium draws empty."""

import pytest

from escwg_map.cartography.layers import areas_layer, cells_layer, outline_layer, selected_layer
from escwg_map.cartography.palette import NOTHING_RECORDED, OUTLINES
from escwg_map.vocabulary import Kind


@pytest.mark.parametrize("kind", Kind)
def test_an_outline_is_drawn_as_the_palette_says(kind: Kind) -> None:
    style = outline_layer(kind).options["style"]

    outline = OUTLINES[kind]
    assert (style["color"], style["weight"]) == (outline.colour, outline.width)
    assert (style["dashArray"], style["fill"]) == (outline.dashes, False)


def test_areas_are_those_of_nothing_recorded_until_they_are_coloured() -> None:
    assert areas_layer().options["style"]["fillColor"] == NOTHING_RECORDED


def test_cells_are_there_and_not_seen() -> None:
    assert cells_layer().options["style"] == {"stroke": False, "fillOpacity": 0}


def test_only_cells_are_clicked() -> None:
    others = [areas_layer(), selected_layer(), *map(outline_layer, Kind)]

    assert all(layer.options["interactive"] is False for layer in others)
    assert "interactive" not in cells_layer().options


def test_each_layer_has_a_pane_of_its_own() -> None:
    layers = [areas_layer(), selected_layer(), cells_layer(), *map(outline_layer, Kind)]

    assert len({layer.options["pane"] for layer in layers}) == 6
    assert {layer.options["pane"] for layer in layers} == {layer.layer_name for layer in layers}
