"""Cells: the ground where one police area, one fire area and one ambulance area overlap.

Everything that is asked of areas is answered by adding cells up: an area is the sum of its cells,
a footprint a set of them, an overlap the cells that two areas have in common.
"""

from collections.abc import Iterable

from escwg_map.records.codes import ServiceCode
from escwg_map.records.frozen import Frozen
from escwg_map.vocabulary import Kind

SMALLEST_SHARE = 0.01
"""An overlap of two areas counts when it is a larger part than this of either."""


class Cell(Frozen):
    """One cell: its three services, its ground in km², its residents in 2011."""

    police_code: ServiceCode
    fire_code: ServiceCode
    ambulance_code: ServiceCode
    km2: float
    people: int

    @property
    def id(self) -> str:
        """The three codes joined by hyphens."""
        return "-".join(self.codes)

    @property
    def codes(self) -> tuple[str, str, str]:
        """The police, fire and ambulance codes, in that order."""
        return (self.police_code, self.fire_code, self.ambulance_code)

    def code(self, layer: Kind) -> str:
        """The code of the area of one layer that the cell is part of."""
        return self.codes[list(Kind).index(layer)]


class Ground(Frozen):
    """How much ground, and how many people live on it."""

    km2: float
    people: int

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> "Ground":
        """Add cells up."""
        cells = tuple(cells)
        return cls(km2=sum(cell.km2 for cell in cells), people=sum(cell.people for cell in cells))

    def share_of(self, whole: "Ground") -> tuple[float, float]:
        """Give the share of a larger ground: of its km², of its people (0 where it has none)."""
        return (
            self.km2 / whole.km2 if whole.km2 else 0.0,
            self.people / whole.people if whole.people else 0.0,
        )


def areas_of_layer(cells: Iterable[Cell], layer: Kind) -> dict[str, Ground]:
    """Add up the ground of every area of a layer, by code, in the order of codes."""
    members: dict[str, list[Cell]] = {}
    for cell in cells:
        members.setdefault(cell.code(layer), []).append(cell)
    return {code: Ground.of(members[code]) for code in sorted(members)}
