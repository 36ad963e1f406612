"""What can be wrong with a row, or odd about where it lies: each kind is counted and told."""

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct

EXAMPLES = 3
"""How many rows of each kind are named."""


class Fault(Enum):
    """One kind: what it is of so many rows, and what would mend it."""

    UNRECOGNISED = (
        "of files without the columns that are wanted",
        "name their columns with --x and --y, or leave these files out",
    )
    SHORT = (
        "with fewer or more fields than the heading",
        "put a field that holds the separator into quotation marks",
    )
    EMPTY = ("without a place: empty, NaN or infinite", "")
    TEXT = ("with text where a number belongs", "write numbers such as 425310.5, with a point")
    ZERO = ("at 0, 0, which stands for no place", "")
    SWAPPED = (
        "with longitude and latitude swapped",
        "if all are so, name the columns the other way round with --x and --y",
    )
    DEGREES = ("in degrees where metres are said", "say --crs EPSG:4326")
    METRES = ("in metres where degrees are said", "say --crs EPSG:27700")
    NO_POINT = ("whose geometry is no point", "give points, such as the middles of the shapes")
    WEIGHT = ("whose weight is no number from 0 to 1,000,000,000", "mend the column, or leave it")
    AT_SEA = ("with a point in no area: at sea, or across a border", "")
    ABROAD = (
        "with a point beyond all areas: abroad, or far out at sea",
        "look whether --crs says what they are in",
    )

    def __init__(self, label: str, cure: str) -> None:
        self.label = label
        self.cure = cure

    @property
    def number(self) -> int:
        """Stand for it in an array, in which 0 says that nothing is wrong."""
        return _ORDER[self] + 1

    @staticmethod
    def numbered(number: int) -> "Fault":
        """Find it again by its number."""
        return tuple(Fault)[number - 1]

    @property
    def is_point(self) -> bool:
        """Whether the row is a point for all that: one that lies elsewhere."""
        return self in (Fault.AT_SEA, Fault.ABROAD)


_ORDER = {fault: place for place, fault in enumerate(Fault)}
SOUND = 0


class Example(Struct, frozen=True, order=True):
    """One row, by the place of its file among those read, and its number in the file."""

    file: int
    row: int


class Found(Struct, frozen=True):
    """How many rows are at fault in one way, and the first of them."""

    rows: int
    examples: tuple[Example, ...]

    def with_more(self, other: "Found") -> "Found":
        """Add those of another part; which part came first does not matter."""
        return Found(self.rows + other.rows, first(self.examples + other.examples))


def first(examples: Iterable[Example]) -> tuple[Example, ...]:
    """Keep the examples that come first in the files."""
    return tuple(sorted(examples)[:EXAMPLES])
