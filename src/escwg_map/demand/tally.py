"""What has been counted so far. Tallies of parts add up to the same whole in whatever order."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from escwg_map.demand.faults import Fault, Found
from escwg_map.errors import EscwgMapError

MOST_CATEGORIES = 2_000
"""More are no categories: somebody counts by the number of the incident."""

PARTS = 1_000_000
"""Weights are added up as whole numbers of these parts, because sums of fractions depend on the
order in which they are added, and so on how many computers there are."""

_HALF = 2**25


@dataclass
class Tally:
    """Points and weights by category, then by the index of the cell; and what was odd."""

    rows: int = 0
    points: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    weights: dict[str, NDArray[np.object_]] = field(default_factory=dict)
    found: dict[Fault, Found] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    """Why files, each named, were left out; nothing of theirs is counted."""
    unrecognised: list[str] = field(default_factory=list)
    """Why there are no points in some files, whose rows are counted as faulty."""

    def add(self, other: "Tally") -> None:
        """Add what was counted elsewhere.

        Raises:
            EscwgMapError: there are too many categories.
        """
        self.rows += other.rows
        self.unreadable += other.unreadable
        self.unrecognised += other.unrecognised
        for category, points in other.points.items():
            self.points[category] = self.points.get(category, 0) + points
        for category, weights in other.weights.items():
            self.weights[category] = self.weights.get(category, 0) + weights
        for fault, found in other.found.items():
            known = self.found.get(fault)
            self.found[fault] = known.with_more(found) if known else found
        refuse_too_many(len(self.points))

    @property
    def elsewhere(self) -> int:
        """Points in no cell."""
        return sum(found.rows for fault, found in self.found.items() if fault.is_point)

    @property
    def faulty(self) -> int:
        """Rows that are no points."""
        return sum(found.rows for fault, found in self.found.items() if not fault.is_point)


def refuse_too_many(categories: int) -> None:
    """Refuse more categories than there can be.

    Raises:
        EscwgMapError: there are too many.
    """
    if categories > MOST_CATEGORIES:
        raise EscwgMapError(
            f"There are more than {MOST_CATEGORIES:,} categories: name another column with --by, "
            "such as a kind of incident or a date."
        )


def sums(keys: NDArray[np.int64], weights: NDArray[np.float64], length: int) -> NDArray[np.object_]:
    """Add weights up by key, exactly, as whole numbers of `PARTS`.

    In two halves, since a float holds whole numbers exactly only so far.
    """
    high, low = np.divmod(np.rint(weights * PARTS).astype(np.int64), _HALF)
    halves = (np.bincount(keys, weights=half, minlength=length) for half in (high, low))
    high_sums, low_sums = (half.astype(np.int64).astype(object) for half in halves)
    total: NDArray[np.object_] = high_sums * _HALF + low_sums
    return total
