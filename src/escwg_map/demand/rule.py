"""The rule for one count of people: small ones are hidden, others rounded, a true zero stays.

It is that of the hospital statistics of the NHS in England (Hospital Episode Statistics, since
2018): 1 to 7 are shown as `*`, and all else to the nearest 5.
"""

from dataclasses import dataclass
from functools import total_ordering

from msgspec import Struct

STAR = "*"


@total_ordering
@dataclass(frozen=True)
class Published:
    """A count as it may be shown: code compares and adds up these, and never their texts.

    `value` is the number shown, none where the count is hidden. The true count is at least `low`
    and at most `high`; none where nothing is said of how many there are.
    """

    value: int | None
    low: int
    high: int | None

    @property
    def is_hidden(self) -> bool:
        """Whether a star stands for it."""
        return self.value is None

    @property
    def text(self) -> str:
        """Write it for people: `1,230`, `0` or `*`."""
        return STAR if self.value is None else f"{self.value:,}"

    @property
    def plain(self) -> int | str:
        """Write it for programs: a number, or a star."""
        return STAR if self.value is None else self.value

    @property
    def rank(self) -> int:
        """Where it stands in an order: all stars together, after nothing and before the rest."""
        return 1 if self.value is None else self.value

    def __lt__(self, other: "Published") -> bool:
        """Compare what is shown, so that no order says more than the numbers do."""
        return self.rank < other.rank

    def share_of(self, whole: "Published") -> float | None:
        """Give what is shown as a share of what is shown; none where either is hidden."""
        if self.value is None or whole.value is None:
            return None
        return self.value / whole.value if whole.value else 0.0


HIDDEN = Published(None, 1, None)
"""Of all that are hidden: a reader cannot tell which were small, and which would tell of others."""


class Rule(Struct, frozen=True):
    """Counts from 1 to `threshold` are hidden, others rounded to multiples of `rounding`."""

    threshold: int = 7
    rounding: int = 5

    @property
    def is_exact(self) -> bool:
        """Whether every count is shown as it is."""
        return self.threshold < 1 and self.rounding == 1

    @property
    def said(self) -> str:
        """Say it to those who read the counts."""
        if self.is_exact:
            return "These counts are exact: none is hidden, and none is rounded."
        rounded = f"rounded to the nearest {self.rounding}" if self.rounding > 1 else "as they are"
        if not self.threshold:
            return f"Counts are {rounded}."
        hidden = f"Counts of 1 to {self.threshold} are shown as {STAR}"
        return f"{hidden}, and so are sums that would give one of these away; others are {rounded}."

    def hides(self, count: int) -> bool:
        """Whether a count is too small to be shown."""
        return 1 <= count <= self.threshold

    def shown(self, count: int) -> Published:
        """Show a count that is part of no sum, and no sum of others."""
        if self.hides(count):
            return HIDDEN
        return Published(self._rounded(count), *self.range_of(count))

    def range_of(self, count: int) -> tuple[int, int]:
        """Give the smallest and the largest count that would be shown as this one is."""
        if self.hides(count):
            return 1, self.threshold
        value = self._rounded(count)
        low, high = value - self.rounding // 2, value + (self.rounding - 1) // 2
        if value == 0:
            return 0, high if high > self.threshold else 0
        return max(low, self.threshold + 1), high

    def _rounded(self, count: int) -> int:
        """Round halves up, as the tables of the hospital statistics do."""
        return (count + self.rounding // 2) // self.rounding * self.rounding


EXACT = Rule(threshold=0, rounding=1)
"""Nothing hidden, nothing rounded: for those who may see the points themselves."""
