"""A broken shape is mended where that hardly changes it."""

from shapely import MultiPolygon, Polygon, box

from escwg_map.geography.repair import repaired
from geography.shapes import SOUTH, WEST, bow_tie, frame, spike, square


def test_leaves_valid_shapes_as_they_are() -> None:
    repair = repaired(frame(square(), MultiPolygon([square(1), square(3)])), "police.shp")

    assert (repair.mended, repair.faults) == ((), ())


def test_mends_a_spike() -> None:
    repair = repaired(frame(spike()), "police.shp")

    assert repair.frame.geometry.item().equals(square())
    assert len(repair.mended) == 1


def test_does_not_mend_a_bow_tie() -> None:
    assert len(repaired(frame(bow_tie()), "police.shp").faults) == 1


def test_does_not_mend_a_hole_outside_its_shell() -> None:
    hole = square(2).exterior.coords
    outside = Polygon(square().exterior.coords, [hole])

    assert len(repaired(frame(outside), "police.shp").faults) == 1


def loop(side: float) -> Polygon:
    """A square whose outline makes a loop outside its corner, of so many metres a side."""
    turn = [(WEST, SOUTH - side), (WEST - side, SOUTH - side), (WEST - side, SOUTH)]
    rest = [(WEST + 10_000, SOUTH), (WEST + 10_000, SOUTH + 10_000), (WEST, SOUTH + 10_000)]
    return Polygon([(WEST, SOUTH), *turn, (WEST, SOUTH), *rest])


def test_mends_a_loop_under_a_thousandth_of_the_area() -> None:
    repair = repaired(frame(loop(200)), "police.shp")

    assert len(repair.mended) == 1
    assert repair.frame.geometry.item().equals(
        square().union(box(WEST - 200, SOUTH - 200, WEST, SOUTH))
    )


def test_does_not_mend_a_loop_over_a_thousandth_of_the_area() -> None:
    assert len(repaired(frame(loop(300)), "police.shp").faults) == 1
