"""Ground is wide where a circle fits into it."""

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from escwg_map.geography.slivers import wide, width_of
from geography.shapes import square

RIBBON = shapely.box(0, 0, 90_000, 499)
COMB = shapely.union_all(
    [
        shapely.box(0, 0, 90_000, 499),
        *(shapely.box(x, 0, x + 499, 9_000) for x in range(0, 90_000, 3_000)),
    ]
)
SIEVE = square() - shapely.union_all(
    [
        shapely.Point(x, y).buffer(10)
        for x in range(400_200, 410_000, 400)
        for y in range(300_200, 310_000, 400)
    ]
)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (square(), True),
        (shapely.box(0, 0, 90_000, 501), True),
        (RIBBON, False),
        (COMB, True),
        (shapely.Point(0, 0).buffer(249), False),
        (shapely.Point(0, 0).buffer(252), True),
        (SIEVE, True),
        (shapely.MultiPolygon([RIBBON, square()]), True),
        (shapely.MultiPolygon([RIBBON, shapely.box(0, 600, 90_000, 700)]), False),
    ],
    ids=[
        *("square", "ribbon of 501 m", "ribbon of 499 m", "comb, where teeth meet the back"),
        *("disc of 498 m", "disc of 504 m", "sieve", "ribbon and square", "two ribbons"),
    ],
)
def test_tells_wide_from_narrow(shape: BaseGeometry, *, expected: bool) -> None:
    assert wide(np.array([shape], dtype=object), 500).tolist() == [expected]


def test_agrees_with_a_negative_buffer_of_everything() -> None:
    rng = np.random.default_rng(7)
    boxes = [
        shapely.box(x, y, x + w, y + h)
        for x, y, w, h in rng.integers(1, 900, size=(400, 4)).tolist()
    ]
    shapes = np.array([shapely.union_all(boxes[n : n + 4]) for n in range(0, 400, 4)], dtype=object)
    shapes[::3] = shapely.difference(shapes[::3], shapely.box(500, 500, 700, 700))

    by_buffer = ~shapely.is_empty(shapely.buffer(shapes, -250))

    assert 20 < by_buffer.sum() < 100
    assert (wide(shapes, 500) == by_buffer).all()


def test_everything_is_wide_when_no_width_is_asked_for() -> None:
    assert wide(np.array([RIBBON, square()], dtype=object), 0).all()


def test_measures_the_widest_place() -> None:
    assert width_of(shapely.MultiPolygon([RIBBON, square()])) == pytest.approx(10_000, abs=2)
