"""Coordinates as people type them: decimal degrees, in either order, in the British Isles."""

import re

from escwg_map.errors import BadPlace

LONGITUDES, LATITUDES = (-11.0, 3.0), (49.0, 61.0)
"""The degrees that hold the British Isles; no number is in both, so the order need not be given."""

_NUMBER = r"([+-]?[0-9]{1,7}(?:\.[0-9]{1,15})?)"
_BETWEEN = r"\s*[,;\s]\s*"
_AFTER = rf"{_NUMBER}\s*°?\s*([NSEW]?)"
_BEFORE = rf"([NSEW])\s*{_NUMBER}\s*°?"
_LETTER_AFTER = re.compile(_AFTER + _BETWEEN + _AFTER)
_LETTER_BEFORE = re.compile(_BEFORE + _BETWEEN + _BEFORE)
_SIGNS_OF_DEGREES = set(".,;-°NSEW")

_CURE = "Write degrees such as 53.745, -0.335 or 53.745N 0.335W."


def read_degrees(text: str) -> tuple[float, float] | None:
    """Read `53.745, -0.335`, `-0.335 53.745` or `53.745°N 0.335°W` as longitude and latitude.

    None when the text is no coordinates at all; two bare whole numbers are none.

    Raises:
        BadPlace: two latitudes, two longitudes, or a place outside the British Isles.
    """
    typed = text.strip().upper().replace("\N{MINUS SIGN}", "-").replace("º", "°")
    numbers = _numbers(typed)
    if numbers is None or _SIGNS_OF_DEGREES.isdisjoint(typed):
        return None
    fitting = [
        (longitude, latitude)
        for (longitude, is_longitude), (latitude, is_latitude) in (numbers, numbers[::-1])
        if is_longitude != "NS" and is_latitude != "EW" and _is_near(longitude, latitude)
    ]
    if not fitting:
        raise BadPlace(f"Those coordinates lie outside the British Isles. {_CURE}")
    return fitting[0]


_Number = tuple[float, str]
"""A number of degrees, and the axis that its letter tells: `NS`, `EW`, or nothing."""


def _numbers(typed: str) -> tuple[_Number, _Number] | None:
    if after := _LETTER_AFTER.fullmatch(typed):
        return _number(after[1], after[2]), _number(after[3], after[4])
    if before := _LETTER_BEFORE.fullmatch(typed):
        return _number(before[2], before[1]), _number(before[4], before[3])
    return None


def _number(digits: str, letter: str) -> _Number:
    degrees = float(digits)
    axis = next((axis for axis in ("NS", "EW") if letter and letter in axis), "")
    return (-abs(degrees) if letter in ("S", "W") else degrees), axis


def _is_near(longitude: float, latitude: float) -> bool:
    west, east = LONGITUDES
    south, north = LATITUDES
    return west <= longitude <= east and south <= latitude <= north
