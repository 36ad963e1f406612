"""The points of a batch of rows in metres, and what is wrong with the rows that are none."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from msgspec import Struct
from numpy.typing import NDArray

from escwg_map.demand.columns import Columns
from escwg_map.demand.faults import SOUND, Fault
from escwg_map.demand.values import Numbers, field_of, numbers_of
from escwg_map.geography.degrees import LATITUDES, LONGITUDES

_WKB_POINT = np.frombuffer(b"\x01\x01\x00\x00\x00", dtype=np.uint8)
"""How a point begins in well-known binary, its bytes in the order of our machines."""

_WKB_BYTES = 21


class Points(Struct, frozen=True):
    """A row of the batch each; where a row is at fault, its metres mean nothing."""

    east: Numbers
    north: Numbers
    fault: NDArray[np.uint8]
    """The number of a `Fault`, or `SOUND`."""


def points_of(batch: pa.RecordBatch, columns: Columns) -> Points:
    """Read the points of a batch."""
    x, y, fault = _read(batch, columns)
    system = columns.system
    if not system.in_degrees and _are_plain_metres(x, y) and not fault.any():
        return Points(*system.to_grid(x, y), fault)
    _doubt(x, y, fault, in_degrees=system.in_degrees)
    sound = np.flatnonzero(fault == SOUND)
    east, north = np.full((2, len(x)), np.nan)
    east[sound], north[sound] = system.to_grid(x[sound], y[sound])
    unreachable = sound[~(np.isfinite(east[sound]) & np.isfinite(north[sound]))]
    fault[unreachable] = Fault.ABROAD.number
    return Points(east, north, fault)


def _are_plain_metres(x: Numbers, y: Numbers) -> bool:
    """Say at one glance that no point is missing or in degrees, as is nearly always so."""
    return bool(len(x) and x.min() > 180 and max(x.max(), y.max()) < np.inf and y.min() > -np.inf)


def _doubt(x: Numbers, y: Numbers, fault: NDArray[np.uint8], *, in_degrees: bool) -> None:
    """Mark what cannot be, or cannot be meant."""
    on_the_globe = (np.abs(x) <= 180) & (np.abs(y) <= 90)
    _mark(fault, ~(np.isfinite(x) & np.isfinite(y)), Fault.EMPTY)
    _mark(fault, (x == 0) & (y == 0), Fault.ZERO)
    if in_degrees:
        _mark(fault, ~on_the_globe, Fault.METRES)
        _mark(fault, _within(y, LONGITUDES) & _within(x, LATITUDES), Fault.SWAPPED)
        _mark(fault, ~(_within(x, LONGITUDES) & _within(y, LATITUDES)), Fault.ABROAD)
    else:
        _mark(fault, on_the_globe, Fault.DEGREES)


def _mark(fault: NDArray[np.uint8], where: NDArray[np.bool_], kind: Fault) -> None:
    fault[where & (fault == SOUND)] = kind.number


def _within(numbers: Numbers, bounds: tuple[float, float]) -> NDArray[np.bool_]:
    low, high = bounds
    within: NDArray[np.bool_] = (low <= numbers) & (numbers <= high)
    return within


def _read(batch: pa.RecordBatch, columns: Columns) -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
    if columns.geometry:
        return _read_geometry(field_of(batch, columns.geometry))
    x, x_fault = numbers_of(field_of(batch, columns.x))
    y, y_fault = numbers_of(field_of(batch, columns.y))
    return x, y, np.where(x_fault == SOUND, y_fault, x_fault)


def _read_geometry(column: pa.Array) -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
    """Read points of well-known binary, at once where they are all alike."""
    fault = np.zeros(len(column), dtype=np.uint8)
    if not (pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)):
        fault[:] = Fault.NO_POINT.number
        return *np.full((2, len(column)), np.nan), fault
    if (pairs := _alike(column)) is not None:
        return pairs[:, 0], pairs[:, 1], fault
    shapes = shapely.from_wkb(column.to_numpy(zero_copy_only=False), on_invalid="ignore")
    is_point = shapely.get_type_id(shapes) == shapely.GeometryType.POINT
    fault[~is_point] = Fault.NO_POINT.number
    fault[column.is_null().to_numpy(zero_copy_only=False)] = Fault.EMPTY.number
    pairs = np.full((len(column), 2), np.nan)
    there = np.flatnonzero(is_point & ~shapely.is_empty(shapes))
    pairs[there] = shapely.get_coordinates(shapes[there])
    return pairs[:, 0], pairs[:, 1], fault


def _alike(column: pa.Array) -> NDArray[np.float64] | None:
    """Read the numbers of points that all have the same bytes before them, or none."""
    if column.null_count:
        return None
    wide = pc.cast(column, pa.large_binary())
    _, starts, data = wide.buffers()
    start = np.frombuffer(starts, dtype=np.int64)[wide.offset :][: len(wide) + 1]
    if not (np.diff(start) == _WKB_BYTES).all():
        return None
    points = np.frombuffer(data, dtype=np.uint8)[start[0] : start[-1]].reshape(-1, _WKB_BYTES)
    if not (points[:, :5] == _WKB_POINT).all():
        return None
    return np.ascontiguousarray(points[:, 5:]).view("<f8")
