"""What the pictures draw, before they are written as SVG."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.cartography.area_picture import area_picture
from escwg_map.cartography.by_theme import legend_by_theme
from escwg_map.cartography.map_picture import first_view, map_picture
from escwg_map.cartography.palette import HIGHLIGHT, NOTHING_RECORDED
from escwg_map.cartography.picture import Picture
from escwg_map.cartography.project_picture import project_picture
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.ways import Colour
from escwg_map.vocabulary import Kind


def of_map(publication: Publication, query: Selection) -> Picture:
    """Draw the map of a selection of all Toyshire's projects."""
    here = publication.atlas.cells[0] if query.at else None
    return map_picture(query, publication.atlas, publication.drawn, "all projects", here)


@pytest.mark.parametrize("layer", Kind)
def test_the_map_fills_every_area_as_the_legend_says(publication: Publication, layer: Kind) -> None:
    picture = of_map(publication, Selection(layer=layer))

    fills = legend_by_theme(publication.atlas, layer).fills
    assert {patch.code: patch.fill for patch in picture.patches} == {
        code: fill or NOTHING_RECORDED for code, fill in fills.items()
    }


def test_the_map_defines_every_fill_that_it_uses(publication: Publication) -> None:
    picture = of_map(publication, Selection())

    defined = {each.id for each in picture.textures} | {each.id for each in picture.stripes}
    assert picture.fills
    assert set(picture.fills) <= defined


def test_the_map_has_the_outlines_asked_for(publication: Publication) -> None:
    picture = of_map(publication, Selection(outlines=(Kind.FIRE,)))

    assert [line.path for line in picture.lines] == [*publication.drawn.borders["fire"]]


@pytest.mark.parametrize("layer", Kind)
def test_what_is_seen_first_is_filled_as_the_map_is(publication: Publication, layer: Kind) -> None:
    selection = Selection(layer=layer, outlines=(Kind.FIRE,))

    first = first_view(selection, publication.atlas, publication.first_view)

    assert [(patch.code, patch.fill) for patch in first.patches] == [
        (patch.code, patch.fill) for patch in of_map(publication, selection).patches
    ]
    assert [line.path for line in first.lines] == [*publication.first_view.borders["fire"]]


def test_the_map_has_a_dot_a_project(publication: Publication) -> None:
    picture = of_map(publication, Selection())

    assert {dot.title for dot in picture.dots} == {p.title for p in publication.atlas.projects}


def test_the_place_selected_is_outlined_with_its_areas(publication: Publication) -> None:
    place = Selection.from_query([("at", "-1.85,52.7"), ("outlines", "none")])

    picture = of_map(publication, place)

    assert len(picture.lines) == 4
    assert picture.dots[-1].title == "The place selected"


def test_the_key_counts_what_the_legend_counts(publication: Publication) -> None:
    picture = of_map(publication, Selection())

    notes = {row.text: row.note for row in picture.key}
    assert notes["None recorded in the 2016 overview"] == "1 area"
    assert notes["First response and co-responding"] == "2 projects, 2 areas"


def test_an_area_stands_out_among_its_neighbours(publication: Publication) -> None:
    picture = area_picture(Kind.POLICE, "E23000902", publication.atlas, publication.drawn)

    assert [patch.code for patch in picture.patches if patch.fill == HIGHLIGHT] == ["E23000902"]
    own, fire = (publication.drawn.borders[kind] for kind in ("police", "fire"))
    assert [line.path for line in picture.lines[len(own) :][: len(fire)]] == [*fire]


def test_an_area_is_named_and_so_are_those_that_share_it(publication: Publication) -> None:
    picture = area_picture(Kind.POLICE, "E23000902", publication.atlas, publication.drawn)

    names = {label.text for label in picture.labels}
    assert {"Midtoy Police", "Westoy Fire", "Eastoy Fire", "Seaside Ambulance"} <= names


def test_a_footprint_has_the_fill_of_its_theme(atlas: Atlas, publication: Publication) -> None:
    picture = project_picture(atlas.project("forced-entry-westoy"), atlas, publication.drawn)

    filled = [(patch.code, patch.fill) for patch in picture.patches if not patch.is_plain]
    assert filled == [("E31000901", "fill-demand")]
    assert [dot.title for dot in picture.dots] == ["Toytown"]


def test_the_marker_of_a_project_lies_in_the_picture(
    atlas: Atlas, publication: Publication
) -> None:
    for project in atlas.projects:
        picture = project_picture(project, atlas, publication.drawn)
        (dot,) = picture.dots
        width, height = picture.frame.pixels
        assert 0 < dot.place[0] < width
        assert 0 < dot.place[1] < height


def test_the_map_of_numbers_prints_them(publication: Publication) -> None:
    picture = of_map(publication, Selection(colour=Colour.COUNT))

    assert sorted(label.text for label in picture.labels) == ["3", "3"]
