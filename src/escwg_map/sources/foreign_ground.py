"""Where on earth a foreign file lies: its coordinate system, and whether that can be true."""

import re

import numpy as np
import shapely
from geopandas import GeoDataFrame
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from shapely.geometry.base import BaseGeometry

from escwg_map.errors import RefusedInput
from escwg_map.geography.crs import BRITISH_NATIONAL_GRID
from escwg_map.records.problem import Problem
from escwg_map.sources.limits import Limits
from escwg_map.sources.refusal import refusal

GREAT_BRITAIN_METRES = (1_000, 1_000, 660_000, 1_225_000)
"""A box in British National Grid around Great Britain without its sea, from Scilly to Shetland.

It begins at 1,000 so that degrees taken for metres, which all lie near 0, fall outside.
"""

_LONGEST_WKT = 10_000
_NAMES_A_FILE = re.compile(r"grids|PARAMETERFILE|EXTENSION|\+proj", re.I)
_UNKNOWN = "its coordinate system is none that is known for maps"
_CURE = "say which system it is in, for example --crs EPSG:27700"


def known_crs(found: str | None, asked: str | None, *, file: str) -> CRS:
    """Settle the coordinate system: the one asked for, or the one that the file defines.

    Raises RefusedInput when neither says anything that can be understood.
    """
    if asked is not None:
        if not re.fullmatch(r"EPSG:\d{4,6}", asked):
            raise refusal(file, f"'{asked}' is not the code of a coordinate system", _CURE)
        found = asked
    if not found:
        raise refusal(file, "its coordinate system is unknown (no .prj, or an empty one)", _CURE)
    crs = _system(found) if len(found) <= _LONGEST_WKT else None
    if crs is None:
        raise refusal(file, _UNKNOWN, _CURE)
    return crs


def said(crs: CRS) -> str:
    """Name a coordinate system: its EPSG code where it has one, else the name it was given."""
    code = crs.to_epsg()
    return f"EPSG:{code}" if code else str(crs.name)


def _system(text: str) -> CRS | None:
    try:
        crs = CRS.from_user_input("EPSG:4326" if text == "OGC:CRS84" else text)
        if code := _flat(crs).to_epsg(min_confidence=60):
            crs = CRS.from_epsg(code)
    except CRSError:
        return None
    crs = _flat(crs)
    # There are heights and positions in space as well, which place no polygon on a map.
    is_for_maps = crs.is_geographic or crs.is_projected
    # A definition may name a file of corrections, which might be any file of this machine.
    return crs if is_for_maps and not _NAMES_A_FILE.search(crs.to_wkt()) else None


def _flat(crs: CRS) -> CRS:
    """Take what places things on a map out of a system that says more: of heights, of datums."""
    if crs.is_bound and crs.source_crs is not None:
        return _flat(crs.source_crs)
    return _flat(crs.sub_crs_list[0]) if crs.is_compound else crs


def refuse_outside(frame: GeoDataFrame, crs: CRS, *, file: str) -> None:
    """Refuse a frame whose box is not inside Great Britain's, which betrays a wrong CRS label.

    Metres labelled as degrees, swapped axes and a wrong projection all end here; both boxes are
    printed, in the CRS of the file.
    """
    box = tuple(float(side) for side in frame.total_bounds)
    try:
        if _lies_in_great_britain(box, crs):
            return
        to_file = Transformer.from_crs(BRITISH_NATIONAL_GRID, crs, always_xy=True)
        expected = to_file.transform_bounds(*GREAT_BRITAIN_METRES)
    except ProjError as error:
        # A definition may be well-formed and still lead nowhere, such as beyond the pole.
        raise refusal(file, _UNKNOWN, _CURE) from error
    message = (
        f"it does not lie in Great Britain: read as {said(crs)} its box is {_shown(box)}, "
        f"and Great Britain's is {_shown(expected)}"
    )
    raise refusal(file, message, _CURE)


def _lies_in_great_britain(box: tuple[float, ...], crs: CRS) -> bool:
    west, south, east, north = box
    if crs.is_geographic and not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        return False
    to_grid = Transformer.from_crs(crs, BRITISH_NATIONAL_GRID, always_xy=True)
    sides = np.array(to_grid.transform([west, east, west, east], [south, north, north, south]))
    if not np.isfinite(sides).all():
        return False
    least, most = np.array(GREAT_BRITAIN_METRES[:2]), np.array(GREAT_BRITAIN_METRES[2:])
    # Grid lines are askew to meridians: the corners of a box in degrees stick out by some km.
    slack = 0 if crs == CRS(BRITISH_NATIONAL_GRID) else 40_000
    corners = sides.T
    return bool((corners >= least - slack).all() and (corners <= most + slack).all())


def _shown(box: tuple[float, ...]) -> str:
    return "(" + ", ".join(f"{side:.6g}" for side in box) + ")"


def refuse_shapes(shapes: list[BaseGeometry | None], *, file: str, limits: Limits) -> None:
    """Refuse features without a polygon, listing all by number, and more than is allowed."""
    problems = [
        Problem(file=file, row=row, message=fault, cure="draw its polygon, or take it out")
        for row, shape in enumerate(shapes, start=1)
        if (fault := _shape_fault(shape))
    ]
    if problems:
        raise RefusedInput(f"{file} is refused", problems)
    if not shapes:
        raise refusal(file, "it holds no features", "give a file with areas")
    for counted, most, what in (
        (shapely.get_num_coordinates(shapes), limits.vertices, "vertices"),
        (shapely.get_num_geometries(shapes), limits.polygons, "polygons"),
    ):
        if counted.sum() > most:
            raise refusal(file, f"it holds over {most:,} {what}", "give a less detailed file")


def _shape_fault(shape: BaseGeometry | None) -> str | None:
    if shape is None or shape.is_empty:
        return "the feature has no geometry"
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        return f"the feature is a {shape.geom_type}, not a polygon"
    return None
