"""The shapes as SVG path data, so that pictures are put together from strings."""

from collections import defaultdict
from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

from escwg_map.geography.drawn_ground import (
    MIDDLE,
    STEP_METRES,
    TOP,
    WINDOW_STEPS,
    DrawnGround,
    DrawnShape,
    terms,
)
from escwg_map.geography.overlay import Geometries, Overlay
from escwg_map.geography.shape import Bbox
from escwg_map.geography.transformation import degrees_of_grid, grid_of_degrees
from escwg_map.publish.geometry import areas_of
from escwg_map.vocabulary import Kind

_NEAR_ENOUGH = 500.0
"""Metres: how exactly the middle of a shape's widest part is wanted."""

_REACH = 4.5
"""Degrees each way from the middle in which the series is fitted."""

_SQUARE = 200
"""Steps of the side of the squares by which borders are parted."""

_ROW = 100_000
"""More steps than a row holds, so that one number says both."""

Points = NDArray[np.float64]
"""A row a point: metres east and north in British National Grid, or steps across and down."""

InSteps = Callable[[Points], Points]
"""From metres to steps, not yet whole."""


def grid_steps(metres: Points) -> Points:
    """Say in steps of a tenth of a kilometre where places lie in British National Grid."""
    across, up = metres.T / STEP_METRES
    return np.column_stack([across, TOP - up])


def window_steps(window: Bbox) -> InSteps:
    """Make the way to steps of a window (minx, miny, maxx, maxy in WGS 84 degrees).

    The window lies as browsers draw maps, in Web Mercator; its longer side has `WINDOW_STEPS`.
    """
    west, south, east, north = window
    (left, bottom), (right, top) = _mercator(np.array([(west, south), (east, north)]))
    step = max(right - left, top - bottom) / WINDOW_STEPS

    def steps(metres: Points) -> Points:
        across, up = _mercator(degrees_of_grid(metres)).T
        places: Points = np.column_stack([across - left, top - up]) / step
        return places

    return steps


def _mercator(degrees: Points) -> Points:
    """Lay out longitude and latitude as Web Mercator (EPSG:3857) does, in degrees of longitude."""
    longitude, latitude = degrees.T
    return np.column_stack([longitude, np.degrees(np.arctanh(np.sin(np.radians(latitude))))])


def draw_ground(overlay: Overlay, in_steps: InSteps = grid_steps) -> DrawnGround:
    """Write the cells and the areas as paths, each shape whole and each layer's borders once."""

    def whole(metres: Points) -> Points:
        return np.round(in_steps(metres))

    shapes = {"cells": _drawn([cell.id for cell in overlay.cells], overlay.shapes, whole)}
    borders = {}
    for layer in Kind:
        shapes[layer.value] = _drawn(*areas_of(overlay.cells, overlay.shapes, layer), whole)
        codes = [cell.code(layer) for cell in overlay.cells]
        borders[layer.value] = _borders(codes, shapely.transform(overlay.shapes, whole))
    across, down = _series(in_steps)
    return DrawnGround(shapes=shapes, borders=borders, series=(across, down))


def _drawn(ids: list[str], shapes: Geometries, in_steps: InSteps) -> dict[str, DrawnShape]:
    parts = [shapely.MultiPolygon(shapely.get_parts(shape).tolist()) for shape in shapes]
    middles = shapely.get_point(shapely.maximum_inscribed_circle(parts, _NEAR_ENOUGH), 0)
    places = in_steps(shapely.get_coordinates(middles)).tolist()
    stepped = shapely.transform(shapes, in_steps)
    return {
        key: DrawnShape(path=_outline(shape), box=tuple(box), middle=tuple(place))
        for key, shape, box, place in zip(
            ids, stepped, shapely.bounds(stepped).tolist(), places, strict=True
        )
    }


def _outline(shape: shapely.Geometry) -> str:
    """Write the rings of a shape; an islet that rounding leaves no ground is left out."""
    rings = shapely.get_rings(shapely.get_parts(shape))
    kept = rings[shapely.area(shapely.polygons(rings)) > 0]
    return "".join(f"{_line(shapely.get_coordinates(ring))}z" for ring in kept)


def _line(points: Points) -> str:
    """Write points as one line: where it begins, then each move; moves to nowhere are left out."""
    moves = np.diff(points, axis=0).astype(int)
    moves = moves[moves.any(axis=1)]
    x, y = points[0].astype(int).tolist()
    # A sign parts numbers as well as a space does.
    return f"M{x} {y}l" + " ".join(f"{dx} {dy}" for dx, dy in moves.tolist()).replace(" -", "-")


def _borders(codes: list[str], shapes: Geometries) -> tuple[str, ...]:
    """Write the lines that part areas: the edges that cells of two different areas have.

    Those that begin in one square are one path.
    """
    numbers = np.unique(codes, return_inverse=True)[1]
    owned = np.vstack([_edges(shape, int(n)) for n, shape in zip(numbers, shapes, strict=True)])
    edges, owners = np.unique(np.unique(owned, axis=0)[:, :2], axis=0, return_counts=True)
    ends = np.stack(np.divmod(edges[owners > 1], _ROW), axis=-1)
    merged = shapely.line_merge(shapely.MultiLineString(ends.tolist()))
    paths: defaultdict[tuple[int, ...], str] = defaultdict(str)
    for points in map(shapely.get_coordinates, shapely.get_parts(merged)):
        paths[tuple((points[0] // _SQUARE).astype(int).tolist())] += _line(points)
    return tuple(paths.values())


def _edges(shape: shapely.Geometry, owner: int) -> NDArray[np.int64]:
    """Give a shape's edges and its owner, a row each; an end is one number, the lower first."""
    edges = []
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        points = shapely.get_coordinates(ring).astype(np.int64)
        ends = points[:, 0] * _ROW + points[:, 1]
        edges.append(np.sort(np.column_stack([ends[:-1], ends[1:]])))
    found = np.vstack(edges)
    found = found[found[:, 0] != found[:, 1]]
    return np.column_stack([found, np.full(len(found), owner)])


def _series(in_steps: InSteps) -> tuple[tuple[float, ...], ...]:
    """Fit the series from degrees to steps on a net of places over England and Wales."""
    net = np.stack(np.meshgrid(*(np.linspace(m - _REACH, m + _REACH, 30) for m in MIDDLE)), -1)
    degrees = net.reshape(-1, 2)
    powers = np.array([list(terms(*place)) for place in degrees.tolist()])
    factors = np.linalg.lstsq(powers, in_steps(grid_of_degrees(degrees)), rcond=None)[0]
    return tuple(tuple(column) for column in factors.T.tolist())
