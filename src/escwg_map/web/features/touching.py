"""Which shapes a box touches. Imported with the first box: it takes shapely and NumPy."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from escwg_map.geography.shape import Bbox, Shape


class Tree:
    """Shapes by their ids, ready to be searched."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        """Read the shapes."""
        texts = np.array([shape.geometry for shape in shapes.values()], dtype=object)
        self._ids = list(shapes)
        # Not prepared: threads share them, which GEOS forbids, and a search would not use it.
        self._tree = shapely.STRtree(shapely.from_geojson(texts))

    def touched(self, boxes: Sequence[Bbox]) -> set[str]:
        """Give the ids of the shapes that have a point in common with any of the boxes."""
        found = self._tree.query([ground_of(box) for box in boxes], predicate="intersects")
        return {self._ids[number] for number in found[1].tolist()}


def ground_of(box: Bbox) -> shapely.Geometry:
    """Draw a box, which is a line or a point where its sides fall together."""
    west, south, east, north = box
    if west < east and south < north:
        return shapely.box(west, south, east, north)
    return shapely.convex_hull(shapely.MultiPoint([(west, south), (east, north)]))
