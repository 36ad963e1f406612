"""The legend counts what the map shows."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import Legend, legend_by_theme
from escwg_map.vocabulary import Kind

FIRST, DEMAND, ESTATES = "first-response", "demand", "estates"
ALL_THREE = "fill-first-response-demand-estates"


@pytest.fixture(scope="module")
def police(atlas: Atlas) -> Legend:
    """The legend of the map of police areas."""
    return legend_by_theme(atlas, Kind.POLICE)


@pytest.mark.parametrize(
    ("layer", "areas"),
    [
        (Kind.POLICE, {FIRST: 2, DEMAND: 2, ESTATES: 1}),
        (Kind.FIRE, {FIRST: 2, DEMAND: 1, ESTATES: 2}),
        (Kind.AMBULANCE, {FIRST: 2, DEMAND: 1, ESTATES: 2}),
    ],
)
def test_counts_the_areas_of_each_theme(atlas: Atlas, layer: Kind, areas: dict[str, int]) -> None:
    legend = legend_by_theme(atlas, layer)

    assert {row.theme.id: row.areas for row in legend.rows if row.areas} == areas


def test_counts_the_projects_of_each_theme(police: Legend) -> None:
    counts = {row.theme.id: row.projects for row in police.rows if row.projects}

    assert counts == {FIRST: 2, DEMAND: 1, ESTATES: 1}


def test_lists_every_theme_in_the_fixed_order(atlas: Atlas, police: Legend) -> None:
    assert [row.theme.id for row in police.rows] == list(atlas.themes)


def test_fills_every_area_of_the_layer(police: Legend) -> None:
    assert police.fills == {
        "E23000901": None,
        "E23000902": ALL_THREE,
        "E23000903": "fill-first-response-demand",
    }


def test_counts_the_areas_of_several_themes_and_of_none(police: Legend) -> None:
    assert (police.several, police.nothing) == (2, 1)


@pytest.mark.parametrize("layer", Kind)
def test_draws_every_fill_that_an_area_has(atlas: Atlas, layer: Kind) -> None:
    legend = legend_by_theme(atlas, layer)

    drawn = {each.id for each in legend.textures} | {each.id for each in legend.stripes}
    assert {fill for fill in legend.fills.values() if fill} <= drawn


def test_an_area_of_one_theme_has_its_texture(atlas: Atlas) -> None:
    demand = atlas.narrowed_to(p for p in atlas.projects if p.theme == DEMAND)

    legend = legend_by_theme(demand, Kind.POLICE)

    assert legend.fills["E23000902"] == "fill-demand"
    assert (legend.several, legend.stripes) == (0, ())
