"""Counts of made-up incidents in the eight cells of Toyshire, and what a reader is told of them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations

from demand.solver import MANY, Told
from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.disclosure import Codes
from escwg_map.demand.rule import Published

SOUTH, MID, NORTH = "E23000903", "E23000902", "E23000901"
WESTOY, EASTOY, NORTH_FIRE = "E31000901", "E31000902", "E31000903"
INLAND, SEASIDE = "RZ1", "RZ2"

CELLS: tuple[Codes, ...] = (
    (NORTH, NORTH_FIRE, INLAND),
    (NORTH, NORTH_FIRE, SEASIDE),
    (MID, WESTOY, INLAND),
    (MID, EASTOY, INLAND),
    (MID, EASTOY, SEASIDE),
    (SOUTH, WESTOY, INLAND),
    (SOUTH, EASTOY, INLAND),
    (SOUTH, EASTOY, SEASIDE),
)

Show = Callable[[Collection[Codes], str | None], Published]
"""Shows how many points fell in some cells, of one category or of all."""


def counts_of(points: Sequence[int], categories: Sequence[str] = ("",)) -> Counts:
    """Count so many points in the cells of Toyshire, all cells of the first category first."""
    keys = [(codes, category) for category in categories for codes in CELLS]
    counted = zip(keys, points, strict=True)
    rows = sorted(CellCount(*codes, category, n, n) for (codes, category), n in counted if n)
    return Counts(tuple(rows), elsewhere=0, faulty=0, source="1 file")


def every_sum(
    show: Show, threshold: int, categories: Sequence[str] = ("",), most: int = len(CELLS)
) -> Iterator[Told]:
    """Tell every sum of up to so many cells: more than any page, filter or file can ask for."""
    size = len(CELLS)
    for category in (None, *categories) if len(categories) > 1 else (None,):
        layers = range(len(categories)) if category is None else [categories.index(category)]
        for number in range(1, size + 1):
            if number > most and number != size:
                continue
            for places in combinations(range(size), number):
                of = frozenset(size * layer + place for layer in layers for place in places)
                yield told(show({CELLS[p] for p in places}, category), of, threshold)


def told(published: Published, of: frozenset[int], threshold: int) -> Told:
    """Say what a reader learns: of a star, that it is small where it is one count, else nothing."""
    if published.is_hidden:
        return Told(of, 1, threshold if len(of) == 1 else MANY, is_star=True)
    assert published.high is not None
    return Told(of, published.low, published.high)
