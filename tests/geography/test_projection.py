"""The way to British National Grid and back."""

import geopandas as gpd
import pytest
from shapely import Point

from escwg_map.geography.projection import to_british_national_grid

# Big Ben, by the Helmert transformation.
LONGITUDE, LATITUDE = -0.12463, 51.50070
EASTING, NORTHING = 530_268, 179_640


@pytest.mark.parametrize("crs", ["EPSG:4326", "OGC:CRS84"])
def test_brings_degrees_to_the_grid(crs: str) -> None:
    points = gpd.GeoDataFrame(geometry=[Point(LONGITUDE, LATITUDE)], crs=crs)

    there = to_british_national_grid(points)

    assert there.crs == "EPSG:27700"
    assert there.geometry.item().distance(Point(EASTING, NORTHING)) < 5


def test_leaves_the_grid_as_it_is() -> None:
    points = gpd.GeoDataFrame(geometry=[Point(EASTING, NORTHING)], crs="EPSG:27700")

    assert to_british_national_grid(points).geometry.item() == Point(EASTING, NORTHING)


def test_agrees_with_proj_to_a_millimetre() -> None:
    points = gpd.GeoDataFrame(geometry=[Point(LONGITUDE, LATITUDE)], crs="EPSG:4326")

    ours, theirs = to_british_national_grid(points), points.to_crs("EPSG:27700")

    assert ours.geometry.item().distance(theirs.geometry.item()) < 0.001
