"""Exports opened again by the programs that people use, and compared as plain rows."""

import csv
import io
import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd

from escwg_map.exports.columns import Holds
from escwg_map.exports.export import Export
from escwg_map.exports.formats import FORMATS
from escwg_map.exports.shapefile import SHORT_NAMES

Rows = list[dict[str, str]]


def opened(export: Export, ending: str) -> Rows:
    """Write an export, open it again, and give its rows as texts."""
    return _OPENED[ending](FORMATS[ending].body(export), export)


def frame(export: Export, ending: str, *, layer: str | None = None) -> gpd.GeoDataFrame:
    """Open a file with a geometry."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"export.{ending}")
        path.write_bytes(FORMATS[ending].body(export))
        if ending == "parquet":
            return gpd.read_parquet(path)
        return gpd.read_file(path, layer=layer) if layer else gpd.read_file(path)


def expected(export: Export) -> Rows:
    """The rows that are in the export, as the same texts."""
    return [_texts(dict(zip(export.table.columns, row, strict=True))) for row in export.table.rows]


def _texts(row: Mapping[Any, Any]) -> dict[str, str]:
    return {str(name): _text(value) for name, value in row.items()}


def _text(value: object) -> str:
    """Say a value as all formats can: what is not stated and an empty text are the same."""
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - as only NaN does
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value).lower() if str(value) in ("True", "False") else str(value)


def _json(body: bytes, _: Export) -> Rows:
    return [_texts(row) for row in json.loads(body)["rows"]]


def _geojson(body: bytes, _: Export) -> Rows:
    return [_texts(feature["properties"]) for feature in json.loads(body)["features"]]


def _csv(body: bytes, export: Export) -> Rows:
    numbers = {column.name for column in export.columns if column.holds is Holds.NUMBER}
    read = csv.DictReader(io.StringIO(body.decode(), newline=""), strict=True)
    return [
        _texts({name: float(t) if t and name in numbers else t for name, t in row.items()})
        for row in read
    ]


def _xlsx(body: bytes, export: Export) -> Rows:
    sheet = openpyxl.load_workbook(io.BytesIO(body))[export.subject.name]
    names, *rows = sheet.iter_rows(values_only=True)
    return [_texts(dict(zip(names, row, strict=True))) for row in rows]


def _parquet(body: bytes, _: Export) -> Rows:
    return _rows(pd.read_parquet(io.BytesIO(body)))


def _gdal(ending: str) -> Callable[[bytes, Export], Rows]:
    def rows(_: bytes, export: Export) -> Rows:
        return _rows(frame(export, ending))

    return rows


def _shapefile(_: bytes, export: Export) -> Rows:
    long_names = {short: name for name, short in SHORT_NAMES.items()}
    return _rows(frame(export, "shp.zip").rename(columns=long_names))


def _kml(_: bytes, export: Export) -> Rows:
    # GDAL puts columns of its own before ours, and a second name where there is one already.
    read = frame(export, "kml")
    if "name2" in read:
        read = read.rename(columns={"name2": "name"})
    return _rows(read[[name for name in export.table.columns if name in read]])


def _rows(read: pd.DataFrame) -> Rows:
    plain = read.drop(columns=["geometry"], errors="ignore")
    return [_texts(row) for row in plain.to_dict("records")]


_OPENED: Mapping[str, Callable[[bytes, Export], Rows]] = {
    "csv": _csv,
    "geojson": _geojson,
    "gpkg": _gdal("gpkg"),
    "json": _json,
    "kml": _kml,
    "parquet": _parquet,
    "shp.zip": _shapefile,
    "xlsx": _xlsx,
}
