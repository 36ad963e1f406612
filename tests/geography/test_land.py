"""What the boundaries say, asked area by area."""

import pytest
from hypothesis import given

from escwg_map.geography.cells import Cell, Ground
from escwg_map.geography.land import Land
from escwg_map.vocabulary import Kind
from geography.made_up import ANY_CELLS, cell

# Police 1 and 2 lie side by side; police 3 lies beyond 2. Fire 1 has both 1 and 2, fire 2 has 3.
WEST, MIDDLE, EAST = CELLS = (
    cell(1, 1, 1, km2=100, people=10),
    cell(2, 1, 1, km2=200, people=20),
    cell(3, 2, 1, km2=300, people=40),
)
LAND = Land.of(
    CELLS,
    borders=[(WEST.id, MIDDLE.id), (MIDDLE.id, EAST.id)],
    middles={"E23000901": (0, 0)},
)


def test_knows_the_ground_of_every_area() -> None:
    assert LAND.areas[Kind.FIRE] == {
        "E31000901": Ground(km2=300, people=30),
        "E31000902": Ground(km2=300, people=40),
    }


def test_all_ground_together_is_that_of_all_cells() -> None:
    assert LAND.whole == Ground(km2=600, people=70)


@pytest.mark.parametrize(
    ("code", "cells"),
    [("E23000902", {MIDDLE}), ("E31000901", {WEST, MIDDLE}), ("RZ1", {WEST, MIDDLE, EAST})],
    ids=["police", "fire", "ambulance"],
)
def test_an_area_of_any_layer_has_its_cells(code: str, cells: set[Cell]) -> None:
    assert LAND.cells_of(code) == {made.id for made in cells}


def test_a_code_without_ground_has_no_cells() -> None:
    assert LAND.cells_of("E31000999") == frozenset()


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("E23000901", ["E31000901", "RZ1"]),
        ("E31000901", ["RZ1", "E23000901", "E23000902"]),
        ("RZ1", ["E23000901", "E23000902", "E23000903", "E31000901", "E31000902"]),
    ],
    ids=["police", "fire", "ambulance"],
)
def test_the_overlaps_of_an_area_are_said_from_its_side(code: str, others: list[str]) -> None:
    found = LAND.overlaps_of(code)

    assert {o.a_code for o in found} == {code}
    assert [o.b_code for o in found] == others


@pytest.mark.parametrize(
    ("one", "other", "borders"),
    [
        ("E23000901", "E23000902", True),
        ("E23000902", "E23000901", True),
        ("E23000901", "E23000903", False),
        ("E23000901", "E31000902", False),
        ("E23000902", "E31000902", True),
        ("E31000901", "E31000902", True),
    ],
    ids=["neighbours", "the other way", "one between", "other layer", "beside", "two cells off"],
)
def test_areas_lie_side_by_side_where_their_cells_do(
    one: str, other: str, *, borders: bool
) -> None:
    assert LAND.side_by_side(one, other) is borders


def test_without_borders_nothing_lies_side_by_side() -> None:
    assert not Land.of(CELLS).side_by_side("E23000901", "E23000902")


@given(ANY_CELLS)
def test_is_read_back_as_it_was_written(cells: list[Cell]) -> None:
    land = Land.of(cells, middles={made.ambulance_code: (1.5, 2) for made in cells})

    assert Land.model_validate_json(land.model_dump_json()) == land
