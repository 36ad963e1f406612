"""Counting one batch of rows: the work that threads and other machines do."""

import numpy as np
import pyarrow as pa
from msgspec import Struct
from numpy.typing import NDArray

from escwg_map.demand.categories import categories_of
from escwg_map.demand.columns import Columns
from escwg_map.demand.faults import EXAMPLES, SOUND, Example, Fault, Found
from escwg_map.demand.grid import NOWHERE
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.points import points_of
from escwg_map.demand.tally import Tally, refuse_too_many, sums
from escwg_map.demand.values import Numbers, field_of, numbers_of

HEAVIEST = 1e9
"""A weight beyond is a slip, and would be all that is seen."""


class Batch(Struct, frozen=True):
    """Some rows of a file, and how many come before them there."""

    rows: pa.RecordBatch
    before: int


class Located(Struct, frozen=True):
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


def count(kernel: Kernel, columns: Columns, file: int, batch: Batch) -> Tally:
    """Count a batch; `file` is the place of its file among those read."""
    return counted(kernel, columns, file, batch, locate(kernel, columns, batch.rows))


def counted(kernel: Kernel, columns: Columns, file: int, batch: Batch, located: Located) -> Tally:
    """Count a batch whose cells are known."""
    tally = Tally(rows=len(located.cells))
    odd = np.flatnonzero(located.fault)
    for number in np.unique(located.fault[odd]).tolist():
        where = odd[located.fault[odd] == number]
        examples = tuple(Example(file, batch.before + row) for row in where[:EXAMPLES].tolist())
        tally.found[Fault.numbered(number)] = Found(len(where), examples)
    _count_cells(tally, kernel, columns, batch.rows, located)
    return tally


def unrecognised(file: int, batch: Batch) -> Tally:
    """Count a batch of a file without the columns that are wanted."""
    rows = len(batch.rows)
    examples = tuple(Example(file, batch.before + row) for row in range(min(rows, EXAMPLES)))
    return Tally(rows, found={Fault.UNRECOGNISED: Found(rows, examples)} if rows else {})


def _count_cells(
    tally: Tally, kernel: Kernel, columns: Columns, rows: pa.RecordBatch, located: Located
) -> None:
    inside = np.flatnonzero(located.cells != NOWHERE)
    keys = located.cells[inside].astype(np.int64)
    names: tuple[str, ...] = ("",)
    if columns.by:
        names, places = categories_of(field_of(rows, columns.by))
        refuse_too_many(len(names))
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
