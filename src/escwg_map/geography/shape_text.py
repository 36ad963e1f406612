"""Shapes put together, and written as the text that is sent."""

import re

import numpy as np
import shapely
from numpy.typing import NDArray

from escwg_map.geography.shape import DECIMALS, Shape

_LONG_NUMBER = re.compile(r"-?[0-9]+\.[0-9]{7,}|-?[0-9.]+[eE][+-]?[0-9]+")
"""A number whose last digits are an error of the binary system, or one in powers of ten."""


def united(shapes: NDArray[np.object_]) -> shapely.Geometry:
    """Unite cells of a coverage, which takes no search for crossings: there are none."""
    try:
        whole = shapely.coverage_union_all(shapes)
    except shapely.errors.GEOSException:
        return shapely.union_all(shapes)
    return whole if shapely.is_valid(whole) else shapely.union_all(shapes)


def written(shapes: NDArray[np.object_], decimals: int = DECIMALS) -> list[Shape]:
    """Write shapes as RFC 7946 has them: six decimals of a degree, outer rings anticlockwise."""
    # Nought is added because a rounded number may be a negative nought.
    rounded = shapely.transform(shapes, lambda xy: np.round(xy, decimals) + 0.0)
    broken = ~shapely.is_valid(rounded)
    rounded[broken] = shapely.make_valid(rounded[broken], method="structure")
    oriented = shapely.orient_polygons(rounded)
    texts = [_plainly(text, decimals) for text in shapely.to_geojson(oriented).tolist()]
    boxes = [tuple(box) for box in shapely.bounds(oriented).tolist()]
    return list(map(Shape, texts, boxes))


def _plainly(text: str, decimals: int) -> str:
    """Write numbers as they were rounded, where the library has 51.683839999999996 or 1e-05."""

    def shorter(found: re.Match[str]) -> str:
        return f"{float(found[0]):.{decimals}f}".rstrip("0").rstrip(".")

    return _LONG_NUMBER.sub(shorter, text.replace(" ", ""))
