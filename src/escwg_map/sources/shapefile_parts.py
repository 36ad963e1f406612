"""The parts of a Shapefile, and whether they belong together: read from their headers, not by GDAL.

GDAL reads on in silence where a part is cut short; the counts of the three parts tell it. Layouts:
ESRI Shapefile Technical Description (July 1998), and the header of dBASE III.
"""

import struct
import sys
from pathlib import Path

from escwg_map.sources.limits import Limits
from escwg_map.sources.refusal import refusal

REQUIRED = (".shx", ".dbf")
OPTIONAL = (".prj", ".cpg")

_SHP_HEADER = 100
_SHX_RECORD = 8
_RECORD_HEADER = 8
_SHP_RECORD = 52
_POLYGONS = [struct.pack("<i", kind) for kind in (5, 15, 25)]
_DBF_HEADER = 32
_SIMPLER = "give a less detailed file"
_TOGETHER = "copy all files of the Shapefile together once more, from where they came"


def check_records(shp: Path, *, name: str, limits: Limits) -> None:
    """Refuse a Shapefile whose parts are cut short or differ in records, or hold too much."""
    counts = {
        ".shp": _shp_records(shp, name, limits),
        ".shx": _shx_records(shp.with_suffix(".shx"), name),
        ".dbf": _dbf_records(shp.with_suffix(".dbf"), name),
    }
    if len(set(counts.values())) > 1:
        found = ", ".join(f"{count} in {part}" for part, count in counts.items())
        raise refusal(name, f"its parts hold different numbers of records: {found}", _TOGETHER)


def _shp_records(path: Path, name: str, limits: Limits) -> int:
    size, place, records, vertices = path.stat().st_size, _SHP_HEADER, 0, 0
    if size < _SHP_HEADER:
        raise _cut(name, ".shp", None)
    with path.open("rb") as file:
        while place < size:
            file.seek(place)
            length, points = _shp_record(file.read(_SHP_RECORD))
            place, records, vertices = place + length, records + 1, vertices + points
            if place > size:
                raise _cut(name, ".shp", records)
            if records > limits.features:
                raise refusal(name, f"it holds over {limits.features:,} features", _SIMPLER)
            if vertices > limits.vertices:
                raise refusal(name, f"it holds over {limits.vertices:,} vertices", _SIMPLER)
    return records


def _shp_record(head: bytes) -> tuple[int, int]:
    # A record: number and length of content in 16-bit words, big-endian; then, little-endian, the
    # type of shape, its box, and for polygons of any sort the numbers of parts and of points.
    if len(head) < _RECORD_HEADER:
        return sys.maxsize, 0
    (words,) = struct.unpack(">I", head[4:8])
    is_polygon = len(head) == _SHP_RECORD and head[8:12] in _POLYGONS
    points = struct.unpack("<I", head[48:52])[0] if is_polygon else 0
    return _RECORD_HEADER + 2 * words, points


def _shx_records(path: Path, name: str) -> int:
    size = path.stat().st_size
    if size < _SHP_HEADER or (size - _SHP_HEADER) % _SHX_RECORD:
        raise _cut(name, ".shx", None)
    return (size - _SHP_HEADER) // _SHX_RECORD


def _dbf_records(path: Path, name: str) -> int:
    with path.open("rb") as file:
        header = file.read(_DBF_HEADER)
    if len(header) < _DBF_HEADER:
        raise _cut(name, ".dbf", None)
    records, first, length = struct.unpack("<IHH", header[4:12])
    there = (path.stat().st_size - first) // length if length else 0
    if there < records:
        raise _cut(name, ".dbf", max(there, 0) + 1)
    return int(records)


def _cut(name: str, part: str, row: int | None) -> Exception:
    return refusal(name, f"its {part} is cut short or damaged", _TOGETHER, row=row)
