"""Degrees and metres, one to the other, by the same transformation on every machine.

Needs pyproj only, so that points by the million are not kept waiting for geopandas.
"""

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from escwg_map.geography.crs import WGS_84_TO_GRID


def grid_of_degrees(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn rows of longitude and latitude (WGS 84) into easting and northing."""
    east, north = Transformer.from_pipeline(WGS_84_TO_GRID).transform(degrees[:, 0], degrees[:, 1])
    return np.column_stack([east, north])


def degrees_of_grid(metres: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn rows of easting and northing into longitude and latitude (WGS 84)."""
    pipeline = Transformer.from_pipeline(WGS_84_TO_GRID)
    longitude, latitude = pipeline.transform(metres[:, 0], metres[:, 1], direction="INVERSE")
    return np.column_stack([longitude, latitude])
