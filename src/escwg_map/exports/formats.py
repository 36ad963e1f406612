"""The formats: one table that names them, and what each subject can be had in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from escwg_map.errors import NotRecorded
from escwg_map.exports.csv_file import csv_file
from escwg_map.exports.export import Export
from escwg_map.exports.geojson import geojson
from escwg_map.exports.geopackage import geopackage
from escwg_map.exports.geoparquet import geoparquet
from escwg_map.exports.json_file import json_file
from escwg_map.exports.kml import kml
from escwg_map.exports.shapefile import shapefile
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.exports.workbook import workbook
from escwg_map.wording import listing

_PIECE = 64 * 1024
"""Bytes that are sent at once, at least."""


class Format(Struct, frozen=True):
    """One format: the ending of its files, its name for people, and what writes it.

    Text is in UTF-8, and worth compressing on its way; it is written a row at a time. The other
    formats are compressed already, and written whole, because writing them goes back and forth.
    """

    ending: str
    label: str
    media_type: str
    write: Callable[[Export], Iterable[bytes]]
    needs_ground: bool = False
    is_text: bool = False

    @property
    def content_type(self) -> str:
        """The media type, with the character set of text."""
        return f"{self.media_type}; charset=utf-8" if self.is_text else self.media_type

    def pieces(self, export: Export) -> Iterator[bytes]:
        """Write the file in pieces worth sending, so that text is never held whole."""
        held: list[bytes] = []
        size = 0
        for part in self.write(export):
            held.append(part)
            size += len(part)
            if size >= _PIECE:
                yield b"".join(held)
                held, size = [], 0
        yield b"".join(held)

    def body(self, export: Export) -> bytes:
        """Write the whole file."""
        return b"".join(self.write(export))


def _whole(write: Callable[[Export], bytes]) -> Callable[[Export], Iterable[bytes]]:
    return lambda export: (write(export),)


FORMATS: Mapping[str, Format] = {
    each.ending: each
    for each in (
        Format(
            "geojson", "GeoJSON", "application/geo+json", geojson, needs_ground=True, is_text=True
        ),
        Format(
            "gpkg",
            "GeoPackage",
            "application/geopackage+sqlite3",
            _whole(geopackage),
            needs_ground=True,
        ),
        Format("shp.zip", "Shapefile", "application/zip", _whole(shapefile), needs_ground=True),
        Format(
            "kml",
            "KML",
            "application/vnd.google-earth.kml+xml",
            kml,
            needs_ground=True,
            is_text=True,
        ),
        Format("csv", "CSV", "text/csv", csv_file, is_text=True),
        Format(
            "xlsx",
            "Excel workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _whole(workbook),
        ),
        Format("json", "JSON", "application/json", json_file, is_text=True),
        Format("parquet", "Parquet", "application/vnd.apache.parquet", _whole(geoparquet)),
    )
}


def formats_of(what: str) -> tuple[Format, ...]:
    """Give the formats that a subject can be had in, for a menu of downloads.

    Raises:
        NotRecorded: there is no such subject.
    """
    if what not in SUBJECTS:
        raise NotRecorded(f"There is no export '{what}': take {listing(list(SUBJECTS))}.")
    return tuple(
        each for each in FORMATS.values() if SUBJECTS[what].ground or not each.needs_ground
    )


def format_of(what: str, ending: str) -> Format:
    """Find a format of a subject by the ending of its files.

    Raises:
        NotRecorded: the subject cannot be had so; the message says how it can.
    """
    found = {each.ending: each for each in formats_of(what)}
    if ending not in found:
        why = " has no geometry" if ending in FORMATS else f" cannot be had as '{ending}'"
        raise NotRecorded(f"'{what}'{why}: take {listing(list(found))}.")
    return found[ending]
