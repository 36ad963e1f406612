"""The parent's side of reading a foreign file: start the child, wait for it, take its answer."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

import pyogrio
from msgspec import Struct
from msgspec.structs import asdict

from escwg_map.sources.child_process import ask_child
from escwg_map.sources.file_kinds import DRIVERS, GEOJSON, ZIP
from escwg_map.sources.limits import Limits
from escwg_map.sources.private_copy import PrivateCopy
from escwg_map.sources.refusal import refusal

_CHILD = Path(__file__).with_name("foreign_child.py")

# Settings that would change what GDAL and PROJ do in the child, and the way to the network.
_NOT_INHERITED = re.compile(r"(GDAL|OGR|CPL|VSI|PROJ|SHAPE|SQLITE|AWS)_|.*_PROXY$", re.I)

_DAMAGED = "the file may be damaged, or too large; open it in a GIS and save it again"


class Answer(Struct, frozen=True):
    """What the child read: WKB shapes (None where a feature has none), and columns as text.

    `crs` is `EPSG:…`, WKT or None; `geometry` the type as GDAL names it, such as `Polygon Z`.
    """

    crs: str | None
    geometry: str
    encoding: str
    columns: dict[str, list[object]]
    shapes: list[bytes | None]


def read_in_child(
    copy: PrivateCopy, *, layer: str | None, encodings: Sequence[str | None], limits: Limits
) -> Answer:
    """Read a private copy in a child process, trying the encodings in turn.

    The child sees four GDAL drivers, no network and no settings of ours, and is stopped at the
    limits of memory and time. Raises RefusedInput with the child's reason, or because it died.
    """
    request = asdict(limits) | {
        "path": str(copy.path),
        "driver": copy.kind.driver,
        "drivers": DRIVERS,
        "layer": layer,
        "single": copy.kind in (ZIP, GEOJSON) or copy.path.suffix == ".shp",
        "encodings": list(encodings),
        "answer": str(copy.path.with_name("answer")),
    }
    content = ask_child(_CHILD, request, name=copy.name, environment=_environment(), cure=_DAMAGED)
    return _answer(content, copy)


def _environment() -> dict[str, str]:
    inherited = {key: value for key, value in os.environ.items() if not _NOT_INHERITED.match(key)}
    return inherited | {
        # Drivers are registered when the library loads, so they must be named before.
        "GDAL_SKIP": ",".join(sorted(set(pyogrio.list_drivers()) - set(DRIVERS))),
        "GDAL_DRIVER_PATH": "disable",
        "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
        "PROJ_NETWORK": "OFF",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _answer(content: bytes, copy: PrivateCopy) -> Answer:
    # A copy of all that follows the line would cost as much again as the shapes themselves.
    end = content.index(b"\n") + 1
    head = json.loads(content[:end])
    if "message" in head:
        message = head["message"].replace(str(copy.path), copy.name)
        raise refusal(copy.name, message, head["cure"])
    return Answer(
        crs=head["crs"],
        geometry=head["geometry"],
        encoding=head["encoding"],
        columns=head["columns"],
        shapes=_cut_up(content, end, head["lengths"]),
    )


def _cut_up(content: bytes, place: int, lengths: list[int | None]) -> list[bytes | None]:
    shapes: list[bytes | None] = []
    for length in lengths:
        shapes.append(None if length is None else content[place : place + length])
        place += length or 0
    return shapes
