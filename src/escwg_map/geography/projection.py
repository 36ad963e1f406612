"""The way from any coordinate system to British National Grid, the same on every machine."""

import numpy as np
import shapely
from geopandas import GeoDataFrame, GeoSeries
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from escwg_map.geography.crs import BRITISH_NATIONAL_GRID, WGS_84

# EPSG:1314, the Helmert transformation (stated accuracy 2 m). PROJ would choose the OSTN15 grid
# where a machine happens to have it, and the files built there would differ from those built here.
_WGS_84_TO_GRID = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 "
    "+s=-20.489 +convention=position_vector "
    "+step +inv +proj=cart +ellps=airy +step +proj=pop +v_3 "
    "+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
)


def to_british_national_grid(frame: GeoDataFrame) -> GeoDataFrame:
    """Bring a frame of known CRS to EPSG:27700; WGS 84 goes by the Helmert transformation (2 m)."""
    if CRS(frame.crs) == CRS(BRITISH_NATIONAL_GRID):
        return frame.copy()
    if not CRS(frame.crs).equals(CRS(WGS_84), ignore_axis_order=True):
        return frame.to_crs(BRITISH_NATIONAL_GRID)
    shapes = shapely.transform(np.asarray(frame.geometry.array), _grid_of_degrees)
    return frame.set_geometry(
        GeoSeries(shapes, index=frame.index, crs=BRITISH_NATIONAL_GRID), crs=BRITISH_NATIONAL_GRID
    )


def _grid_of_degrees(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    east, north = Transformer.from_pipeline(_WGS_84_TO_GRID).transform(degrees[:, 0], degrees[:, 1])
    return np.column_stack([east, north])


def to_wgs_84(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Turn shapes of British National Grid into WGS 84 degrees, by the same transformation."""
    degrees: NDArray[np.object_] = shapely.transform(shapes, _degrees_of_grid)
    return degrees


def _degrees_of_grid(metres: NDArray[np.float64]) -> NDArray[np.float64]:
    pipeline = Transformer.from_pipeline(_WGS_84_TO_GRID)
    longitude, latitude = pipeline.transform(metres[:, 0], metres[:, 1], direction="INVERSE")
    return np.column_stack([longitude, latitude])
