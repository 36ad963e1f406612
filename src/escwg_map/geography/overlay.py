"""The three layers laid over each other: the cells that they cut the ground into.

Layers that share their borders vertex for vertex give exact cells. Official files drawn at other
detail leave slivers along every border that ought to coincide; a piece of ground that is nowhere as
wide as the sliver width is no cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from escwg_map.geography.cells import Cell
from escwg_map.geography.crs import SQUARE_METRES_PER_KM2
from escwg_map.geography.layer import Boundaries, Layer

Geometries = NDArray[np.object_]


@dataclass(frozen=True)
class Overlay:
    """The cells, and the shape of each in the same order (British National Grid)."""

    cells: tuple[Cell, ...]
    shapes: Geometries
    sliver_km2: float
    """Ground that was left out as slivers."""


def overlay(
    boundaries: Boundaries, people: Mapping[tuple[str, str, str], int], *, sliver_width: float
) -> Overlay:
    """Cut the ground into cells, sorted by id; `sliver_width` is in metres.

    `people` are the residents of each cell by its three codes; cells without an entry have none.
    """
    codes, shapes = _pieces(boundaries.police, boundaries.fire)
    codes, shapes = _cut(codes, shapes, boundaries.ambulance)
    wide = ~shapely.is_empty(shapely.buffer(shapes, -sliver_width / 2, quad_segs=1))
    km2 = shapely.area(shapes) / SQUARE_METRES_PER_KM2
    found = sorted(
        (tuple(code), float(area), shape)
        for code, area, shape in zip(codes[wide].tolist(), km2[wide], shapes[wide], strict=True)
    )
    cells = tuple(
        Cell(
            police_code=p, fire_code=f, ambulance_code=a, km2=area, people=people.get((p, f, a), 0)
        )
        for (p, f, a), area, _ in found
    )
    return Overlay(
        cells, np.array([shape for *_, shape in found], dtype=object), float(km2[~wide].sum())
    )


def _pieces(police: Layer, fire: Layer) -> tuple[NDArray[np.str_], Geometries]:
    codes = police.areas["code"].to_numpy(dtype=str).reshape(-1, 1)
    return _cut(codes, police.areas.geometry.to_numpy(), fire)


def _cut(
    codes: NDArray[np.str_], shapes: Geometries, layer: Layer
) -> tuple[NDArray[np.str_], Geometries]:
    """Cut shapes by a layer's areas, adding the code of the area to the codes of each piece."""
    areas = layer.areas.geometry.to_numpy()
    shape, area = shapely.STRtree(areas).query(shapes, predicate="intersects")
    pieces = _polygons(shapely.intersection(shapes[shape], areas[area]))
    ground = ~shapely.is_empty(pieces)
    area_codes = layer.areas["code"].to_numpy(dtype=str)[area][ground].reshape(-1, 1)
    return np.hstack([codes[shape][ground], area_codes]), pieces[ground]


def _polygons(pieces: Geometries) -> Geometries:
    """Keep the polygons: areas that only touch meet in lines and points, which are no ground."""
    parts, owner = shapely.get_parts(pieces, return_index=True)
    flat = shapely.get_dimensions(parts) == 2
    kept = [shapely.multipolygons(parts[flat & (owner == piece)]) for piece in range(len(pieces))]
    return np.array(kept, dtype=object)
