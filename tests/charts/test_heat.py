"""The matrix as a heat map."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.charts.heat import HeatMap, Square, heat_map
from escwg_map.selection.area_order import areas_in_order
from escwg_map.vocabulary import Kind

SOUTHTOY, MIDTOY, NORTHTOY = "E23000903", "E23000902", "E23000901"


def drawn(atlas: Atlas, layer: Kind = Kind.POLICE) -> HeatMap:
    return heat_map(atlas, layer, atlas.themes_in_areas(layer), areas_in_order(atlas, layer))


def square_of(atlas: Atlas, area: str, theme: str) -> Square:
    (row,) = (row for row in drawn(atlas).panels[0].rows if row.name == area)
    return row.squares[list(atlas.themes).index(theme)]


@pytest.mark.parametrize(
    ("area", "theme", "text", "dotted"),
    [
        ("Southtoy", "first-response", "1", False),
        ("Midtoy", "first-response", "50%", True),
        ("Northtoy", "first-response", "", False),
    ],
    ids=["takes part", "only reached", "none recorded"],
)
def test_a_square_says_what_is_recorded(
    atlas: Atlas, area: str, theme: str, text: str, *, dotted: bool
) -> None:
    square = square_of(atlas, area, theme)

    assert (square.text, square.dotted) == (text, dotted)


def test_more_projects_are_darker(atlas: Atlas) -> None:
    entries = [
        entry.model_copy(update={"takes_part": number})
        for number, entry in enumerate(atlas.themes_in_areas(Kind.POLICE)[:7], start=1)
    ]

    squares = heat_map(atlas, Kind.POLICE, entries, [entries[0].code]).panels[0].rows[0].squares

    assert len({square.fill for square in squares}) == 4
    assert [square.text for square in squares] == ["1", "2", "3", "4", "5", "6", "7"]


def test_a_share_finds_room_in_its_square(atlas: Atlas) -> None:
    entry = atlas.themes_in_areas(Kind.POLICE)[0]
    shares = (0.001, 0.25, 0.999, 1.0)
    said = []
    for share in shares:
        reached = entry.model_copy(update={"takes_part": 0, "reaches": 1, "reached_share": share})
        others = [
            other.model_copy(update={"code": entry.code, "takes_part": 0, "reaches": 0})
            for other in atlas.themes_in_areas(Kind.POLICE)[1:7]
        ]
        heat = heat_map(atlas, Kind.POLICE, [reached, *others], [entry.code])
        said.append(heat.panels[0].rows[0].squares[0].text)

    assert said == ["1%", "25%", "99%", "all"]


def test_areas_follow_the_order_asked_for(atlas: Atlas) -> None:
    codes = [NORTHTOY, SOUTHTOY, MIDTOY]

    heat = heat_map(atlas, Kind.POLICE, atlas.themes_in_areas(Kind.POLICE), codes)

    assert [row.name for row in heat.panels[0].rows] == ["Northtoy", "Southtoy", "Midtoy"]


def test_many_areas_are_cut_into_panels_of_like_length(atlas: Atlas) -> None:
    codes = [NORTHTOY, SOUTHTOY, MIDTOY] * 15

    heat = heat_map(atlas, Kind.POLICE, atlas.themes_in_areas(Kind.POLICE), codes)

    assert [len(panel.rows) for panel in heat.panels] == [15, 15, 15]


def test_a_panel_says_in_words_what_it_shows(atlas: Atlas) -> None:
    panel = drawn(atlas, Kind.AMBULANCE).panels[0]

    assert panel.title == "Ambulance trust areas by theme: Seaside and Toyshire"
    assert panel.says.startswith("Of 14 pairs of an area and a theme, the service takes part")


def test_a_theme_is_named_in_two_lines(atlas: Atlas) -> None:
    headings = drawn(atlas).panels[0].headings

    assert headings[0].lines == ("First response", "and co-responding")


def test_no_themes_are_no_panels(atlas: Atlas) -> None:
    register = atlas.register.model_copy(update={"themes": (), "projects": (), "partners": ()})
    empty = Atlas(register, atlas.land, (), ())

    assert heat_map(empty, Kind.POLICE, [], [NORTHTOY]).panels == ()
