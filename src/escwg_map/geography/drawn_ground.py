"""Ground as a picture draws it: SVG path data in whole steps.

Steps count east and, as SVG has it, downwards: a tenth of a kilometre in pictures for paper, which
lie in British National Grid, and a thousandth of the map's longer side in what is seen before the
map is drawn. The web room puts pictures together from these strings and needs neither shapes nor a
projection.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from escwg_map.records.frozen import Frozen

STEP_METRES = 100
STEPS_PER_KM = 10

TOP = 6_600
"""Steps north, in the British National Grid, from where steps downwards are counted."""

WINDOW_STEPS = 1_000
"""Steps of the longer side of the map, where it is drawn as browsers do."""

MIDDLE = (-2.35, 52.85)
"""Degrees in the middle of England and Wales; the series below counts from here."""

DEGREE = 5
"""The series from degrees to steps has the powers under this; it is right within ten metres."""

Steps = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class DrawnShape(Frozen):
    """One area or cell: its outline, the box that holds it, a point in its widest part."""

    path: str
    box: Box
    middle: Steps


class DrawnGround(Frozen):
    """All shapes by layer (or `cells`) and code, and each layer's borders without its coast.

    Borders are parted by where they lie: what draws a part of a picture can leave the others out.
    `series` are the coefficients, across and down, of the powers that `terms` gives.
    """

    shapes: Mapping[str, Mapping[str, DrawnShape]]
    borders: Mapping[str, tuple[str, ...]]
    series: tuple[tuple[float, ...], tuple[float, ...]]

    def place(self, longitude: float, latitude: float) -> Steps:
        """Find the steps of a place in or near England and Wales, given in WGS 84 degrees."""
        powers = list(terms(longitude, latitude))
        across, down = (
            sum(factor * power for factor, power in zip(factors, powers, strict=True))
            for factors in self.series
        )
        return across, down

    @property
    def box(self) -> Box:
        """The box that holds all ground."""
        return box_of([shape.box for shape in self.shapes["cells"].values()])


def box_of(boxes: Sequence[Box]) -> Box:
    """Give the box that holds all boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def terms(longitude: float, latitude: float) -> Iterator[float]:
    """Give the products of powers of degrees that the series is a sum of."""
    east, north = longitude - MIDDLE[0], latitude - MIDDLE[1]
    return chain.from_iterable(
        (east**i * north ** (power - i) for i in range(power + 1)) for power in range(DEGREE)
    )
