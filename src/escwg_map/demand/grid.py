"""A grid over the cells that answers for most points at once, without a look at any border.

A square of the grid that lies wholly in one cell says which; one that touches none says so. Only
the squares at borders (one in twenty) keep pieces of the cells, and of what is in no cell.
"""

from collections.abc import Sequence
from typing import Self

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray

SIDE = 1_000
"""Metres along one side of a square."""

NOWHERE = -1
"""Stands for the cell of a point that is in none."""

SURE = 0.001
"""Metres: a point is decided by a piece when it is farther than this from every border.

Pieces are cut out with rounded coordinates, which are wrong by far less. Nearer points are asked
about with the whole cells, so that no answer depends on how they were cut.
"""

_COARSEST = 64
"""Squares along one side of the largest blocks, which are halved until they are clear."""

_BLOCK = 16
"""Squares along one side of the blocks that are cut out first."""

Geometries = NDArray[np.object_]
Numbers = NDArray[np.int32]

Places = NDArray[np.int64]
"""Column and row of squares."""


class Grid(Struct, frozen=True):
    """Squares in rows from the south, each row from the west, with an empty ring around them.

    A square holds the index of its cell, `NOWHERE`, or, at a border, -2 for the first set of
    pieces, -3 for the second and so on. Set n has the pieces from `first[n]` to `first[n + 1]`.
    """

    west: int
    south: int
    squares: NDArray[np.int32]
    first: Numbers
    pieces: Geometries
    cells: Numbers
    """The cell of each piece, or `NOWHERE`."""
    shapes: Geometries
    """The whole cells."""

    @classmethod
    def of(cls, shapes: Sequence[shapely.Geometry]) -> Self:
        """Lay the grid over cells, given in British National Grid in the order of their ids."""
        whole = np.array(shapes, dtype=object)
        ground = shapely.total_bounds(whole)
        west, south = (int(edge // SIDE) * SIDE for edge in ground[:2])
        wide, high = int((ground[2] - west) // SIDE) + 1, int((ground[3] - south) // SIDE) + 1
        squares = np.full((high, wide), NOWHERE, dtype=np.int32)
        places = _filled(squares, whole, west, south)
        owner, cells, pieces = _cut(places, whole, west, south)
        squares[places[:, 1], places[:, 0]] = NOWHERE - 1 - np.arange(len(places))
        order = np.lexsort((-shapely.area(pieces), owner))
        return cls(
            west - SIDE,
            south - SIDE,
            np.pad(squares, 1, constant_values=NOWHERE),
            np.searchsorted(owner[order], np.arange(len(places) + 1)).astype(np.int32),
            pieces[order],
            cells[order],
            whole,
        )


def _filled(squares: Numbers, shapes: Geometries, west: int, south: int) -> Places:
    """Fill in the squares that lie in one cell alone; give column and row of those at borders."""
    high, wide = squares.shape
    size = _COARSEST
    corners: Places = np.mgrid[0:wide:size, 0:high:size].reshape(2, -1).T
    while True:
        tree = shapely.STRtree(_boxes(corners, size, west, south, margin=SURE))
        touched = np.bincount(tree.query(shapes, predicate="intersects")[1], minlength=len(corners))
        cell, block = tree.query(shapes, predicate="contains_properly")
        alone = touched[block] == 1
        for number, (column, row) in zip(cell[alone], corners[block[alone]], strict=True):
            squares[row : row + size, column : column + size] = number
        clear = touched == 0
        clear[block[alone]] = True
        corners = corners[~clear]
        if size == 1:
            break
        size //= 2
        steps = np.array([(0, 0), (size, 0), (0, size), (size, size)])
        corners = (corners[:, None] + steps).reshape(-1, 2)
        corners = corners[(corners < (wide, high)).all(axis=1)]
    return corners


def _boxes(corners: Places, size: int, west: int, south: int, *, margin: float) -> Geometries:
    """Draw blocks of squares a little larger, since a point's square is worked out by rounding."""
    low = corners * SIDE + (west, south)
    high = low + size * SIDE
    boxes: Geometries = shapely.box(*(low - margin).T, *(high + margin).T)
    return boxes


def _cut(
    places: Places, shapes: Geometries, west: int, south: int
) -> tuple[Numbers, Numbers, Geometries]:
    """Cut squares into what belongs to each cell and to none, less a margin at every border.

    Where cells overlap, the ground is the first one's. Gives each piece's square, its cell, and it.
    """
    boxes = _boxes(places, 1, west, south, margin=2 * SURE)
    box, cell = _pairs(boxes, shapes)
    ground = _coarsely(places[box], cell, shapes, west, south)
    rest = boxes.copy()
    pieces = np.empty(len(box), dtype=object)
    rank = np.arange(len(box)) - np.searchsorted(box, box)
    for turn in range(int(rank.max(initial=-1)) + 1):
        now = np.flatnonzero(rank == turn)
        pieces[now] = shapely.intersection(rest[box[now]], ground[now])
        rest[box[now]] = shapely.difference(rest[box[now]], pieces[now])
    owner = np.concatenate([box, np.arange(len(boxes))])
    cells = np.concatenate([cell, np.full(len(boxes), NOWHERE)])
    sure = shapely.buffer(np.concatenate([pieces, rest]), -SURE, quad_segs=1, join_style="mitre")
    return owner.astype(np.int32), cells.astype(np.int32), sure


def _coarsely(
    places: Places,
    cell: NDArray[np.int64],
    shapes: Geometries,
    west: int,
    south: int,
) -> Geometries:
    """Give the part of each square's cell that lies in the block of squares about it.

    A block is cut out of a cell once, so that a square is not cut out of a whole coast.
    """
    keys, which = np.unique(np.column_stack([places // _BLOCK, cell]), axis=0, return_inverse=True)
    blocks = _boxes(keys[:, :2] * _BLOCK, _BLOCK, west, south, margin=1)
    parts: Geometries = shapely.intersection(blocks, shapes[keys[:, 2]])
    return parts[which.ravel()]


def _pairs(boxes: Geometries, shapes: Geometries) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pair each box with the cells that it touches, in the order of boxes, then of cells."""
    cell, box = shapely.STRtree(boxes).query(shapes, predicate="intersects")
    order = np.lexsort((cell, box))
    return box[order], cell[order]
