"""Where a marker stands when the overview names no place: inside the footprint, clear of others."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Point

from escwg_map.geography.cells import Cell
from escwg_map.geography.footprint import footprint
from escwg_map.geography.overlay import Geometries
from escwg_map.geography.shape_text import united
from escwg_map.records.project import Project

_STEPS = 24
"""Candidate places along the longer side of a footprint."""

_NEAR_ENOUGH = 500.0
"""Metres: how exactly the middle of the widest part is wanted."""

_CLEAR = 1_000.0
"""Metres: how far the middle must be from the markers of other footprints to be free."""


def place_markers(
    projects: Iterable[Project], cells: Sequence[Cell], shapes: Geometries
) -> dict[str, tuple[float, float]]:
    """Give each project a point inside its footprint (British National Grid, as the shapes are).

    Projects with one footprint share its ground out: the first stands in the middle of the widest
    part unless another marker is there, each further one as far as can be from those before it. A
    project whose areas have no ground gets no point.
    """
    index = {cell: number for number, cell in enumerate(cells)}
    groups: dict[tuple[int, ...], list[str]] = {}
    for project in projects:
        reached = tuple(index[cell] for cell in footprint(project, cells))
        if reached:
            groups.setdefault(reached, []).append(project.id)
    places: dict[str, tuple[float, float]] = {}
    taken: list[Point] = []
    for reached, ids in groups.items():
        spread = _spread(shapes[list(reached)], len(ids), taken)
        places |= zip(ids, spread, strict=True)
        taken += map(Point, spread)
    return places


def _spread(parts: Geometries, number: int, taken: Sequence[Point]) -> list[tuple[float, float]]:
    ground = MultiPolygon(shapely.get_parts(united(parts)).tolist())
    middle = shapely.get_point(shapely.maximum_inscribed_circle(ground, _NEAR_ENOUGH), 0)
    candidates = np.vstack([shapely.get_coordinates(middle), _grid_inside(ground)])
    distances = _distances(candidates, taken)
    chosen: list[int] = []
    while len(chosen) < number:
        in_the_middle = not chosen and distances[0] > _CLEAR
        chosen.append(0 if in_the_middle else int(distances.argmax()))
        distances = np.minimum(distances, np.hypot(*(candidates - candidates[chosen[-1]]).T))
    return [(float(x), float(y)) for x, y in candidates[chosen]]


def _distances(candidates: NDArray[np.float64], taken: Sequence[Point]) -> NDArray[np.float64]:
    """Say how far each candidate is from the nearest place that is taken."""
    distances = np.full(len(candidates), np.inf)
    (asked, _), found = shapely.STRtree(taken).query_nearest(
        shapely.points(candidates), return_distance=True, all_matches=False
    )
    distances[asked] = found
    return distances


def _grid_inside(ground: MultiPolygon) -> NDArray[np.float64]:
    minx, miny, maxx, maxy = shapely.bounds(ground)
    step = max(maxx - minx, maxy - miny) / _STEPS
    x, y = np.meshgrid(
        np.arange(minx, maxx, step) + step / 2, np.arange(miny, maxy, step) + step / 2
    )
    shapely.prepare(ground)
    inside = shapely.contains_xy(ground, x.ravel(), y.ravel())
    points = np.column_stack([x.ravel()[inside], y.ravel()[inside]])
    # Keep clear of the border, so that a marker does not seem to stand next door.
    border = ground.boundary
    shapely.prepare(border)
    return points[~shapely.dwithin(border, shapely.points(points), step / 2)]
