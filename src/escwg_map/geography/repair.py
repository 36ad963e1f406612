"""What counts as ground: polygons, valid, or mended where mending hardly changes them."""

import numpy as np
import shapely
from geopandas import GeoDataFrame
from msgspec import Struct
from shapely.geometry.base import BaseGeometry

from escwg_map.records.problem import Problem

LARGEST_REPAIR = 0.001
"""The share of its area by which a shape may change when it is mended: 0.1 %."""

_POLYGONS = ("Polygon", "MultiPolygon")


class Repair(Struct, frozen=True, eq=False):
    """A frame with its broken shapes mended, what was mended, and what could not be."""

    frame: GeoDataFrame
    mended: tuple[Problem, ...]
    faults: tuple[Problem, ...]


def repaired(frame: GeoDataFrame, file: str) -> Repair:
    """Mend invalid polygons whose area changes by less than 0.1 %; call the others faults.

    Faults too: no geometry, an empty one, anything but polygons. `row` of a problem is the number
    of the feature, from 1; the message begins with the feature's code.
    """
    shapes, mended, faults = [], [], []
    for row, (code, shape) in enumerate(zip(frame["code"], frame.geometry, strict=True), start=1):
        if fault := _shape_fault(shape):
            faults.append(_problem(file, row, f"{code} {fault}", "draw the area as a polygon"))
            shapes.append(shape)
            continue
        whole, change = (shape, 0.0) if shape.is_valid else _mend(shape)
        if change >= LARGEST_REPAIR:
            faults.append(_beyond_repair(file, row, code, shape))
        elif whole is not shape:
            mended.append(_mended(file, row, code, change))
        shapes.append(whole)
    geometry = np.asarray(shapes, dtype=object)
    return Repair(frame.set_geometry(geometry, crs=frame.crs), tuple(mended), tuple(faults))


def _shape_fault(shape: BaseGeometry | None) -> str | None:
    if shape is None:
        return "has no geometry"
    if shape.is_empty:
        return "has an empty geometry"
    if shape.geom_type not in _POLYGONS:
        return f"is a {shape.geom_type}, not a polygon"
    return None


def _mend(shape: BaseGeometry) -> tuple[BaseGeometry, float]:
    whole = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    if whole.is_empty or whole.geom_type not in _POLYGONS:
        return whole, 1.0
    return whole, abs(whole.area - shape.area) / whole.area


def _mended(file: str, row: int, code: str, change: float) -> Problem:
    message = f"{code} crossed itself and was mended; its area changed by {change:.4%}"
    return _problem(file, row, message, "mend the file itself, or leave it: the change is small")


def _beyond_repair(file: str, row: int, code: str, shape: BaseGeometry) -> Problem:
    reason = shapely.is_valid_reason(shape)
    message = f"{code} is not a valid polygon ({reason}), and mending it would change it too much"
    return _problem(file, row, message, "mend its outline, or take it from the source again")


def _problem(file: str, row: int, message: str, cure: str) -> Problem:
    return Problem(file=file, row=row, message=message, cure=cure)
