"""Whatever the areas are coloured by, the legend draws and explains every fill."""

from itertools import product

import pytest

from escwg_map.atlas import Atlas
from escwg_map.cartography.colouring import legend_of
from escwg_map.selection import Selection
from escwg_map.selection.ways import Colour
from escwg_map.vocabulary import Kind, Status

every_map = pytest.mark.parametrize(
    "selection",
    [Selection(colour=c, layer=k) for c, k in product(Colour, Kind)],
    ids=lambda selection: selection.to_query() or "theme of police areas",
)


@pytest.mark.parametrize(
    ("colour", "heading"),
    [
        (Colour.THEME, "What the colours mean"),
        (Colour.COUNT, "Number of projects"),
        (Colour.GAP, "Gaps by people: all themes"),
    ],
)
def test_gives_the_legend_that_is_asked_for(atlas: Atlas, colour: Colour, heading: str) -> None:
    assert legend_of(Selection(colour=colour), atlas).heading == heading


@every_map
def test_draws_every_fill_that_an_area_has(atlas: Atlas, selection: Selection) -> None:
    legend = legend_of(selection, atlas)

    drawn = {each.id for each in legend.textures} | {each.id for each in legend.stripes}
    assert {fill for fill in legend.fills.values() if fill} <= drawn


@every_map
def test_draws_the_fill_of_every_theme_for_the_form(atlas: Atlas, selection: Selection) -> None:
    drawn = {each.id for each in legend_of(selection, atlas).textures}

    assert {f"fill-{theme}" for theme in atlas.themes} <= drawn


@every_map
def test_fills_every_area_of_the_layer(atlas: Atlas, selection: Selection) -> None:
    assert set(legend_of(selection, atlas).fills) == set(atlas.areas(selection.layer))


@pytest.mark.parametrize("colour", [Colour.COUNT, Colour.GAP])
def test_rows_share_the_areas_out(atlas: Atlas, colour: Colour) -> None:
    legend = legend_of(Selection(colour=colour), atlas)

    assert sum(row.areas for row in legend.rows) == len(legend.fills)


@pytest.mark.parametrize(("status", "said"), [((), False), ((Status.LIVE,), True)])
def test_gaps_say_when_filters_leave_projects_out(
    atlas: Atlas, status: tuple[Status, ...], *, said: bool
) -> None:
    selection = Selection(colour=Colour.GAP, theme=("demand",), status=status)

    legend = legend_of(selection, selection.apply(atlas))

    assert legend.note.endswith("Only projects that match the filters count.") is said
