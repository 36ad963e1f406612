"""Shapes to lay side by side, over each other, or to break."""

import geopandas as gpd
import numpy as np
from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry

WEST, SOUTH = 400_000, 300_000


def square(column: float = 0, row: float = 0) -> Polygon:
    """A square of 10 km, by its place in a grid."""
    west, south = WEST + column * 10_000, SOUTH + row * 10_000
    return box(west, south, west + 10_000, south + 10_000)


def bow_tie() -> Polygon:
    """A ring that crosses itself in the middle: which ground it means cannot be told."""
    return Polygon(
        [
            (WEST, SOUTH),
            (WEST + 10_000, SOUTH + 10_000),
            (WEST + 10_000, SOUTH),
            (WEST, SOUTH + 10_000),
        ]
    )


def spike() -> Polygon:
    """A square with a line sticking out, which is no ground at all."""
    corners = list(square().exterior.coords)
    return Polygon([*corners[:2], (WEST + 10_000, SOUTH + 15_000), *corners[1:]])


def frame(*shapes: BaseGeometry | None, kind: str = "E230009") -> gpd.GeoDataFrame:
    """A frame of shapes with codes E23000901, E23000902, … in British National Grid."""
    codes = [f"{kind}{number:02}" for number, _ in enumerate(shapes, start=1)]
    names = [f"Area {number}" for number, _ in enumerate(shapes, start=1)]
    return gpd.GeoDataFrame(
        {"code": codes, "name": names}, geometry=np.array(shapes, dtype=object), crs="EPSG:27700"
    )
