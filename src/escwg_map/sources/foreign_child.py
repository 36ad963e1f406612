"""The process that lets GDAL at a foreign file: little memory, little time, four drivers.

Run as a script by `foreign_process`, never imported; `capped_child` takes the request and writes
the answer. After its line of JSON come the shapes as WKB, one after the other.
"""

import json
import math
import struct
import sys
from pathlib import Path
from typing import Any, NoReturn

from escwg_map.sources.capped_child import RefusedError, Request, answer

# Kinds of shape in well-known binary (ISO 19125): a polygon, and those whose parts come next.
_POLYGON, _OF_SEVERAL = 3, (6, 7)

_SIMPLER = "give a less detailed file"
_SAY_CRS = "say which system it is in, for example --crs EPSG:27700"
_CHOOSE = "choose one with --layer, or with --source-layer when importing"
_OTHER_SOURCE = "open it in a GIS and save it again, or give another file"


def _read(request: Request) -> tuple[dict[str, Any], list[bytes]]:
    if request["driver"] == "GeoJSON":
        _check_geojson(Path(request["path"]))
    # pyogrio imports these where it finds them; the numbers and bytes that we need do without.
    for module in ("geopandas", "pandas", "pyarrow", "pyproj", "shapely"):
        sys.modules[module] = None  # type: ignore[assignment]  # None means: do not import
    import pyogrio  # noqa: PLC0415 - only now are drivers skipped and memory capped

    if unwanted := set(pyogrio.list_drivers()) - set(request["drivers"]):
        raise RefusedError(f"GDAL offers drivers not asked for: {sorted(unwanted)}", "report this")
    try:
        layer = _layer(pyogrio.list_layers(request["path"]).tolist(), request)
        head, shapes = _features(request, layer)
        return head, [shape for shape in shapes if shape is not None]
    except pyogrio.errors.CRSError as error:
        raise RefusedError("its coordinate system is garbled", _SAY_CRS) from error
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise RefusedError(f"GDAL cannot read it ({error})", _OTHER_SOURCE) from error


def _layer(found: list[tuple[str, str | None]], request: Request) -> str:
    layers = [name for name, geometry in found if geometry is not None]
    if not layers:
        raise RefusedError("it holds no layer with shapes", _OTHER_SOURCE)
    shown = ", ".join(layers)
    wanted = None if request["single"] else request["layer"]
    if wanted is None and len(layers) > 1:
        raise RefusedError(f"it holds {len(layers)} layers: {shown}", _CHOOSE)
    if wanted is not None and wanted not in layers:
        raise RefusedError(f"it holds no layer '{wanted}', only: {shown}", _CHOOSE)
    return str(wanted or layers[0])


def _features(request: Request, layer: str) -> tuple[dict[str, Any], list[bytes | None]]:
    import pyogrio  # noqa: PLC0415 - see _read

    info = pyogrio.read_info(request["path"], layer=layer, force_feature_count=True)
    if info["driver"] != request["driver"]:
        raise RefusedError(f"it is a {info['driver']} file under another name", _OTHER_SOURCE)
    if info["features"] > request["features"]:
        raise RefusedError(f"it holds over {request['features']:,} features", _SIMPLER)
    meta, shapes, values, encoding = _decoded(request, layer)
    sizes = [_size(shape or b"", row) for row, shape in enumerate(shapes, start=1)]
    polygons, vertices = map(sum, zip((0, 0), *sizes, strict=True))
    for counted, what in ((vertices, "vertices"), (polygons, "polygons")):
        if counted > request[what]:
            raise RefusedError(f"it holds over {request[what]:,} {what}", _SIMPLER)
    head = {
        "crs": meta["crs"],
        "geometry": info["geometry_type"],
        "encoding": encoding,
        "columns": {
            name: _cells(cells) for name, cells in zip(meta["fields"], values, strict=True)
        },
        "lengths": [None if shape is None else len(shape) for shape in shapes],
    }
    return head, shapes


def _decoded(request: Request, layer: str) -> tuple[Any, list[bytes | None], list[Any], str]:
    from pyogrio import raw  # noqa: PLC0415 - see _read

    tried = request["encodings"]
    for encoding in tried:
        try:
            meta, _, shapes, values = raw.read(
                request["path"], layer=layer, encoding=encoding, force_2d=True
            )
        except (UnicodeDecodeError, LookupError):
            continue
        return meta, shapes.tolist(), values, encoding or "UTF-8"
    message = f"its text is not in {' or '.join(map(str, tried))}"
    raise RefusedError(message, "name the encoding with --encoding")


def _size(wkb: bytes, row: int) -> tuple[int, int]:
    """Count the polygons and the vertices of a shape; what holds curves is refused elsewhere."""
    import numpy as np  # noqa: PLC0415 - see _read

    place = polygons = vertices = 0
    while place + 9 <= len(wkb):
        kind, parts = struct.unpack_from("<II", wkb, place + 1)
        place += 9
        if kind == _POLYGON:
            polygons += 1
            for _ in range(parts):
                (points,) = struct.unpack_from("<I", wkb, place)
                if not np.isfinite(np.frombuffer(wkb, "<f8", 2 * points, place + 4)).all():
                    message = f"its feature {row} has a corner that lies nowhere"
                    raise RefusedError(message, "draw its polygon, or take it out")
                place, vertices = place + 4 + 16 * points, vertices + points
        elif kind not in _OF_SEVERAL:
            break
    return polygons, vertices


def _cells(cells: Any) -> list[object]:  # noqa: ANN401 - a numpy array of any type
    return [_cell(value) for value in cells.tolist()]


def _cell(value: object) -> object:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return str(value)


def _check_geojson(path: Path) -> None:
    try:
        document = json.loads(
            path.read_bytes().decode("utf-8-sig"),
            parse_float=_finite,
            parse_constant=_constant,
            object_pairs_hook=_once,
        )
    except RecursionError as error:
        raise RefusedError("it is nested too deeply", _OTHER_SOURCE) from error
    except ValueError as error:
        raise RefusedError(f"it is not well-formed GeoJSON ({error})", _OTHER_SOURCE) from error
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise RefusedError("it is not a FeatureCollection", _OTHER_SOURCE)
    if "crs" in document:
        _check_crs_member(document["crs"])


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise RefusedError(f"it holds {text}, which is no finite number", "correct the number")
    return number


def _constant(text: str) -> NoReturn:
    raise RefusedError(f"it holds {text}, which is no number in JSON", "correct the number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RefusedError(f"it has the member '{twice}' twice in one object", "keep one of them")
    return members


def _check_crs_member(member: object) -> None:
    """Let through the names that GDAL reads right; a link would make it look elsewhere."""
    import re  # noqa: PLC0415 - needed for this rare member only

    name = None
    if isinstance(member, dict) and member.get("type") == "name":
        properties = member.get("properties")
        name = properties.get("name") if isinstance(properties, dict) else None
    known = r"urn:ogc:def:crs:(OGC:1\.3:CRS84|EPSG:[0-9.]*:\d{4,6})|EPSG:\d{4,6}|OGC:CRS84"
    if not isinstance(name, str) or not re.fullmatch(known, name):
        raise RefusedError(
            "its member 'crs' is none that is understood", "save it as RFC 7946 GeoJSON, in WGS 84"
        )


if __name__ == "__main__":
    answer(_read, smaller=_SIMPLER)
