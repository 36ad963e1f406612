"""Fills: one colour and one texture a theme, stripes of several."""

from typing import get_args

import pytest

from escwg_map.atlas import Atlas
from escwg_map.cartography.patterns import STRIPE, Texture, fill_id, stripes, texture
from escwg_map.records.theme import Pattern


@pytest.mark.parametrize("pattern", get_args(Pattern))
def test_every_pattern_of_the_register_is_drawn(atlas: Atlas, pattern: Pattern) -> None:
    theme = atlas.themes["demand"].model_copy(update={"pattern": pattern})

    assert bool(texture(theme).marks) is (pattern != "solid")


def test_a_texture_has_the_colour_and_the_name_of_its_theme(atlas: Atlas) -> None:
    drawn = texture(atlas.themes["demand"])

    assert (drawn.id, drawn.colour) == ("fill-demand", "#1c3f7f")


def test_no_two_textures_are_alike(atlas: Atlas) -> None:
    drawn = [texture(theme) for theme in atlas.themes.values()]

    assert len({each.marks for each in drawn}) == len({each.id for each in drawn}) == 7


@pytest.mark.parametrize(
    ("colour", "marks"),
    [
        ("#000000", "#ffffff"),
        ("#1c3f7f", "#ffffff"),
        ("#ffffff", "#0b0c0c"),
        ("#e8b0e8", "#0b0c0c"),
    ],
    ids=["black", "dark blue", "white", "pink"],
)
def test_marks_stand_out_from_their_colour(colour: str, marks: str) -> None:
    assert Texture("fill", colour, "M0,0").mark_colour == marks


def test_stripes_are_bands_of_each_theme_in_the_order_given() -> None:
    drawn = stripes(["first-response", "demand", "estates"])

    assert drawn.fills == ("fill-first-response", "fill-demand", "fill-estates")
    assert drawn.id == "fill-first-response-demand-estates"
    assert drawn.size == 3 * STRIPE


def test_the_fill_of_one_theme_is_its_texture(atlas: Atlas) -> None:
    assert fill_id(["demand"]) == texture(atlas.themes["demand"]).id
