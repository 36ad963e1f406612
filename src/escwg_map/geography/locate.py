"""Which cell a point lies in. Needs shapely only, so that the web room starts without geopandas."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import shapely

from escwg_map.geography.cells import Cell


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

    @cached_property
    def _tree(self) -> shapely.STRtree:
        shapes = shapely.from_geojson(self.shapes)
        shapely.prepare(shapes)
        return shapely.STRtree(shapes)
