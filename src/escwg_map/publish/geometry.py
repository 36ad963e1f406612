"""Geometry made ready to serve: TopoJSON with shared borders, and GeoJSON to take away."""

import json
from dataclasses import replace

import geopandas
import numpy as np
import shapely
from topojson.core.topology import Topology

from escwg_map.geography.cells import Cell
from escwg_map.geography.crs import WGS_84
from escwg_map.geography.overlay import Geometries, Overlay
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.shape import Shape
from escwg_map.vocabulary import Kind

DECIMALS = 6
"""Decimals of a degree in everything people take away; RFC 7946 asks for no more."""

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
    """Write every shape as it is taken away: by layer (or `cells`), then by code.

    WGS 84, six decimals, outer rings anticlockwise (RFC 7946).
    """
    shapes = to_wgs_84(overlay.shapes)
    written = {"cells": _texts([cell.id for cell in overlay.cells], shapes)}
    for layer in Kind:
        written[layer.value] = _texts(*areas_of(overlay.cells, shapes, layer))
    return written


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
    return names, np.array([_united(shapes[codes == code]) for code in names], dtype=object)


def _united(shapes: Geometries) -> shapely.Geometry:
    """Unite cells of a coverage, which takes no search for crossings: there are none."""
    try:
        whole = shapely.coverage_union_all(shapes)
    except shapely.errors.GEOSException:
        return shapely.union_all(shapes)
    return whole if shapely.is_valid(whole) else shapely.union_all(shapes)


def _frame(ids: list[str], shapes: Geometries) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame({"id": ids}, geometry=shapes, crs=WGS_84)


def _texts(ids: list[str], shapes: Geometries) -> dict[str, Shape]:
    rounded = shapely.transform(shapes, lambda xy: np.round(xy, DECIMALS))
    broken = ~shapely.is_valid(rounded)
    rounded[broken] = shapely.make_valid(rounded[broken], method="structure")
    oriented = shapely.orient_polygons(rounded)
    texts = [text.replace(" ", "") for text in shapely.to_geojson(oriented).tolist()]
    boxes = [tuple(box) for box in shapely.bounds(oriented).tolist()]
    return dict(zip(ids, map(Shape, texts, boxes), strict=True))
