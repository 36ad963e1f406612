"""The way from any coordinate system to British National Grid, the same on every machine."""

import numpy as np
import shapely
from geopandas import GeoDataFrame, GeoSeries
from numpy.typing import NDArray
from pyproj import CRS

from escwg_map.geography.crs import BRITISH_NATIONAL_GRID, WGS_84
from escwg_map.geography.transformation import degrees_of_grid, grid_of_degrees


def to_british_national_grid(frame: GeoDataFrame) -> GeoDataFrame:
    """Bring a frame of known CRS to EPSG:27700; WGS 84 goes by the Helmert transformation (2 m)."""
    if CRS(frame.crs) == CRS(BRITISH_NATIONAL_GRID):
        return frame.copy()
    if not CRS(frame.crs).equals(CRS(WGS_84), ignore_axis_order=True):
        return frame.to_crs(BRITISH_NATIONAL_GRID)
    shapes = shapely.transform(np.asarray(frame.geometry.array), grid_of_degrees)
    return frame.set_geometry(
        GeoSeries(shapes, index=frame.index, crs=BRITISH_NATIONAL_GRID), crs=BRITISH_NATIONAL_GRID
    )


def points_on_grid(degrees: NDArray[np.float64]) -> NDArray[np.object_]:
    """Make points of British National Grid of rows of longitude and latitude (WGS 84)."""
    return np.asarray(shapely.points(grid_of_degrees(degrees)), dtype=object)


def to_wgs_84(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Turn shapes of British National Grid into WGS 84 degrees, by the same transformation."""
    degrees: NDArray[np.object_] = shapely.transform(shapes, degrees_of_grid)
    return degrees
