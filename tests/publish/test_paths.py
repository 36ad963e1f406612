"""Ground as paths: whole, the same along common borders, and where it ought to be."""

import re
from collections import Counter
from itertools import pairwise

import pytest
import shapely
from geopandas import GeoDataFrame
from pyproj import Transformer

from escwg_map.geography.crs import WGS_84
from escwg_map.geography.drawn_ground import DrawnGround
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.projection import to_british_national_grid
from escwg_map.publish.geometry import bounds
from escwg_map.publish.paths import draw_ground, window_steps
from escwg_map.records.coordinates import EAST, NORTH, SOUTH, WEST
from escwg_map.vocabulary import Kind

LEFT, TOP, RIGHT, BOTTOM = 4000, 3300, 4400, 3600
"""Toyshire's corners in steps: 40 km by 30 km, its south-west corner at 400000, 300000."""


@pytest.fixture(scope="module")
def drawn(ground: Overlay) -> DrawnGround:
    """Toyshire as paths."""
    return draw_ground(ground)


def corners(path: str) -> list[tuple[int, int]]:
    """Follow a path of one line, giving every point on it."""
    x, y, *moves = map(int, re.findall(r"-?\d+", path))
    points = [(x, y)]
    for dx, dy in zip(moves[::2], moves[1::2], strict=True):
        points.append((points[-1][0] + dx, points[-1][1] + dy))
    return points


def test_draws_every_cell_and_every_area(drawn: DrawnGround) -> None:
    assert {name: len(shapes) for name, shapes in drawn.shapes.items()} == {
        "cells": 8,
        "police": 3,
        "fire": 3,
        "ambulance": 2,
    }


def test_the_box_of_all_ground_is_that_of_toyshire(drawn: DrawnGround) -> None:
    # Wherever degrees were turned into metres on the way, a place may have moved by a step.
    assert drawn.box == pytest.approx((LEFT, TOP, RIGHT, BOTTOM), abs=1)


def test_a_path_runs_round_its_area(drawn: DrawnGround) -> None:
    points = corners(drawn.shapes["police"]["E23000903"].path)

    assert {min(x for x, _ in points), max(x for x, _ in points)} == {LEFT, RIGHT}
    assert min(y for _, y in points) == TOP + 200


def test_the_middle_of_an_area_lies_inside_it(drawn: DrawnGround) -> None:
    x, y = drawn.shapes["police"]["E23000901"].middle

    assert LEFT < x < RIGHT
    assert TOP < y < TOP + 100


def test_borders_leave_the_coast_out(drawn: DrawnGround) -> None:
    points = corners("".join(drawn.borders["ambulance"]))

    # The one border between two trusts runs from the top of Toyshire to its foot.
    assert {x for x, _ in points} == {LEFT + 300}
    assert {min(y for _, y in points), max(y for _, y in points)} == {TOP, BOTTOM}


@pytest.mark.parametrize("kind", Kind)
def test_every_border_is_drawn_once(drawn: DrawnGround, kind: Kind) -> None:
    edges: Counter[tuple[tuple[int, int], ...]] = Counter()
    for line in "".join(drawn.borders[kind]).split("M")[1:]:
        points = corners(line)
        edges.update(tuple(sorted(pair)) for pair in pairwise(points))

    assert set(edges.values()) == {1}


def test_borders_are_parted_by_the_square_in_which_they_begin(drawn: DrawnGround) -> None:
    begun = [
        {(int(x) // 200, int(y) // 200) for x, y in re.findall(r"M(\d+) (\d+)", path)}
        for path in drawn.borders["fire"]
    ]

    assert len(begun) == 2
    assert all(len(squares) == 1 for squares in begun)
    assert len(set.union(*begun)) == len(begun)


@pytest.mark.parametrize("longitude", [WEST, -3.1, EAST])
@pytest.mark.parametrize("latitude", [SOUTH, 52.3, NORTH])
def test_places_are_found_as_the_projection_has_them(
    drawn: DrawnGround, longitude: float, latitude: float
) -> None:
    place = GeoDataFrame(geometry=[shapely.Point(longitude, latitude)], crs=WGS_84)
    ((east, north),) = shapely.get_coordinates(to_british_national_grid(place).geometry)

    assert drawn.place(longitude, latitude) == pytest.approx(
        (east / 100, 6600 - north / 100), abs=0.1
    )


def test_the_first_view_is_as_wide_as_the_window_that_the_map_is_fitted_to(
    ground: Overlay,
) -> None:
    window = bounds(ground)
    west, south, east, north = window

    first = draw_ground(ground, window_steps(window))

    left, top, right, bottom = first.box
    assert (left, top) == (0, 0)
    assert max(right, bottom) == 1000
    assert first.place(west, north) == pytest.approx((0, 0), abs=0.5)
    assert first.place(east, south) == pytest.approx((right, bottom), abs=0.5)


def test_the_first_view_lies_as_browsers_lay_out_maps(ground: Overlay) -> None:
    window = bounds(ground)
    west, south, east, north = window
    first = draw_ground(ground, window_steps(window))

    # EPSG:3857 of the PROJ that comes with pyproj, scaled to the window.
    mercator = Transformer.from_crs(WGS_84, "EPSG:3857", always_xy=True).transform
    (left, top), (right, bottom) = mercator(west, north), mercator(east, south)
    step = max(right - left, top - bottom) / 1000
    x, y = mercator(-1.9, 52.7)
    assert first.place(-1.9, 52.7) == pytest.approx(((x - left) / step, (top - y) / step), abs=0.1)


def test_is_read_back_as_it_was_written(drawn: DrawnGround) -> None:
    assert DrawnGround.model_validate_json(drawn.model_dump_json()) == drawn
