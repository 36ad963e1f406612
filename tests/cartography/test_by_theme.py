"""The map coloured by theme: its legend counts what the map shows."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.cartography.by_theme import legend_by_theme
from escwg_map.cartography.legend import MEETING, Legend
from escwg_map.vocabulary import Kind
from escwg_map.wording import NONE_RECORDED

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

    assert {row.theme.id: row.areas for row in legend.rows if row.theme and row.areas} == areas


def test_counts_the_projects_of_each_theme(police: Legend) -> None:
    counts = {row.theme.id: row.projects for row in police.rows if row.theme and row.projects}

    assert counts == {FIRST: 2, DEMAND: 1, ESTATES: 1}


def test_lists_every_theme_in_the_fixed_order_then_none(atlas: Atlas, police: Legend) -> None:
    assert [row.theme for row in police.rows] == [*atlas.themes.values(), None]


def test_names_each_row_as_the_theme_is_named(police: Legend) -> None:
    assert all(row.label == row.theme.name for row in police.rows if row.theme)


def test_the_last_row_counts_the_pale_areas(police: Legend) -> None:
    last = police.rows[-1]

    assert (last.fill, last.label, last.areas, last.projects) == (None, NONE_RECORDED, 1, None)


def test_fills_every_area_of_the_layer(police: Legend) -> None:
    assert police.fills == {
        "E23000901": None,
        "E23000902": ALL_THREE,
        "E23000903": "fill-first-response-demand",
    }


def test_notes_how_many_areas_are_striped(police: Legend) -> None:
    assert police.note == (
        f"2 areas have several themes, shown as diagonal stripes of all of them. {MEETING}"
    )


def test_prints_nothing_in_the_areas(police: Legend) -> None:
    assert police.labels == {}


def test_an_area_of_one_theme_has_its_texture(atlas: Atlas) -> None:
    demand = atlas.narrowed_to(p for p in atlas.projects if p.theme == DEMAND)

    legend = legend_by_theme(demand, Kind.POLICE)

    assert legend.fills["E23000902"] == "fill-demand"
    assert (legend.note, legend.stripes) == (MEETING, ())
