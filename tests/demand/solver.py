"""A reader who works out hidden counts: told every published number, and clever with all of them.

Knows nothing of how the app decides what to show. Each count is a whole number between two bounds;
each published sum puts bounds on some of them together. Bounds are drawn closer until nothing moves
(interval propagation); then values are tried, depth first, so that the answer is exact.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

Counted = frozenset[int]
"""Which counts a number is the sum of, by their places in a list."""

MANY = 10**9


@dataclass(frozen=True)
class Told:
    """One published number: the true sum lies between two bounds, or a star stands for it."""

    of: Counted
    low: int
    high: int
    is_star: bool = False


Bounds = dict[int, tuple[int, int]]
Solution = dict[int, int]


@dataclass
class Reader:
    """What somebody knows who has read all that was published."""

    told: Sequence[Told]
    known: list[Solution] = field(default_factory=list)
    """Counts that agree with everything told, as far as some were found."""

    def __post_init__(self) -> None:
        self._members = sorted({place for each in self.told for place in each.of})

    def recovered(self) -> list[Told]:
        """Find the stars of which only one number can be the truth."""
        return [each for each in self.told if each.is_star and len(self._values(each)) < 2]

    def values_of(self, place: int) -> set[int]:
        """Find every value that one count may have."""
        alone = Told(frozenset([place]), 0, MANY)
        found = {solution[place] for solution in self.known}
        bounds = self._drawn_close([])
        assert bounds, "what was published contradicts itself"
        low, high = bounds[place]
        for value in range(low, high + 1):
            if value not in found:
                found |= self._tried(alone, value, value)
        return found

    def _values(self, star: Told) -> set[int]:
        """Find two values of a star, or the only one."""
        found = {_sum(solution, star.of) for solution in self.known} or self._tried(star, 0, MANY)
        assert found, "what was published contradicts itself"
        if len(found) < 2:
            (only,) = found
            found |= self._tried(star, only + 1, MANY) or self._tried(star, 0, only - 1)
        return found

    def _tried(self, star: Told, low: int, high: int) -> set[int]:
        solution = next(self._solutions([Told(star.of, low, high)]), None)
        if solution is None:
            return set()
        self.known.append(solution)
        return {_sum(solution, star.of)}

    def _solutions(self, more: Sequence[Told]) -> Iterator[Solution]:
        bounds = self._drawn_close(more)
        if bounds is None:
            return
        open_ = [place for place in self._members if bounds[place][0] < bounds[place][1]]
        if not open_:
            yield {place: bounds[place][0] for place in self._members}
            return
        place = min(open_, key=lambda each: bounds[each][1] - bounds[each][0])
        low, high = bounds[place]
        middle = (low + high) // 2
        for part in ((low, middle), (middle + 1, high)):
            yield from self._solutions([*more, Told(frozenset([place]), *part)])

    def _drawn_close(self, more: Sequence[Told]) -> Bounds | None:
        bounds = dict.fromkeys(self._members, (0, MANY))
        moved = True
        while moved:
            moved = False
            for each in (*more, *self.told):
                low = sum(bounds[place][0] for place in each.of)
                high = sum(bounds[place][1] for place in each.of)
                if low > each.high or high < each.low:
                    return None
                for place in each.of:
                    least, most = bounds[place]
                    closer = (
                        max(least, each.low - (high - most)),
                        min(most, each.high - (low - least)),
                    )
                    if closer != (least, most):
                        bounds[place], moved = closer, True
                        low, high = low + closer[0] - least, high + closer[1] - most
                        if closer[0] > closer[1]:
                            return None
        return bounds


def _sum(solution: Solution, of: Iterable[int]) -> int:
    return sum(solution[place] for place in of)
