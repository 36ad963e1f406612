"""Which cells share a border."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from escwg_map.geography.cells import Cell
from escwg_map.geography.overlay import Geometries

GAP = 50.0
"""Metres: borders drawn this near to each other are one border; files drawn apart leave gaps."""

SHORTEST = 200.0
"""Metres: cells that come near each other along less only meet at a corner."""


def find_borders(cells: Sequence[Cell], shapes: Geometries) -> Iterator[tuple[str, str]]:
    """Find the pairs of cells, by their ids, that lie side by side on land.

    Facing each other across an estuary is no border: the shapes end at high water.
    """
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes, predicate="dwithin", distance=GAP)
    for one, other in sorted(zip(first.tolist(), second.tolist(), strict=True)):
        if one < other and _side_by_side(shapes[one], shapes[other]):
            yield cells[one].id, cells[other].id


def _side_by_side(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Whether the vertices of each that lie near the other stretch further than a corner.

    A straight stretch in common ends where one of the two has a vertex; either may.
    """
    near = shapely.multipoints(np.concatenate([_near(one, other), _near(other, one)]))
    minx, miny, maxx, maxy = shapely.bounds(near)
    return bool(np.hypot(maxx - minx, maxy - miny) > SHORTEST)


def _near(shape: shapely.Geometry, other: shapely.Geometry) -> Geometries:
    """Give the vertices of a shape that lie near another."""
    vertices = np.asarray(shapely.points(np.unique(shapely.get_coordinates(shape), axis=0)))
    shapely.prepare(other)
    near: Geometries = vertices[shapely.dwithin(vertices, other, GAP)]
    return near
