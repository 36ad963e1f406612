"""The ground of what is taken away, put together from the shapes that publishing wrote."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from escwg_map.atlas import Atlas
from escwg_map.geography.cells import Cell
from escwg_map.geography.marker import Marker
from escwg_map.geography.shape import Shape
from escwg_map.vocabulary import Kind

if TYPE_CHECKING:
    import shapely

_Cells = frozenset[str]
"""Ids of cells: all ground is a set of them."""


class Grounds:
    """Gives the shape of any set of cells; what was put together once is kept.

    `shapes` are by layer (or `cells`), then by code, in the full detail of the boundaries.
    """

    def __init__(self, cells: Iterable[Cell], shapes: Mapping[str, Mapping[str, Shape]]) -> None:
        self._shapes = shapes
        self._known: dict[_Cells, Shape] = {frozenset([c]): s for c, s in shapes["cells"].items()}
        for layer in Kind:
            members: dict[str, set[str]] = {}
            for cell in cells:
                members.setdefault(cell.code(layer), set()).add(cell.id)
            for code, ids in members.items():
                self._known.setdefault(frozenset(ids), shapes[layer][code])

    def area(self, layer: Kind, code: str) -> Shape:
        """Give the ground of an area."""
        return self._shapes[layer][code]

    def of(self, cells: Iterable[str]) -> Shape | None:
        """Give the ground of cells, by their ids; None of no cells."""
        ids = frozenset(cells)
        if ids and ids not in self._known:
            self._known[ids] = self._together(ids)
        return self._known.get(ids)

    def shared(self, atlas: Atlas, one: str, other: str) -> Shape | None:
        """Give the ground that two areas have in common, by their codes."""
        return self.of(atlas.land.cells_of(one) & atlas.land.cells_of(other))

    def _together(self, ids: _Cells) -> Shape:
        import numpy as np

        from escwg_map.geography.shape_text import united, written

        whole = united(np.array([self._drawn[cell] for cell in sorted(ids)], dtype=object))
        (shape,) = written(np.array([whole], dtype=object))
        return shape

    @cached_property
    def _drawn(self) -> Mapping[str, "shapely.Geometry"]:
        import shapely

        cells = self._shapes["cells"]
        drawn = shapely.from_geojson([shape.geometry for shape in cells.values()])
        return dict(zip(cells, drawn, strict=True))


def point(marker: Marker) -> Shape:
    """Give the point at which a project's marker stands."""
    x, y = marker.longitude, marker.latitude
    return Shape(f'{{"type":"Point","coordinates":[{x},{y}]}}', (x, y, x, y))
