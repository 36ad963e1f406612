"""Geometry made ready to serve: TopoJSON with shared borders, and GeoJSON to take away."""

import json
from collections.abc import Sequence

import geopandas
import numpy as np
import shapely
from msgspec.structs import replace
from topojson.core.topology import Topology

from escwg_map.geography.cells import Cell
from escwg_map.geography.crs import WGS_84
from escwg_map.geography.marker import Marker
from escwg_map.geography.overlay import Geometries, Overlay
from escwg_map.geography.projection import points_on_grid, to_wgs_84
from escwg_map.geography.shape import DECIMALS, GRID_DECIMALS, Shape
from escwg_map.geography.shape_text import united, written
from escwg_map.vocabulary import Kind

OVERVIEW_TOLERANCE = 300.0
"""Metres: the detail of the first view, where a pixel is about a kilometre."""

DETAIL_TOLERANCE = 100.0
"""Metres: the detail of the closer views, which is that of the shipped boundaries."""

_QUANTIZED = 100_000
"""Steps across the longer side of the map's geometry: about ten metres each."""


def simplified(overlay: Overlay, tolerance: float) -> Overlay:
    """Draw the cells more coarsely, all at once, so that shared borders stay shared (metres).

    The cells must be a coverage: see `sound`.
    """
    return replace(overlay, shapes=shapely.coverage_simplify(overlay.shapes, tolerance))


def topology(overlay: Overlay) -> bytes:
    """Write the map's geometry: the objects `cells`, `police`, `fire` and `ambulance`.

    Every border is written once, however many areas of whatever layers it parts.
    """
    shapes = to_wgs_84(overlay.shapes)
    objects = {"cells": _frame([cell.id for cell in overlay.cells], shapes)}
    for layer in Kind:
        codes, grounds = areas_of(overlay.cells, shapes, layer)
        objects[layer.value] = _frame(codes, grounds)
    drawn = Topology(
        list(objects.values()),
        object_name=list(objects),
        prequantize=_QUANTIZED,
        shared_coords=True,
        ignore_index=True,
    ).to_dict()
    return json.dumps(drawn, separators=(",", ":"), allow_nan=False).encode()


def write_shapes(overlay: Overlay) -> dict[str, dict[str, Shape]]:
    """Write every shape as it is taken away: by layer (or `cells`), then by code."""
    return _written(overlay.cells, to_wgs_84(overlay.shapes), DECIMALS)


def write_grid_shapes(overlay: Overlay, markers: Sequence[Marker]) -> dict[str, dict[str, Shape]]:
    """Write every shape in British National Grid, and under `projects` the places of markers.

    The web room does not load the library that could turn degrees into metres.
    """
    places = np.array([(each.longitude, each.latitude) for each in markers]).reshape(-1, 2)
    points = written(points_on_grid(places), GRID_DECIMALS)
    ids = [marker.project for marker in markers]
    shapes = _written(overlay.cells, overlay.shapes, GRID_DECIMALS)
    return shapes | {"projects": dict(zip(ids, points, strict=True))}


def _written(
    cells: tuple[Cell, ...], shapes: Geometries, decimals: int
) -> dict[str, dict[str, Shape]]:
    found = {"cells": ([cell.id for cell in cells], shapes)}
    found |= {layer.value: areas_of(cells, shapes, layer) for layer in Kind}
    return {
        name: dict(zip(codes, written(grounds, decimals), strict=True))
        for name, (codes, grounds) in found.items()
    }


def bounds(overlay: Overlay) -> tuple[float, float, float, float]:
    """Give minx, miny, maxx, maxy of all ground in WGS 84 degrees."""
    minx, miny, maxx, maxy = shapely.total_bounds(to_wgs_84(overlay.shapes)).tolist()
    return minx, miny, maxx, maxy


def areas_of(
    cells: tuple[Cell, ...], shapes: Geometries, layer: Kind
) -> tuple[list[str], Geometries]:
    """Join the cells of each area of a layer, giving codes and shapes in the order of codes."""
    codes = np.array([cell.code(layer) for cell in cells])
    names = sorted(set(codes.tolist()))
    return names, np.array([united(shapes[codes == code]) for code in names], dtype=object)


def _frame(ids: list[str], shapes: Geometries) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame({"id": ids}, geometry=shapes, crs=WGS_84)
