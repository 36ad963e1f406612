"""Counting one batch of rows: the work that threads and other machines do."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from escwg_map.demand.categories import categories_of
from escwg_map.demand.columns import Columns
from escwg_map.demand.faults import EXAMPLES, SOUND, Example, Fault, Found
from escwg_map.demand.grid import NOWHERE
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.numbers import Numbers, field_of, numbers_of
from escwg_map.demand.points import points_of
from escwg_map.demand.tally import Tally, sums

HEAVIEST = 1e9
"""A weight beyond is a slip, and would be all that is seen."""


@dataclass(frozen=True)
class Batch:
    """Some rows of a file, and how many come before them there."""

    rows: pa.RecordBatch
    before: int


@dataclass(frozen=True)
class Located:
    """The cell of each row by its index, or `NOWHERE`, and what is wrong or odd about the row."""

    cells: NDArray[np.int32]
    fault: NDArray[np.uint8]
    weights: Numbers | None


def locate(kernel: Kernel, columns: Columns, rows: pa.RecordBatch) -> Located:
    """Find the cells of a batch; a row at fault is nowhere."""
    points = points_of(rows, columns)
    fault, weights = points.fault, None
    if columns.weight:
        weights = _weights(field_of(rows, columns.weight), fault)
    sound = np.flatnonzero(fault == SOUND)
    everything = len(sound) == len(fault)
    east, north = points.east, points.north
    if not everything:
        east, north = east[sound], north[sound]
    found = kernel.cells_of(east, north)
    outside = np.flatnonzero(found == NOWHERE)
    if outside.size:
        near = kernel.is_near(east[outside], north[outside])
        kinds = np.where(near, Fault.AT_SEA.number, Fault.ABROAD.number)
        fault[sound[outside]] = kinds.astype(np.uint8)
    if everything:
        return Located(found, fault, weights)
    cells = np.full(len(fault), NOWHERE, dtype=np.int32)
    cells[sound] = found
    return Located(cells, fault, weights)


def count(kernel: Kernel, columns: Columns, batch: Batch, file: int) -> Tally:
    """Count a batch; `file` is the place of its file among those read."""
    located = locate(kernel, columns, batch.rows)
    tally = Tally(rows=len(located.cells))
    for kind in Fault:
        if number := int(np.count_nonzero(located.fault == kind.number)):
            tally.found[kind] = _found(located.fault == kind.number, number, batch.before, file)
    _count_cells(tally, kernel, columns, batch.rows, located)
    return tally


def _count_cells(
    tally: Tally, kernel: Kernel, columns: Columns, rows: pa.RecordBatch, located: Located
) -> None:
    inside = np.flatnonzero(located.cells != NOWHERE)
    keys = located.cells[inside].astype(np.int64)
    names: tuple[str, ...] = ("",)
    if columns.by:
        names, places = categories_of(field_of(rows, columns.by))
        keys += places[inside] * kernel.cells
    shape = (len(names), kernel.cells)
    length = len(names) * kernel.cells
    points = np.bincount(keys, minlength=length).reshape(shape)
    used = np.flatnonzero(points.any(axis=1))
    tally.points = {names[place]: points[place] for place in used}
    if located.weights is not None:
        weights = sums(keys, located.weights[inside], length).reshape(shape)
        tally.weights = {names[place]: weights[place] for place in used}


def _weights(column: pa.Array, fault: NDArray[np.uint8]) -> Numbers:
    weights, _ = numbers_of(column)
    wrong = ~((weights >= 0) & (weights <= HEAVIEST))
    fault[wrong & (fault == SOUND)] = Fault.WEIGHT.number
    return weights


def _found(where: NDArray[np.bool_], number: int, before: int, file: int) -> Found:
    first = np.flatnonzero(where)[:EXAMPLES] + before
    return Found(number, tuple(Example(file, row) for row in first.tolist()))
