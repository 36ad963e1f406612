"""What the boundaries say, worked out once when publishing; nothing here knows of projects."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Self

from escwg_map.geography.cells import Cell, Ground, areas_of_layer
from escwg_map.geography.shared_ground import (
    Coterminosity,
    Overlap,
    find_coterminosities,
    find_overlaps,
)
from escwg_map.records.codes import ServiceCode
from escwg_map.records.frozen import Frozen
from escwg_map.vocabulary import Kind

Metres = tuple[float, float]
"""Easting and northing in the British National Grid."""

Degrees = tuple[float, float]
"""Longitude and latitude in WGS 84."""


class Land(Frozen):
    """The cells, how areas share them, which cells lie side by side, and where each area is.

    `borders` are pairs of ids of cells; `middles` are points inside the widest part of each area,
    by the area's code; `points` are such points in degrees, of the areas by code and of the cells
    by id.
    """

    cells: tuple[Cell, ...]
    overlaps: tuple[Overlap, ...]
    coterminosities: tuple[Coterminosity, ...]
    borders: tuple[tuple[str, str], ...]
    middles: Mapping[ServiceCode, Metres]
    points: Mapping[str, Degrees]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the areas of all layers."""
        return frozenset(code for cell in self.cells for code in cell.codes)

    @classmethod
    def of(
        cls,
        cells: Sequence[Cell],
        borders: Sequence[tuple[str, str]] = (),
        middles: Mapping[ServiceCode, Metres] | None = None,
        points: Mapping[str, Degrees] | None = None,
    ) -> Self:
        """Work out what follows from the cells, and the pairs of them that share a border."""
        overlaps = tuple(find_overlaps(cells))
        areas = {layer: areas_of_layer(cells, layer) for layer in Kind}
        return cls(
            cells=tuple(cells),
            overlaps=overlaps,
            coterminosities=tuple(find_coterminosities(overlaps, areas)),
            borders=tuple(borders),
            middles=middles or {},
            points=points or {},
        )

    @cached_property
    def areas(self) -> Mapping[Kind, Mapping[str, Ground]]:
        """The ground of every area, by layer and code."""
        return {layer: areas_of_layer(self.cells, layer) for layer in Kind}

    @cached_property
    def whole(self) -> Ground:
        """All ground together."""
        return Ground.of(self.cells)

    def overlaps_of(self, code: str) -> list[Overlap]:
        """The overlaps of one area, said from its side."""
        mine = [o for o in self.overlaps if o.a_code == code]
        return mine + [o.reversed() for o in self.overlaps if o.b_code == code]

    def cells_of(self, code: str) -> frozenset[str]:
        """The ids of the cells of an area, of whatever layer."""
        return frozenset(cell.id for cell in self.cells if code in cell.codes)

    def side_by_side(self, one: str, other: str) -> bool:
        """Whether two areas, of whatever layers, have cells that share a border."""
        mine, theirs = self.cells_of(one), self.cells_of(other)
        return any(
            (a in mine and b in theirs) or (b in mine and a in theirs) for a, b in self.borders
        )
