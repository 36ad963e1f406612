"""The matrix of areas and themes."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.tables.areas import NONE_RECORDED
from escwg_map.tables.columns import Cell, Target
from escwg_map.tables.gaps import gaps_table
from escwg_map.vocabulary import Kind


def cell_of(atlas: Atlas, layer: Kind, area: str, theme: str) -> Cell:
    table = gaps_table(atlas, layer)
    column = [heading.heading for heading in table.columns].index(atlas.themes[theme].name)
    (row,) = (row for row in table.rows if row[0].text == area)
    return row[column]


@pytest.mark.parametrize(
    ("layer", "area", "theme", "said"),
    [
        (Kind.POLICE, "Southtoy Police", "first-response", "1"),
        (Kind.POLICE, "Midtoy Police", "first-response", "reaches 50%"),
        (Kind.AMBULANCE, "Seaside Ambulance", "estates", "reaches 33%"),
        (Kind.FIRE, "Northtoy Fire", "first-response", NONE_RECORDED),
        (Kind.FIRE, "Westoy Fire", "wider", NONE_RECORDED),
    ],
    ids=["takes part", "reaches a half", "reaches a third", "nothing at all", "nothing of it"],
)
def test_says_what_is_recorded(atlas: Atlas, layer: Kind, area: str, theme: str, said: str) -> None:
    assert cell_of(atlas, layer, area, theme).text == said


def test_a_count_points_to_the_projects_that_it_counts(atlas: Atlas) -> None:
    cell = cell_of(atlas, Kind.POLICE, "Southtoy Police", "first-response")

    assert cell.target == Target("projects", "theme=first-response&service=E23000903")


def test_a_share_points_to_the_projects_that_reach(atlas: Atlas) -> None:
    cell = cell_of(atlas, Kind.POLICE, "Midtoy Police", "first-response")

    assert cell.target == Target("projects", "theme=first-response&area=E23000902")


def test_a_gap_points_nowhere_and_is_marked(atlas: Atlas) -> None:
    cell = cell_of(atlas, Kind.FIRE, "Northtoy Fire", "demand")

    assert (cell.target, cell.empty) == (None, True)


def test_has_a_column_for_each_theme_in_their_fixed_order(atlas: Atlas) -> None:
    headings = [column.heading for column in gaps_table(atlas, Kind.FIRE).columns]

    assert headings == ["Area", *(theme.name for theme in atlas.themes.values())]


def test_has_a_row_for_each_area_by_name(atlas: Atlas) -> None:
    names = [row[0].text for row in gaps_table(atlas, Kind.POLICE).rows]

    assert names == ["Midtoy Police", "Northtoy Police", "Southtoy Police"]


def test_never_says_that_nobody_works_together(atlas: Atlas) -> None:
    texts = {cell.text for row in gaps_table(atlas, Kind.FIRE).rows for cell in row if cell.empty}

    assert texts == {"None recorded"}
