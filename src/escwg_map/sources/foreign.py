"""Boundary files from outside, of any kind we accept, read without trusting them.

The order is the defence: a local regular file, of the kind its name says, copied to a folder of our
own; its headers or members checked; GDAL let at it in a child process; then its text, its
coordinate system, its extent and its shapes.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely
from geopandas import GeoDataFrame
from msgspec import Struct
from shapely.geometry.base import BaseGeometry

from escwg_map.geography.projection import to_british_national_grid
from escwg_map.records.problem import Problem
from escwg_map.sources.foreign_ground import known_crs, refuse_outside, refuse_shapes, said
from escwg_map.sources.foreign_process import Answer, read_in_child
from escwg_map.sources.foreign_text import encodings_to_try, refuse_garbled
from escwg_map.sources.limits import LIMITS, Limits
from escwg_map.sources.private_copy import private_copy
from escwg_map.sources.refusal import refusal


class Asked(Struct, frozen=True):
    """What a user says about a file because the file does not: `--layer`, `--encoding`, `--crs`."""

    layer: str | None = None
    encoding: str | None = None
    crs: str | None = None


NOTHING_ASKED = Asked()


class ForeignLayer(Struct, frozen=True, eq=False):
    """A layer from outside: its attributes and polygons (EPSG:27700), in the order of the file.

    `crs` and `encoding` are what the file was read as, for the record of where data came from;
    `notes` what was changed on the way.
    """

    frame: GeoDataFrame
    file: str
    crs: str
    encoding: str
    notes: tuple[Problem, ...]


def read_foreign(
    path: str | Path, *, asked: Asked = NOTHING_ASKED, limits: Limits = LIMITS
) -> ForeignLayer:
    """Read one layer of a Shapefile (zipped or not), GeoPackage, GeoJSON or FlatGeobuf.

    Raises MissingInput when there is no such file, and RefusedInput for everything that is wrong
    with it: the message names the file, the feature and the cure. Polygons may still be invalid
    or overlap; `checked_layer` and `checked_districts` look at that.
    """
    with private_copy(path, layer=asked.layer, limits=limits) as copy:
        if asked.crs is not None:
            # What the user says overrules a .prj, even one that cannot be read.
            copy.part(".prj").unlink(missing_ok=True)
        encodings = encodings_to_try(copy, asked.encoding)
        answer = read_in_child(copy, layer=asked.layer, encodings=encodings, limits=limits)
    refuse_garbled(answer.columns, file=copy.name)
    shapes = _shapes(answer, copy.name)
    refuse_shapes(shapes, file=copy.name, limits=limits)
    crs = known_crs(answer.crs, asked.crs, file=copy.name)
    frame = GeoDataFrame(answer.columns, geometry=np.asarray(shapes, dtype=object), crs=crs)
    refuse_outside(frame, crs, file=copy.name)
    return ForeignLayer(
        frame=to_british_national_grid(frame),
        file=copy.name,
        crs=said(crs),
        encoding=answer.encoding,
        notes=(*_notes(answer, copy.name), *_as_asked(asked, copy.name)),
    )


def _shapes(answer: Answer, file: str) -> list[BaseGeometry | None]:
    try:
        # One by one, so that but one of them is there in both forms at once.
        answer.shapes.reverse()
        return [shapely.from_wkb(answer.shapes.pop()) for _ in range(len(answer.shapes))]
    except shapely.errors.GEOSException as error:
        message = f"a shape in it is damaged ({error})"
        raise refusal(file, message, "open it in a GIS and save it again") from error


def _as_asked(asked: Asked, file: str) -> Iterator[Problem]:
    if said := [each for each in (asked.crs, asked.encoding) if each]:
        message = f"it was read as {' in '.join(said)} because that was asked for"
        yield Problem(file=file, message=message, cure="note it where the file is kept")


def _notes(answer: Answer, file: str) -> tuple[Problem, ...]:
    if not answer.geometry.endswith((" Z", " M", " ZM")) and "2.5D" not in answer.geometry:
        return ()
    message = f"its shapes are {answer.geometry}; heights and measures were dropped"
    return (Problem(file=file, message=message, cure="nothing need be done: areas are flat"),)
