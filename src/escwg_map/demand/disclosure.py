"""What of the counts may be published: every table, page, map and file takes its numbers here."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from escwg_map.demand.alternatives import Alternative, find_alternatives
from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.rule import HIDDEN, Published, Rule

Codes = tuple[str, str, str]
"""The police, the fire and the ambulance code of a cell; empty where there is no such area."""


@dataclass(frozen=True)
class Disclosure:
    """Counts behind a rule: sums of any cells, shown or hidden, so that no hidden one is told."""

    counts: Counts
    rule: Rule
    alternatives: tuple[Alternative, ...]

    @classmethod
    def of(cls, counts: Counts, rule: Rule) -> "Disclosure":
        """Put counts behind a rule; which sums must be hidden too is found out once, here."""
        return cls(counts, rule, find_alternatives(counts.cells, rule))

    @cached_property
    def cells(self) -> tuple[Codes, ...]:
        """The cells in which points were counted, in the order of their codes."""
        return tuple(sorted({codes_of(count) for count in self.counts.cells}))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories, in their order; none where nobody asked for any."""
        return tuple(sorted({count.category for count in self.counts.cells if count.category}))

    def points(self, cells: Collection[Codes], category: str | None = None) -> Published:
        """Show how many points fell in some cells, of one category or of all.

        Cells in which nothing was counted hold no point.
        """
        chosen, points = set(cells), self._points.get(category, {})
        total = sum(points.get(codes, 0) for codes in chosen)
        low, high = self.rule.range_of(total)
        for changes in self._changes.get(category, ()):
            change = sum(by for codes, by in changes if codes in chosen)
            if not low <= total + change <= high:
                return HIDDEN
        return self.rule.shown(total)

    def weight(self, cells: Collection[Codes], category: str | None = None) -> float | None:
        """Give the sum of weights, where it may be shown at all: none where it may not.

        One point can carry nearly all of a weight, and differences of weights tell numbers of
        points: so weights are shown exactly or not at all. Where nobody gave any, they are points.
        """
        if not self.rule.is_exact:
            return None if self._is_weighted else self.points(cells, category).value
        chosen = set(cells)
        return sum(
            count.weight
            for count in self.counts.cells
            if codes_of(count) in chosen and category in (None, count.category)
        )

    @cached_property
    def _is_weighted(self) -> bool:
        return any(count.weight != count.points for count in self.counts.cells)

    @cached_property
    def _points(self) -> Mapping[str | None, Mapping[Codes, int]]:
        """The points in each cell, of each category and of all."""
        points: dict[str | None, dict[Codes, int]] = defaultdict(lambda: defaultdict(int))
        for count in self.counts.cells:
            for category in (None, count.category):
                points[category][codes_of(count)] += count.points
        return points

    @cached_property
    def _changes(self) -> Mapping[str | None, set[tuple[tuple[Codes, int], ...]]]:
        """What the alternatives change in cells, of each category and of all; each but once."""
        changes: dict[str | None, set[tuple[tuple[Codes, int], ...]]] = defaultdict(set)
        for parts in self.alternatives:
            for category in {None, *(count.category for count, _ in parts)}:
                by_cell: dict[Codes, int] = defaultdict(int)
                for count, by in parts:
                    by_cell[codes_of(count)] += by * (category in (None, count.category))
                changed = tuple((codes, by) for codes, by in sorted(by_cell.items()) if by)
                changes[category].add(changed)
        return changes


def codes_of(count: CellCount) -> Codes:
    """Give the codes of the cell that a count is of."""
    return count.police_code, count.fire_code, count.ambulance_code
