"""The kinds of boundary file we read, told by their first bytes as well as by their name."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from escwg_map.sources.refusal import refusal

_HEAD = 100


class FileKind(Struct, frozen=True):
    """One kind of file: its name, the GDAL driver that may read it, endings and first bytes."""

    name: str
    driver: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]


SHAPEFILE = FileKind(
    "Shapefile", "ESRI Shapefile", (".shp",), lambda head: head[:4] == b"\x00\x00\x27\x0a"
)
ZIP = FileKind(
    "zipped Shapefile", "ESRI Shapefile", (".zip",), lambda head: head[:4] == b"PK\x03\x04"
)
GEOPACKAGE = FileKind(
    "GeoPackage",
    "GPKG",
    (".gpkg",),
    lambda head: head[:16] == b"SQLite format 3\0" and head[68:70] == b"GP",
)
GEOJSON = FileKind(
    "GeoJSON",
    "GeoJSON",
    (".geojson", ".json"),
    lambda head: head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{",
)
FLATGEOBUF = FileKind("FlatGeobuf", "FlatGeobuf", (".fgb",), lambda head: head[:3] == b"fgb")

KINDS = (SHAPEFILE, ZIP, GEOPACKAGE, GEOJSON, FLATGEOBUF)
DRIVERS = sorted({kind.driver for kind in KINDS})


def recognised(path: Path, file: BinaryIO) -> FileKind:
    """Tell the kind of an open file, and leave it at its beginning.

    Raises RefusedInput when the ending is unknown, or the content is not what the ending says.
    """
    kind = next((kind for kind in KINDS if path.suffix.lower() in kind.endings), None)
    if kind is None:
        raise refusal(path.name, f"'{path.suffix}' is no boundary file that is read", _accepted())
    head = file.read(_HEAD)
    file.seek(0)
    if not kind.begins(head):
        raise refusal(path.name, f"its content is not that of a {kind.name}", _accepted())
    return kind


def _accepted() -> str:
    names = (f"{kind.name} ({', '.join(kind.endings)})" for kind in KINDS)
    return f"give a {', '.join(names)}"
