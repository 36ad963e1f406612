"""Which cells lie side by side."""

import numpy as np
import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from escwg_map.geography.borders import find_borders
from escwg_map.geography.overlay import Overlay
from geography.made_up import cell
from geography.shapes import SOUTH, WEST, square


def borders_of(*shapes: BaseGeometry) -> list[tuple[str, str]]:
    """The borders of cells `1`, `2`, … with these shapes."""
    cells = [cell(number, 1, 1) for number, _ in enumerate(shapes, start=1)]
    short = {made.id: made.police_code[-1] for made in cells}
    found = find_borders(cells, np.array(shapes, dtype=object))
    return [(short[one], short[other]) for one, other in found]


def test_squares_side_by_side_share_a_border() -> None:
    assert borders_of(square(0), square(1)) == [("1", "2")]


def test_squares_above_each_other_share_a_border() -> None:
    assert borders_of(square(0), square(0, 1)) == [("1", "2")]


def test_squares_that_meet_at_a_corner_share_none() -> None:
    assert borders_of(square(0), square(1, 1)) == []


def test_squares_far_apart_share_none() -> None:
    assert borders_of(square(0), square(5)) == []


def test_four_squares_share_four_borders_and_no_diagonal() -> None:
    found = borders_of(square(0), square(1), square(0, 1), square(1, 1))

    assert found == [("1", "2"), ("1", "3"), ("2", "4"), ("3", "4")]


@pytest.mark.parametrize(
    ("metres", "share"),
    [(30, True), (300, False)],
    ids=["a gap between files", "water"],
)
def test_a_gap_of_30_metres_is_a_border_and_water_of_300_is_none(
    metres: float, *, share: bool
) -> None:
    found = borders_of(square(0), translate(square(1), metres))

    assert found == ([("1", "2")] if share else [])


def test_shapes_that_overlap_by_a_few_metres_share_a_border() -> None:
    assert borders_of(square(0), translate(square(1), -20)) == [("1", "2")]


@pytest.mark.parametrize(
    ("metres", "share"), [(150, False), (400, True)], ids=["no more than a corner", "a border"]
)
def test_meeting_along_less_than_200_metres_is_meeting_at_a_corner(
    metres: float, *, share: bool
) -> None:
    found = borders_of(square(0), translate(square(1, 1), 0, -metres))

    assert found == ([("1", "2")] if share else [])


def test_a_corner_drawn_in_every_detail_is_still_a_corner() -> None:
    one, other = (shapely.segmentize(square(n, n), 10) for n in (0, 1))

    assert borders_of(one, other) == []


@pytest.mark.parametrize("first", [0, 1], ids=["large first", "small first"])
def test_a_small_shape_may_lie_anywhere_along_a_side(first: int) -> None:
    # No corner of the large square is near; 4 km and 6 km up its eastern side are the small one's.
    beside = shapely.box(WEST + 10_000, SOUTH + 4_000, WEST + 12_000, SOUTH + 6_000)
    both = [square(0), beside]

    assert borders_of(both[first], both[1 - first]) == [("1", "2")]


def test_an_enclave_shares_a_border_with_what_lies_around_it() -> None:
    inside = shapely.box(WEST + 4_000, SOUTH + 4_000, WEST + 6_000, SOUTH + 6_000)

    assert borders_of(square(0) - inside, inside) == [("1", "2")]


def test_an_island_shares_a_border_through_its_other_part() -> None:
    in_two_parts = shapely.multipolygons([square(1), square(7)])

    assert borders_of(square(0), in_two_parts, square(8)) == [("1", "2"), ("2", "3")]


def test_shapes_that_cross_without_a_corner_nearby_do_no_harm() -> None:
    along = shapely.box(WEST - 5_000, SOUTH + 4_000, WEST + 15_000, SOUTH + 6_000)

    assert borders_of(square(0), along) == []


def test_one_cell_has_no_border() -> None:
    assert borders_of(square(0)) == []


def test_toyshire_has_the_eleven_borders_drawn(ground: Overlay) -> None:
    north, north_sea = "E23000901-E31000903-RZ1", "E23000901-E31000903-RZ2"
    mid_west, mid_east, mid_sea = (f"E23000902-{c}" for c in _MIDDLE_AND_SOUTH)
    south_west, south_east, south_sea = (f"E23000903-{c}" for c in _MIDDLE_AND_SOUTH)
    rows = {(north, north_sea), (mid_west, mid_east), (mid_east, mid_sea)}
    rows |= {(south_west, south_east), (south_east, south_sea)}
    columns = {(north, mid_west), (north, mid_east), (north_sea, mid_sea)}
    columns |= {(mid_west, south_west), (mid_east, south_east), (mid_sea, south_sea)}

    assert set(find_borders(ground.cells, ground.shapes)) == rows | columns


_MIDDLE_AND_SOUTH = ("E31000901-RZ1", "E31000902-RZ1", "E31000902-RZ2")
