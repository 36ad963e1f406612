"""Who shares which ground, as people read it."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.strangers import find_strangers
from escwg_map.tables.columns import Table, Target
from escwg_map.tables.overlaps import (
    coterminosity_table,
    lonely_cells_table,
    overlaps_table,
    strangers_table,
)
from escwg_map.vocabulary import Kind


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def matches(atlas: Atlas, one: Kind, other: Kind) -> dict[str, list[str]]:
    return {name: cells for name, *cells in texts(coterminosity_table(atlas, one, other))}


def all_tables(atlas: Atlas) -> list[Table]:
    return [
        overlaps_table(atlas, Kind.POLICE, Kind.FIRE),
        strangers_table(atlas, find_strangers(atlas.land.overlaps, atlas.register.partners)),
        lonely_cells_table(atlas, atlas.cells),
        coterminosity_table(atlas, Kind.POLICE, Kind.FIRE),
    ]


@pytest.mark.parametrize("number", range(4), ids=["overlaps", "strangers", "cells", "matches"])
def test_has_a_cell_under_every_heading(atlas: Atlas, number: int) -> None:
    table = all_tables(atlas)[number]

    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("number", range(4), ids=["overlaps", "strangers", "cells", "matches"])
def test_numbers_stand_under_headings_for_numbers(atlas: Atlas, number: int) -> None:
    table = all_tables(atlas)[number]

    numeric = [place for place, column in enumerate(table.columns) if column.numeric]
    assert all(row[place].text[0].isdigit() for row in table.rows for place in numeric)


def test_counts_the_overlaps_of_two_layers(atlas: Atlas) -> None:
    caption = overlaps_table(atlas, Kind.FIRE, Kind.AMBULANCE).caption

    assert caption == "5 overlaps of fire and rescue authority areas and ambulance trust areas"


def test_says_how_two_areas_share_the_ground(atlas: Atlas) -> None:
    rows = texts(overlaps_table(atlas, Kind.POLICE, Kind.AMBULANCE))

    # Three of Northtoy's four districts are three of the trust's nine, with 6,000 of their 8,000
    # and 12,000 people.
    shares = ["300", "75%", "33%", "6,000", "75%", "50%"]
    assert ["Northtoy Police", "Toyshire Ambulance", "Show on the map", *shares] in rows


def test_says_it_from_the_side_of_the_layer_named_first(atlas: Atlas) -> None:
    table = overlaps_table(atlas, Kind.AMBULANCE, Kind.POLICE)

    shares = ["300", "33%", "75%", "6,000", "50%", "75%"]
    assert ["Toyshire Ambulance", "Northtoy Police", "Show on the map", *shares] in texts(table)
    assert [c.heading for c in table.columns[:2]] == ["Ambulance trust", "Police force"]


def test_an_overlap_points_to_both_areas_and_to_both_outlines(atlas: Atlas) -> None:
    row = overlaps_table(atlas, Kind.POLICE, Kind.FIRE).rows[0]

    assert [cell.target for cell in row[:3]] == [
        Target("area", "police/E23000901"),
        Target("area", "fire/E31000903"),
        Target("pair", "E23000901/E31000903"),
    ]


def test_counts_the_strangers_and_never_says_that_nobody_works_together(atlas: Atlas) -> None:
    strangers = find_strangers(atlas.land.overlaps, atlas.register.partners)

    caption = strangers_table(atlas, strangers).caption

    assert caption == "12 pairs of services share ground but no project recorded"


def test_lists_strangers_in_the_order_given(atlas: Atlas) -> None:
    strangers = find_strangers(atlas.land.overlaps, atlas.register.partners)

    rows = texts(strangers_table(atlas, strangers))

    assert rows[0] == [
        *("Northtoy Police", "Northtoy Fire", "Show on the map"),
        *("400", "100%", "100%", "8,000", "100%", "100%"),
    ]


def test_lists_cells_most_people_first(atlas: Atlas) -> None:
    rows = texts(lonely_cells_table(atlas, atlas.cells))

    assert rows[0] == ["Northtoy Police", "Northtoy Fire", "Toyshire Ambulance", "300", "6,000"]
    people = [int(row[-1].replace(",", "")) for row in rows]
    assert people == sorted(people, reverse=True)


def test_counts_the_cells(atlas: Atlas) -> None:
    one = lonely_cells_table(atlas, atlas.cells[:1]).caption

    assert one.startswith("1 piece of shared ground where the three services have no project")


def test_a_cell_points_to_its_three_areas(atlas: Atlas) -> None:
    row = lonely_cells_table(atlas, atlas.cells[:1]).rows[0]

    assert [cell.target for cell in row[:3]] == [
        Target("area", "police/E23000901"),
        Target("area", "fire/E31000903"),
        Target("area", "ambulance/RZ1"),
    ]


# How it lies, with how many it shares ground, the best match, in common with it of both together,
# and the effective numbers of partners.
@pytest.mark.parametrize(
    ("layer", "towards", "name", "said"),
    [
        (
            *(Kind.POLICE, Kind.FIRE, "Northtoy Police"),
            ["covers the same ground as", "1", "Northtoy Fire", "100%", "1.00", "1.00"],
        ),
        (
            *(Kind.POLICE, Kind.FIRE, "Midtoy Police"),
            ["overlaps", "2", "Westoy Fire", "33%", "2.00", "2.00"],
        ),
        (
            *(Kind.FIRE, Kind.AMBULANCE, "Westoy Fire"),
            ["lies within", "1", "Toyshire Ambulance", "44%", "1.00", "1.00"],
        ),
        (
            # 3/9, 4/9 and 2/9 of the ground: 81/29; 6/12, 4/12 and 2/12 of the people: 144/56.
            *(Kind.AMBULANCE, Kind.FIRE, "Toyshire Ambulance"),
            ["overlaps", "3", "Westoy Fire", "44%", "2.79", "2.57"],
        ),
    ],
    ids=["equal", "mixed", "contained", "mixed with three"],
)
def test_says_how_well_an_area_matches(
    atlas: Atlas, layer: Kind, towards: Kind, name: str, said: list[str]
) -> None:
    assert matches(atlas, layer, towards)[name] == said


def test_lists_the_worst_match_first(atlas: Atlas) -> None:
    names = list(matches(atlas, Kind.POLICE, Kind.FIRE))

    assert names == ["Midtoy Police", "Southtoy Police", "Northtoy Police"]


def test_counts_those_that_cover_the_same_ground(atlas: Atlas) -> None:
    caption = coterminosity_table(atlas, Kind.POLICE, Kind.FIRE).caption

    assert caption == "1 of 3 areas cover the same ground as one of the other layer"


def test_no_strangers_are_no_rows(atlas: Atlas) -> None:
    table = strangers_table(atlas, [])

    assert (table.caption[:7], table.rows) == ("0 pairs", ())
