"""How many points fall where: what is counted once, and everything else is added up from."""

from msgspec import Struct


class CellCount(Struct, frozen=True, order=True):
    """Points of one category in one cell; a code is empty where there is no such area."""

    police_code: str
    fire_code: str
    ambulance_code: str
    category: str  # empty where nobody asked for categories
    points: int
    weight: float  # the sum of weights; equal to points where nobody gave one


class Counts(Struct, frozen=True):
    """Everything counted in one run."""

    cells: tuple[CellCount, ...]  # sorted; one row per cell and category
    elsewhere: int  # points at sea and abroad (in no cell)
    faulty: int  # rows that are no points
    source: str  # what was read, in words, no paths: e.g. "3 files"
    # rows read = sum of points of cells + elsewhere + faulty
