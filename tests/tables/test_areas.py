"""Areas and what is recorded in each."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.meets import Meet
from escwg_map.tables.areas import NONE_RECORDED, area_projects_table, areas_table, meeting
from escwg_map.tables.columns import Target
from escwg_map.vocabulary import Kind

FIRST = "First response and co-responding"
DEMAND = "Demand management and rationalisation"
ESTATES = "Shared estates and assets"


def rows_of(atlas: Atlas, layer: Kind) -> dict[str, list[str]]:
    return {row[0].text: [cell.text for cell in row[1:]] for row in areas_table(atlas, layer).rows}


# Ground in km2, people, projects its service takes part in, projects that reach it, themes.
@pytest.mark.parametrize(
    ("layer", "name", "cells"),
    [
        (Kind.POLICE, "Midtoy Police", ["400", "4,000", "2", "3", f"{FIRST}; {DEMAND}; {ESTATES}"]),
        (Kind.POLICE, "Southtoy Police", ["400", "4,000", "2", "3", f"{FIRST}; {DEMAND}"]),
        (Kind.POLICE, "Northtoy Police", ["400", "8,000", "0", "0", NONE_RECORDED]),
        (Kind.FIRE, "Eastoy Fire", ["400", "4,000", "1", "3", f"{FIRST}; {ESTATES}"]),
        (Kind.AMBULANCE, "Seaside Ambulance", ["300", "4,000", "1", "3", f"{FIRST}; {ESTATES}"]),
    ],
)
def test_says_what_is_recorded_in_an_area(
    atlas: Atlas, layer: Kind, name: str, cells: list[str]
) -> None:
    assert rows_of(atlas, layer)[name] == cells


def test_lists_areas_by_name(atlas: Atlas) -> None:
    assert list(rows_of(atlas, Kind.FIRE)) == ["Eastoy Fire", "Northtoy Fire", "Westoy Fire"]


def test_marks_areas_with_nothing_recorded(atlas: Atlas) -> None:
    rows = areas_table(atlas, Kind.POLICE).rows

    assert [row[0].text for row in rows if row[-1].empty] == ["Northtoy Police"]


def test_counts_areas_in_the_caption(atlas: Atlas) -> None:
    caption = areas_table(atlas, Kind.AMBULANCE).caption

    assert caption == "2 areas: ambulance trust areas"


def test_points_to_the_page_of_the_area(atlas: Atlas) -> None:
    assert areas_table(atlas, Kind.FIRE).rows[2][0].target == Target("area", "fire/E31000901")


def test_lists_the_projects_of_an_area_by_theme(atlas: Atlas) -> None:
    table = area_projects_table(atlas, Kind.FIRE, "E31000901")

    assert table.caption == "3 projects in the area of Westoy Fire"
    assert [group.theme.name for group in table.groups] == [FIRST, DEMAND, ESTATES]


def test_says_how_each_project_meets_the_area(atlas: Atlas) -> None:
    table = area_projects_table(atlas, Kind.FIRE, "E31000901")

    assert [row[3].text for row in table.rows] == [
        "Reaches 50% of the area",
        "Takes part; reaches 100% of the area",
        "Takes part; reaches 50% of the area",
    ]


def test_an_area_without_projects_has_no_rows(atlas: Atlas) -> None:
    table = area_projects_table(atlas, Kind.POLICE, "E23000901")

    assert (table.caption, table.rows) == ("0 projects in the area of Northtoy Police", ())


def test_a_service_may_take_part_where_the_project_does_not_reach(atlas: Atlas) -> None:
    meet: Meet = atlas.meets_in(Kind.FIRE, "E31000902")[1]

    assert meeting(meet.model_copy(update={"reached_share": 0.0})) == "Takes part"
