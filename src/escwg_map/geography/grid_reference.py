"""National Grid references: two letters name a square of 100 km, digits a smaller one inside it.

Nothing here loads pyproj before a reference has to become degrees: the web room starts without it.
"""

import re

from msgspec import Struct

from escwg_map.errors import BadPlace
from escwg_map.geography.crs import WGS_84_TO_GRID

SIDE = 100_000
"""Metres along a side of the squares that two letters name."""

_SECOND_LETTERS = {
    "H": "PTUWXYZ",
    "N": "ABCDFGHJKLMNORSTUWXYZ",
    "O": "V",
    "S": "CDEHJKMNOPRSTUVWXYZ",
    "T": "AFGLMQRV",
}
SQUARES = frozenset(
    first + second for first, seconds in _SECOND_LETTERS.items() for second in seconds
)
"""The squares of Great Britain."""

_REFERENCE = re.compile(r"([A-Z]{2})\s*([0-9][0-9\s]*)")
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
_FEWEST_DIGITS, _MOST_DIGITS = 4, 10
"""Fewer digits name a square 10 km wide or wider, and look like half a postcode."""

_CURE = "Write one such as TA 09 28 or TA 0930 2870."


class GridSquare(Struct, frozen=True):
    """The square that a reference names: its south-west corner and its side, in metres."""

    easting: int
    northing: int
    side: int

    @property
    def middle(self) -> tuple[float, float]:
        """The easting and northing of its middle."""
        return self.easting + self.side / 2, self.northing + self.side / 2

    def degrees(self) -> tuple[float, float]:
        """The longitude and latitude of its middle (WGS 84)."""
        from pyproj import Transformer  # noqa: PLC0415 - see the module

        grid = Transformer.from_pipeline(WGS_84_TO_GRID)
        longitude, latitude = grid.transform(*self.middle, direction="INVERSE")
        return float(longitude), float(latitude)


def read_grid_reference(text: str) -> GridSquare | None:
    """Read `TQ 30 80`, `tq3080` or `TQ 30000 80000`; none when the text is no reference at all.

    Numbers of roads and codes of ambulance trusts, such as A1 and RX8, are none.

    Raises:
        BadPlace: letters of no square of Great Britain, or digits that do not pair.
    """
    found = _REFERENCE.fullmatch(text.strip().upper())
    if not found:
        return None
    letters, groups = found[1], found[2].split()
    digits = "".join(groups)
    if letters not in SQUARES and len(digits) < _FEWEST_DIGITS:
        return None
    if letters not in SQUARES:
        raise BadPlace(
            f"There is no square {letters} on the National Grid of Great Britain. {_CURE}"
        )
    half = len(digits) // 2
    enough = _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS
    if not enough or len(digits) != 2 * half or not _paired(groups):
        raise BadPlace(
            "A grid reference is two letters and an even number of digits, "
            f"from {_FEWEST_DIGITS} to {_MOST_DIGITS}. {_CURE}"
        )
    west, south = _corner(letters)
    side = SIDE // 10**half
    return GridSquare(west + int(digits[:half]) * side, south + int(digits[half:]) * side, side)


def _paired(groups: list[str]) -> bool:
    return len(groups) == 1 or (len(groups) == 2 and len(groups[0]) == len(groups[1]))


def _corner(letters: str) -> tuple[int, int]:
    """Find a square by its letters: both run from A in the north-west, five to a row, without I.

    The first letter's squares are five times as wide; the grid begins at the south-west corner of
    S, which stands two of those east and one north of where its row and column would begin.
    """
    (far_east, far_south), (east, south) = (
        divmod(_LETTERS.index(each), 5)[::-1] for each in letters
    )
    return (5 * (far_east - 2) + east) * SIDE, (5 * (3 - far_south) + 4 - south) * SIDE
