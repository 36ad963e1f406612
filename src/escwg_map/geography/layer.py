"""A layer: the areas of one kind of service, in a frame that has been checked."""

import re
from collections.abc import Iterator

import numpy as np
import shapely
from geopandas import GeoDataFrame
from msgspec import Struct
from pyproj import CRS

from escwg_map.errors import RefusedInput
from escwg_map.geography.crs import BRITISH_NATIONAL_GRID, ENGLAND_AND_WALES_METRES
from escwg_map.geography.overlaps import SLIVER, double_claims
from escwg_map.geography.repair import repaired
from escwg_map.records.codes import SERVICE_CODE, kind_of
from escwg_map.records.problem import Problem
from escwg_map.records.row import invisible_character
from escwg_map.vocabulary import Kind

LONGEST_NAME = 254
"""Bytes that the table of a Shapefile holds in one cell; it cuts off what is longer."""


class Layer(Struct, frozen=True, eq=False):
    """Areas of one kind, sorted by code: columns code, name and geometry, in EPSG:27700.

    Make it with `checked_layer`, which knows that the polygons are valid and the codes right.
    """

    kind: Kind
    areas: GeoDataFrame


class Boundaries(Struct, frozen=True, eq=False):
    """The three layers."""

    police: Layer
    fire: Layer
    ambulance: Layer

    def __iter__(self) -> Iterator[Layer]:
        return iter((self.police, self.fire, self.ambulance))

    def of(self, kind: Kind) -> Layer:
        """Pick the layer of one kind."""
        return {layer.kind: layer for layer in self}[kind]


def checked_layer(
    kind: Kind, frame: GeoDataFrame, file: str, *, sliver: float = SLIVER
) -> tuple[Layer, list[Problem]]:
    """Make a layer of a frame, with the problems that it can live with: repairs and overlaps.

    `sliver` is the width in metres (area over perimeter) up to which an overlap is not reported.
    Raises RefusedInput with every fault found: a missing column, another CRS than EPSG:27700, a
    code that is doubled or of another kind, an area without a name, a broken polygon, ground
    outside England and Wales.
    """
    _refuse(file, _frame_faults(frame, file))
    repair = repaired(GeoDataFrame(frame[["code", "name"]], geometry=frame.geometry), file)
    faults = [*_code_faults(kind, frame, file), *_name_faults(frame, file)]
    _refuse(file, [*faults, *repair.faults, *_place_faults(frame, file)])
    areas = repair.frame.sort_values("code", ignore_index=True)
    overlaps = [
        Problem(
            file=file,
            message=f"{claim.one} and {claim.other} overlap by {claim.km2:.3f} km2",
            cure="draw their common border once",
        )
        for claim in double_claims(areas, sliver=sliver)
    ]
    return Layer(kind, areas), [*repair.mended, *overlaps]


def _refuse(file: str, faults: list[Problem]) -> None:
    if faults:
        raise RefusedInput(f"{file} is refused", faults)


def _frame_faults(frame: GeoDataFrame, file: str) -> list[Problem]:
    faults = [
        Problem(
            file=file, column=column, message=f"there is no column {column}", cure=f"add {column}"
        )
        for column in ("code", "name")
        if column not in frame.columns
    ]
    if frame.crs is None or CRS(frame.crs) != CRS(BRITISH_NATIONAL_GRID):
        found = frame.crs.name if frame.crs else "no coordinate system"
        message = f"it is in {found}, not in British National Grid ({BRITISH_NATIONAL_GRID})"
        faults.append(Problem(file=file, message=message, cure="reproject it to EPSG:27700"))
    if frame.empty:
        faults.append(
            Problem(file=file, message="it holds no areas", cure="give a file with areas")
        )
    return faults


def _code_faults(kind: Kind, frame: GeoDataFrame, file: str) -> list[Problem]:
    seen: dict[str, int] = {}
    faults = []
    for row, code in enumerate(frame["code"], start=1):
        if fault := _code_fault(kind, code, seen.setdefault(code, row), row):
            cure = f"give each area once, with the code of its {kind.label.lower()}"
            faults.append(Problem(file=file, row=row, column="code", message=fault, cure=cure))
    return faults


def _code_fault(kind: Kind, code: object, first_row: int, row: int) -> str | None:
    if not isinstance(code, str) or not re.fullmatch(SERVICE_CODE, code):
        return f"{code!r} is not the code of a service"
    if kind_of(code) is not kind:
        return f"{code} belongs to the {kind_of(code)} layer"
    if first_row != row:
        return f"{code} stands in row {first_row} already"
    return None


def _name_faults(frame: GeoDataFrame, file: str) -> list[Problem]:
    return [
        Problem(file=file, row=row, column="name", message=message, cure=cure)
        for row, (code, name) in enumerate(zip(frame["code"], frame["name"], strict=True), start=1)
        for message, cure in _name_fault(code, name)
    ]


def _name_fault(code: str, name: object) -> Iterator[tuple[str, str]]:
    if not isinstance(name, str) or not name.strip():
        yield f"{code} has no name", "name it"
    elif found := invisible_character(name):
        yield f"{code} {found}", "delete it"
    elif (size := len(name.encode("utf-8", "replace"))) > LONGEST_NAME:
        yield f"{code} has a name of {size} bytes, more than {LONGEST_NAME}", "shorten it"


def _place_faults(frame: GeoDataFrame, file: str) -> list[Problem]:
    shapes = np.asarray(frame.geometry.array)
    there = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    outside = there & ~shapely.within(shapes, shapely.box(*ENGLAND_AND_WALES_METRES))
    return [
        Problem(
            file=file,
            row=int(row) + 1,
            message=f"{frame['code'].iloc[row]} reaches outside England and Wales",
            cure="check its coordinates",
        )
        for row in np.flatnonzero(outside)
    ]
