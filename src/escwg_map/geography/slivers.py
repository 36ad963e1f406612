"""Which ground is wide: whether a circle of a given diameter fits anywhere inside it."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

_NEAR_ENOUGH = 1.0
"""Metres: how exactly the largest circle is wanted."""


def wide(shapes: NDArray[np.object_], width: float) -> NDArray[np.bool_]:
    """Say of each shape whether a circle of `width` metres across fits inside one of its parts.

    A circle fits where a negative buffer of half its width leaves something, which takes seconds
    for a long coast. So it is asked only of the parts that two bounds leave in doubt, and not at
    all where one part of a shape is known to be wide.
    """
    parts, owner = shapely.get_parts(shapes, return_index=True)
    found = np.zeros(len(shapes), dtype=bool)
    found[owner[_surely_wide(parts, width)]] = True
    doubtful = _perhaps_wide(parts, width) & ~found[owner]
    left = shapely.buffer(parts[doubtful], -width / 2)
    found[owner[doubtful][~shapely.is_empty(left)]] = True
    return found


def width_of(shape: BaseGeometry) -> float:
    """Give the diameter in metres of the largest circle that fits into a shape."""
    circles = shapely.maximum_inscribed_circle(shapely.get_parts(shape), _NEAR_ENOUGH)
    return 2 * float(shapely.length(circles).max())


def _surely_wide(parts: NDArray[np.object_], width: float) -> NDArray[np.bool_]:
    # Let no circle of radius r fit. All ground then lies within r of the border, and what lies
    # there is at most r times the border's length, and pi r² for every hole but the first.
    radius = width / 2
    holes = np.maximum(shapely.get_num_interior_rings(parts) - 1, 0)
    most = radius * shapely.length(parts) + np.pi * radius**2 * holes
    certain: NDArray[np.bool_] = shapely.area(parts) > most
    return certain


def _perhaps_wide(parts: NDArray[np.object_], width: float) -> NDArray[np.bool_]:
    west, south, east, north = shapely.bounds(parts).T
    roomy = (east - west >= width) & (north - south >= width)
    enough: NDArray[np.bool_] = roomy & (shapely.area(parts) >= np.pi * (width / 2) ** 2)
    return enough
