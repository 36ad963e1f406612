"""Ground that no area of a layer claims."""

import pytest
import shapely

from escwg_map.geography.gaps_between import gaps_between
from geography.shapes import frame, square

PIT = shapely.box(408_000, 302_000, 412_000, 303_000)
"""4 km² on both sides of the border between the first square and the second."""


def test_areas_that_share_borders_leave_no_gap() -> None:
    assert gaps_between(frame(square(0), square(1))) == []


def test_names_the_areas_around_a_gap() -> None:
    areas = frame(square(0) - PIT, square(1) - PIT)

    (gap,) = gaps_between(areas)

    assert gap.codes == ("E23000901", "E23000902")
    assert gap.km2 == pytest.approx(4)


def test_adds_up_the_gaps_between_the_same_areas() -> None:
    holes = shapely.union(PIT, shapely.box(409_000, 307_000, 411_000, 308_000))

    (gap,) = gaps_between(frame(square(0) - holes, square(1) - holes))

    assert gap.km2 == pytest.approx(6)


def test_an_island_in_a_gap_is_ground() -> None:
    island = shapely.box(409_000, 302_400, 410_000, 302_600)
    areas = frame(square(0) - PIT, shapely.union(square(1) - PIT, island))

    (gap,) = gaps_between(areas)

    assert gap.km2 == pytest.approx(3.8)


def test_leaves_out_slivers() -> None:
    crack = shapely.box(409_995, 302_000, 410_005, 308_000)

    assert gaps_between(frame(square(0) - crack, square(1) - crack)) == []


def test_an_inlet_is_no_gap() -> None:
    inlet = shapely.box(409_000, 300_000, 411_000, 305_000)

    assert gaps_between(frame(square(0) - inlet, square(1) - inlet)) == []


def test_finds_gaps_between_areas_that_overlap_elsewhere() -> None:
    areas = frame(square(0).buffer(50, join_style="mitre") - PIT, square(1) - PIT)

    assert [gap.codes for gap in gaps_between(areas)] == [("E23000901", "E23000902")]
