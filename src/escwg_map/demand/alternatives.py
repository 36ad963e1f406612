"""Other counts that would be published alike: as long as there are some, nobody can tell.

The rule alone is not enough. Four cells of 7 add up to 28, shown as 30, which stands for 28 to 32:
but four hidden cells hold 28 at most, so a reader knows all four. Therefore, for every count that
is hidden, a few alternatives are chosen once, from the counts alone. A sum is shown only where it
would be shown so had any of the alternatives been true. Whatever else is asked for, by whatever
filter, command or edition of the register, everything shown agrees with all of them: no reader, and
no solver, can tell the truth from these.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from msgspec import Struct

from escwg_map.demand.counts import CellCount
from escwg_map.demand.rule import Rule

LEAST_LEFT = 3
"""The values that a hidden count may have in everything that is shown, its own among them."""

_MOST_PARTNERS = 16
"""Other counts that are tried for one to be made up by, the nearest first."""

Margin = tuple[str | None, ...]
"""A police, a fire and an ambulance code and a category, none where all of them are added up."""

Alternative = tuple[tuple[CellCount, int], ...]
"""By how much counts would differ from the truth; the rest would be as it is."""


def find_alternatives(cells: Sequence[CellCount], rule: Rule) -> tuple[Alternative, ...]:
    """Choose alternatives for every hidden count, so that as few sums as can be are hidden too.

    The same counts give the same alternatives, so that what is published of them at another place
    or time does not tell what is hidden here.
    """
    if not rule.threshold:
        return ()
    search = _Search(sorted(cell for cell in cells if cell.points), rule, set())
    return tuple(search.alternatives())


class _Found(Struct, frozen=True):
    """An alternative, and what it costs: sums that must be hidden, those of more ground first."""

    cost: int
    is_made_up: bool
    parts: Alternative
    broken: tuple[Margin, ...]

    @property
    def order(self) -> tuple[int, bool, int, Alternative]:
        """The cheapest first; then those that leave the total as it is; then the nearest."""
        return self.cost, not self.is_made_up, abs(self.parts[0][1]), self.parts

    @property
    def is_free(self) -> bool:
        """Whether no other can be better."""
        return self.is_made_up and not self.cost


@dataclass(frozen=True)
class _Search:
    counts: Sequence[CellCount]
    rule: Rule
    broken: set[Margin]

    def alternatives(self) -> Iterator[Alternative]:
        for count in self.counts:
            if self.rule.hides(count.points):
                for found in self._chosen(count):
                    self.broken.update(found.broken)
                    yield found.parts

    def _chosen(self, count: CellCount) -> list[_Found]:
        partners = list(islice(self._partners(count), _MOST_PARTNERS))
        changes = (value - count.points for value in range(1, self.rule.threshold + 1))
        best: list[_Found] = []
        for change in sorted(filter(None, changes), key=abs):
            best.append(_best(self._tried(count, change, partners)))
            if sum(found.is_free for found in best) == LEAST_LEFT - 1:
                break
        return sorted(best, key=lambda found: found.order)[: LEAST_LEFT - 1]

    def _tried(
        self, count: CellCount, change: int, partners: Sequence[CellCount]
    ) -> Iterator[_Found]:
        yield self._found(((count, change),))
        for partner in partners:
            low, high = self.rule.range_of(partner.points)
            if low <= partner.points - change <= high:
                yield self._found(((count, change), (partner, -change)))

    def _found(self, parts: Alternative) -> _Found:
        changes: dict[Margin, int] = defaultdict(int)
        for count, change in parts:
            for margin in margins_of(count):
                changes[margin] += change
        broken = tuple(m for m, change in changes.items() if change and self._breaks(m, change))
        cost = sum(1 + margin.count(None) for margin in broken)
        return _Found(cost, len(parts) > 1, parts, broken)

    def _breaks(self, margin: Margin, change: int) -> bool:
        total = self._totals[margin]
        low, high = self.rule.range_of(total)
        return margin not in self.broken and not low <= total + change <= high

    def _partners(self, count: CellCount) -> Iterator[CellCount]:
        """Give the counts that may make up for another, those with more sums in common first.

        No small sum may hold both, since it would be the same in the alternative.
        """
        met = {count}
        for margin in sorted(margins_of(count), key=lambda margin: margin.count(None)):
            for other in self._members[margin]:
                if other not in met and count.points + other.points > self.rule.threshold:
                    met.add(other)
                    yield other

    @cached_property
    def _members(self) -> Mapping[Margin, list[CellCount]]:
        members: dict[Margin, list[CellCount]] = defaultdict(list)
        for count in self.counts:
            for margin in margins_of(count):
                members[margin].append(count)
        return members

    @cached_property
    def _totals(self) -> Mapping[Margin, int]:
        return {m: sum(count.points for count in some) for m, some in self._members.items()}


def _best(tried: Iterator[_Found]) -> _Found:
    best = next(tried)
    for found in tried:
        if best.is_free:
            break
        best = min(best, found, key=lambda each: each.order)
    return best


def margins_of(count: CellCount) -> Iterator[Margin]:
    """Give every sum by codes and category that a count is part of, itself among them."""
    codes = (count.police_code, count.fire_code, count.ambulance_code, count.category)
    yield from product(*((code, None) for code in codes))
