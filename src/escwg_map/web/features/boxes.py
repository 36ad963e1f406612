"""The `bbox` parameter: the ground between two corners."""

import math
import re
from collections.abc import Sequence

from escwg_map.errors import BadSelection
from escwg_map.geography.shape import Bbox
from escwg_map.selection.parameters import one, shown
from escwg_map.web.features.reference_systems import ReferenceSystem

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_TAKES = (
    "it takes four numbers with commas between (west, south, east, north), or six with the lowest "
    "and the highest height after each corner"
)
_CORNERS = {4: (0, 1, 2, 3), 6: (0, 1, 3, 4)}


def read_box(name: str, given: Sequence[str], system: ReferenceSystem) -> tuple[Bbox, ...]:
    """Read a box in the units of a reference system.

    Heights may be given with degrees, and mean nothing: our features lie flat. A box whose west is
    greater than its east goes across the 180th meridian, which there is in degrees only: it is two.

    Raises:
        BadSelection: not four or six finite numbers, or corners the wrong way round.
    """
    text = one(name, given)
    numbers = [_number(name, text, part.strip()) for part in text.split(",")]
    heights = len(numbers) == 6
    if len(numbers) not in _CORNERS or (heights and system is not ReferenceSystem.CRS84):
        raise _refused(name, text, _TAKES)
    west, south, east, north = (numbers[place] for place in _CORNERS[len(numbers)])
    if south > north or (heights and numbers[2] > numbers[5]):
        raise _refused(name, text, "its lower corner comes first")
    if system is ReferenceSystem.CRS84 and not _on_the_globe(west, south, east, north):
        raise _refused(name, text, "longitudes are from -180 to 180, latitudes from -90 to 90")
    if west <= east:
        return ((west, south, east, north),)
    if system is not ReferenceSystem.CRS84:
        raise _refused(name, text, "west comes before east")
    return (west, south, 180, north), (-180, south, east, north)


def _on_the_globe(west: float, south: float, east: float, north: float) -> bool:
    return max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90


def _number(name: str, text: str, part: str) -> float:
    number = float(part) if _NUMBER.fullmatch(part) else math.nan
    if not math.isfinite(number):
        raise _refused(name, text, _TAKES)
    return number


def _refused(name: str, text: str, why: str) -> BadSelection:
    return BadSelection(name, f"{shown(text)} will not do for '{name}': {why}.")
