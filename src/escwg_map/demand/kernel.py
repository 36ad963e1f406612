"""Which cell each of very many points lies in. Lets go of Python's lock, so that threads help."""

import numpy as np
import shapely
from numpy.typing import NDArray

from escwg_map.demand.grid import NOWHERE, SIDE, Grid

Metres = NDArray[np.float64]
"""Eastings or northings in British National Grid; finite."""

_UNSURE = NOWHERE - 1


class Kernel:
    """Finds cells by their index; a point on a border is in the first of the cells that meet there.

    Cells are in the order of their ids, so that the lowest codes win, as on the map.
    """

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._squares = np.ascontiguousarray(grid.squares).ravel()
        # Threads that ask one prepared shape destroy each other's memory (GEOS issue 825). Pieces
        # are so small that preparing would gain nothing, and whole cells are hardly ever asked.
        shapely.destroy_prepared(grid.pieces)
        shapely.destroy_prepared(grid.shapes)

    def __reduce__(self) -> tuple[type["Kernel"], tuple[Grid]]:
        """Travel as the grid alone."""
        return Kernel, (self._grid,)

    def cells_of(self, east: Metres, north: Metres) -> NDArray[np.int32]:
        """Give the index of each point's cell, `NOWHERE` for a point at sea or abroad."""
        high, wide = self._grid.squares.shape
        square = _steps(north, self._grid.south, high)
        square *= wide
        square += _steps(east, self._grid.west, wide)
        cells = self._squares.take(square)
        border = np.flatnonzero(cells < NOWHERE)
        if border.size:
            sets = NOWHERE - 1 - cells[border]
            cells[border] = self._at_borders(east[border], north[border], sets)
        return cells

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self._grid.shapes)

    def is_near(self, east: Metres, north: Metres) -> NDArray[np.bool_]:
        """Say of each point whether it lies in the box about all cells, or a kilometre outside."""
        high, wide = self._grid.squares.shape
        west, south = self._grid.west, self._grid.south
        within_columns = (east >= west) & (east < west + wide * SIDE)
        near: NDArray[np.bool_] = within_columns & (north >= south) & (north < south + high * SIDE)
        return near

    def _at_borders(
        self, east: Metres, north: Metres, sets: NDArray[np.int32]
    ) -> NDArray[np.int32]:
        """Try the pieces of each point's square, the largest first."""
        grid = self._grid
        cells = np.full(len(east), _UNSURE, dtype=np.int32)
        left, piece, end = np.arange(len(east)), grid.first[sets], grid.first[sets + 1]
        while left.size:
            inside = shapely.intersects_xy(grid.pieces[piece], east[left], north[left])
            cells[left[inside]] = grid.cells[piece[inside]]
            on = ~inside & (piece + 1 < end)
            left, piece, end = left[on], piece[on] + 1, end[on]
        close = np.flatnonzero(cells == _UNSURE)
        cells[close] = self._exactly(east[close], north[close], sets[close])
        return cells

    def _exactly(self, east: Metres, north: Metres, sets: NDArray[np.int32]) -> NDArray[np.int32]:
        """Ask the whole cells about points within a millimetre of a border: the first one wins."""
        grid = self._grid
        cells = np.full(len(east), NOWHERE, dtype=np.int32)
        for number in np.unique(sets):
            here = np.flatnonzero(sets == number)
            near = grid.cells[grid.first[number] : grid.first[number + 1]]
            for cell in -np.sort(-near[near > NOWHERE]):
                inside = shapely.intersects_xy(grid.shapes[cell], east[here], north[here])
                cells[here[inside]] = cell
        return cells


def _steps(metres: Metres, start: int, most: int) -> NDArray[np.int64]:
    """Say how many squares from the start; what lies beyond counts to the empty ring."""
    steps = (metres - start) / SIDE
    np.clip(steps, 0, most - 1, out=steps)
    return steps.astype(np.int64)
