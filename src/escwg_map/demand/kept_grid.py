"""A grid that was laid once and kept on disk: it takes as long as counting ten million points.

It is kept beside the publications. What cannot be read or written there costs time and nothing
else.
"""

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from escwg_map.demand import grid
from escwg_map.demand.grid import Geometries, Grid
from escwg_map.disk.whole_file import write_file
from escwg_map.errors import CannotWrite

_NAMES = "grid-*.npz"


def grid_over(shapes: Sequence[shapely.Geometry], folder: Path) -> Grid:
    """Read the grid over cells from a folder, or lay it and keep it there, in place of others."""
    whole = np.array(shapes, dtype=object)
    file = folder / _NAMES.replace("*", _key(whole))
    # What is damaged is laid anew; numpy tells of it in many ways.
    with suppress(
        OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, shapely.GEOSException
    ):
        return _read(file, whole)
    laid = Grid.of(shapes)
    with suppress(CannotWrite, OSError):
        write_file(file, _written(laid))
        for other in set(folder.glob(_NAMES)) - {file}:
            other.unlink(missing_ok=True)
    return laid


def _key(shapes: Geometries) -> str:
    """Name a grid by all that it depends on: the cells, and what lays it."""
    key = sha256(Path(grid.__file__).read_bytes())
    key.update(f"{shapely.__version__} {shapely.geos_version_string} ".encode())
    for shape in shapely.to_wkb(shapes):
        key.update(shape)
    return key.hexdigest()[:16]


def _written(laid: Grid) -> bytes:
    pieces = shapely.to_wkb(laid.pieces)
    file = io.BytesIO()
    np.savez(
        file,
        corner=np.array([laid.west, laid.south]),
        squares=laid.squares,
        first=laid.first,
        cells=laid.cells,
        ends=np.cumsum([len(piece) for piece in pieces]),
        pieces=np.frombuffer(b"".join(pieces), dtype=np.uint8),
    )
    return file.getvalue()


def _read(file: Path, shapes: Geometries) -> Grid:
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
        west, south = kept["corner"].tolist()
        pieces = _cut_up(kept["pieces"].tobytes(), kept["ends"])
        return Grid(west, south, kept["squares"], kept["first"], pieces, kept["cells"], shapes)


def _cut_up(joined: bytes, ends: NDArray[np.int64]) -> Geometries:
    starts = [0, *ends[:-1].tolist()]
    texts = [joined[start:end] for start, end in zip(starts, ends.tolist(), strict=True)]
    pieces: Geometries = shapely.from_wkb(np.array(texts, dtype=object))
    return pieces
