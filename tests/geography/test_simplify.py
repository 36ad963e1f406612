"""Simplifying together keeps borders together, and the tolerance means what we say."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import Polygon

import toyshire
from escwg_map.geography.simplify import simplify_coverage, vertices
from geography.shapes import SOUTH, WEST


def bump(area: float) -> gpd.GeoSeries:
    """A square with a flat triangle of so many square metres on its southern side."""
    height = 2 * area / 10_000
    south = [(WEST, SOUTH), (WEST + 5_000, SOUTH - height), (WEST + 10_000, SOUTH)]
    north = [(WEST + 10_000, SOUTH + 10_000), (WEST, SOUTH + 10_000)]
    return gpd.GeoSeries([Polygon([*south, *north])], crs="EPSG:27700")


@pytest.mark.parametrize(("area", "left"), [(9_000, 5), (11_000, 6)])
def test_at_100_metres_a_triangle_under_a_hectare_goes(area: float, left: int) -> None:
    assert vertices(simplify_coverage(bump(area), 100)) == left


def test_neighbours_still_meet_vertex_for_vertex() -> None:
    simplified = simplify_coverage(toyshire.districts().geometry, 100)

    assert vertices(simplified) < vertices(toyshire.districts().geometry)
    assert shapely.coverage_is_valid(np.asarray(simplified.array))


def test_keeps_index_and_system() -> None:
    shapes = toyshire.districts().set_index("lad_code").geometry

    simplified = simplify_coverage(shapes, 100)

    assert simplified.index.equals(shapes.index)
    assert simplified.crs == shapes.crs
