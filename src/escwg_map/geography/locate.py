"""Which cell a point lies in. Needs shapely only, so that the web room starts without geopandas."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray

from escwg_map.geography.cells import Cell

FARTHEST = 5_000.0
"""Metres: a point farther out than this is not said to be near land."""

_METRES_A_DEGREE = 111_195.0
"""Along a meridian of a sphere as large as the Earth (radius 6,371 km)."""

_INLAND = (2.0, 10.0, 50.0)
"""Metres about the shore in which ground is looked for; the first does but for the finest spits."""

_DECIMALS = 5
"""Of a degree, about a metre: as exactly as addresses write a place."""


class NearLand(Struct, frozen=True):
    """The ground nearest to a point: its cell, a place just inside it, and metres to the shore."""

    cell: Cell
    longitude: float
    latitude: float
    metres: float


@dataclass(frozen=True)
class CellGround:
    """The cells with their shapes as GeoJSON text, in WGS 84, in the same order."""

    cells: tuple[Cell, ...]
    shapes: tuple[str, ...]

    def cell_at(self, longitude: float, latitude: float) -> Cell | None:
        """Find the cell of a point; none at sea, on tidal water and abroad.

        A point on a border belongs to the cell whose id comes first.
        """
        point = shapely.Point(longitude, latitude)
        found: Sequence[int] = sorted(self._tree.query(point, predicate="intersects").tolist())
        return self.cells[found[0]] if found else None

    def land_near(self, longitude: float, latitude: float) -> NearLand | None:
        """Find the nearest ground within 5 km of a point that lies in no cell; none beyond.

        Distances are on the ground, in metres, true to half a percent.
        """
        scale = _Scale(longitude, latitude)
        near = self._tree.query(scale.box(FARTHEST)).tolist()
        if not near:
            return None
        shapes = [shapely.transform(self._tree.geometries[n], scale.to_metres) for n in near]
        here = shapely.Point(0, 0)
        shape = min(shapes, key=here.distance)
        metres = here.distance(shape)
        shore = shapely.get_coordinates(shapely.shortest_line(here, shape))[-1]
        return self._inland(scale, shape, shore, metres) if metres <= FARTHEST else None

    def _inland(
        self, scale: "_Scale", shape: shapely.Geometry, shore: NDArray[np.float64], metres: float
    ) -> NearLand | None:
        for reach in _INLAND:
            ground = shapely.intersection(shape, shapely.Point(shore).buffer(reach))
            inside = shapely.point_on_surface(ground)
            if inside.is_empty:
                continue
            longitude, latitude = scale.to_degrees(inside.x, inside.y)
            if cell := self.cell_at(longitude, latitude):
                return NearLand(cell, longitude, latitude, metres)
        return None

    @cached_property
    def _tree(self) -> shapely.STRtree:
        # Not prepared: threads share them, which GEOS forbids, and a search would not use it.
        return shapely.STRtree(shapely.from_geojson(self.shapes))


class _Scale(Struct, frozen=True):
    """Metres east and north of a point: true near it, where a degree of longitude is shorter."""

    longitude: float
    latitude: float

    def to_metres(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        away: NDArray[np.float64] = degrees - (self.longitude, self.latitude)
        return away * self._metres

    def to_degrees(self, east: float, north: float) -> tuple[float, float]:
        wide, high = self._metres
        return (
            round(self.longitude + east / wide, _DECIMALS),
            round(self.latitude + north / high, _DECIMALS),
        )

    def box(self, reach: float) -> shapely.Geometry:
        return shapely.box(
            *self.to_degrees(-reach, -reach),
            *self.to_degrees(reach, reach),
        )

    @property
    def _metres(self) -> tuple[float, float]:
        return _METRES_A_DEGREE * cos(radians(self.latitude)), _METRES_A_DEGREE
