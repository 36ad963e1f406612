"""Fewer vertices for shapes that share borders, without pulling the borders apart."""

import numpy as np
import shapely
from geopandas import GeoSeries


def simplify_coverage(shapes: GeoSeries, tolerance: float) -> GeoSeries:
    """Simplify all shapes at once, so that shared borders stay shared vertex for vertex.

    `tolerance` is in metres, and is not a distance from the line. GEOS drops vertices by the method
    of Visvalingam and Whyatt: a vertex goes when it and its two neighbours make a triangle smaller
    than `tolerance` squared. At 100 m that is a triangle of one hectare. The shapes must be a valid
    coverage; nodes where three of them meet never move, and no shape disappears.
    """
    simplified = shapely.coverage_simplify(np.asarray(shapes.array), tolerance)
    return GeoSeries(simplified, index=shapes.index, crs=shapes.crs)


def vertices(shapes: GeoSeries) -> int:
    """Count vertices, the closing one of each ring among them."""
    return int(shapely.get_num_coordinates(np.asarray(shapes.array)).sum())
