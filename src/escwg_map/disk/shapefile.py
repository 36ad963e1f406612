"""Whether a Shapefile is whole: GDAL says nothing of a disk that is full when it closes."""

import errno
import os
from pathlib import Path


def refuse_half_a_shapefile(folder: Path) -> None:
    """Compare the sizes of all Shapefiles in a folder with what they say of themselves.

    Raises:
        OSError: a part is missing or shorter than it should be.
    """
    for shp in folder.glob("*.shp"):
        sound = all(_length_told(shp.with_suffix(end)) for end in (".shp", ".shx"))
        texts = all(shp.with_suffix(end).read_bytes().strip() for end in (".prj", ".cpg"))
        if not (sound and texts and _rows_told(shp.with_suffix(".dbf"))):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(shp))


def _length_told(path: Path) -> bool:
    """The header of .shp and .shx tells the length of the file, in words of two bytes."""
    head = path.read_bytes()[:28]
    return len(head) == 28 and int.from_bytes(head[24:28], "big") * 2 == path.stat().st_size


def _rows_told(path: Path) -> bool:
    """The header of .dbf tells how many rows there are, and how long it and each of them is."""
    body = path.read_bytes()
    rows, head, row = (int.from_bytes(body[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    return head > 0 and len(body) >= head + rows * row
