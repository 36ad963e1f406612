"""The three layers laid over each other: the cells that they cut the ground into.

Layers that share their borders vertex for vertex give exact cells. Official files drawn at other
detail leave slivers along every border that ought to coincide; a piece of ground that is nowhere as
wide as the sliver width is no cell.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray

from escwg_map.geography.cells import SMALLEST_SHARE, Cell
from escwg_map.geography.crs import SQUARE_METRES_PER_KM2
from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.slivers import wide, width_of

Geometries = NDArray[np.object_]

Codes = NDArray[np.str_]
"""A row a piece of ground: the codes of the areas that it lies in."""


class Overlay(Struct, frozen=True):
    """The cells, and the shape of each in the same order (British National Grid)."""

    cells: tuple[Cell, ...]
    shapes: Geometries
    sliver_km2: float
    """Ground that was left out: slivers, and overlaps too small to count."""
    widest_gap: float = 0.0
    """Metres: the diameter of the largest circle that fits into ground that was left out."""


def overlay(
    boundaries: Boundaries, people: Mapping[tuple[str, str, str], int], *, sliver_width: float
) -> Overlay:
    """Cut the ground into cells, sorted by id; `sliver_width` is in metres.

    `people` are the residents of each cell by its three codes; cells without an entry have none.
    """
    codes, shapes = _pieces(boundaries.police, boundaries.fire)
    codes, shapes = _cut(codes, shapes, boundaries.ambulance)
    km2 = shapely.area(shapes) / SQUARE_METRES_PER_KM2
    kept = wide(shapes, sliver_width)
    # With no sliver width, everything is asked for.
    large = _counting(codes[kept], km2[kept]) if sliver_width else np.ones(kept.sum(), dtype=bool)
    too_small = shapes[kept][~large]
    kept[kept] = large
    found = sorted(
        (tuple(code), float(area), shape)
        for code, area, shape in zip(codes[kept].tolist(), km2[kept], shapes[kept], strict=True)
    )
    cells = tuple(
        Cell(
            police_code=p, fire_code=f, ambulance_code=a, km2=area, people=people.get((p, f, a), 0)
        )
        for (p, f, a), area, _ in found
    )
    return Overlay(
        cells,
        np.array([shape for *_, shape in found], dtype=object),
        float(km2[~kept].sum()),
        max([sliver_width, *map(width_of, too_small)]),
    )


def _counting(codes: Codes, km2: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Say of each piece whether to count it: small ones only where their areas overlap enough.

    A piece is small when it is at most 1 % of each of its three areas. Where two of these overlap
    by no more than that, layers of different detail are its likeliest cause.
    """
    whole = np.column_stack([_sums(codes[:, [layer]], km2) for layer in range(3)])
    large = (km2 > SMALLEST_SHARE * whole.T).any(axis=0)
    overlapping = np.ones(len(km2), dtype=bool)
    for one, other in combinations(range(3), 2):
        shared = _sums(codes[:, [one, other]], km2)
        overlapping &= shared > SMALLEST_SHARE * np.minimum(whole[:, one], whole[:, other])
    return large | overlapping


def _sums(codes: Codes, km2: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give each piece the ground of all pieces that have its codes."""
    _, group = np.unique(codes, axis=0, return_inverse=True)
    return np.bincount(group.ravel(), weights=km2).astype(np.float64)[group.ravel()]


def _pieces(police: Layer, fire: Layer) -> tuple[Codes, Geometries]:
    codes = police.areas["code"].to_numpy(dtype=str).reshape(-1, 1)
    return _cut(codes, police.areas.geometry.to_numpy(), fire)


def _cut(codes: Codes, shapes: Geometries, layer: Layer) -> tuple[Codes, Geometries]:
    """Cut shapes by a layer's areas, adding the code of the area to the codes of each piece."""
    areas = layer.areas.geometry.to_numpy()
    shape, area = shapely.STRtree(areas).query(shapes, predicate="intersects")
    pieces = _polygons(_intersections(shapes[shape], areas[area]))
    ground = ~shapely.is_empty(pieces)
    area_codes = layer.areas["code"].to_numpy(dtype=str)[area][ground].reshape(-1, 1)
    return np.hstack([codes[shape][ground], area_codes]), pieces[ground]


def _intersections(ones: Geometries, others: Geometries) -> Geometries:
    """Intersect pair by pair, two at a time: shapely lets other threads go on meanwhile."""
    halves = [slice(0, None, 2), slice(1, None, 2)]
    pieces = ones.copy()
    with ThreadPoolExecutor(len(halves)) as pool:
        list(pool.map(lambda half: _intersect(pieces[half], others[half]), halves))
    return pieces


def _intersect(pieces: Geometries, others: Geometries) -> None:
    """Cut each piece by its area; most only touch it or lie within, which is found out sooner."""
    pieces[shapely.touches(pieces, others)] = shapely.Polygon()
    out = ~shapely.covered_by(pieces, others)
    pieces[out] = shapely.intersection(pieces[out], others[out])


def _polygons(pieces: Geometries) -> Geometries:
    """Keep the polygons: areas that only touch meet in lines and points, which are no ground."""
    parts, owner = shapely.get_parts(pieces, return_index=True)
    flat = shapely.get_dimensions(parts) == 2
    kept = [shapely.multipolygons(parts[flat & (owner == piece)]) for piece in range(len(pieces))]
    return np.array(kept, dtype=object)
