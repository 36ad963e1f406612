"""The strict reading of parameters: text from outside becomes values once, here, or is refused."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from escwg_map.errors import BadSelection
from escwg_map.records.codes import SERVICE_CODE
from escwg_map.wording import listing

NO_OUTLINES = "none"
"""The value that says no outlines are wanted; an absent parameter means all of them."""

LONGEST_TEXT = 200

LONGEST_OFFSET = 1_000_000
"""How far into a list one may ask: past its end, there is nothing."""

LARGEST_LIMIT = 999_999
"""The largest number that is understood as a limit, though no part of a list is so large."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,7}")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_POINT = re.compile(r"(-?[0-9]{1,3}(?:\.[0-9]{1,12})?),(-?[0-9]{1,2}(?:\.[0-9]{1,12})?)")
_CODE = re.compile(SERVICE_CODE)
_CELL = re.compile(r"[A-Z0-9]{9}-[A-Z0-9]{9}-[A-Z0-9]{3}")

E = TypeVar("E", bound=StrEnum)


class Point(Struct, frozen=True):
    """A place asked for, in WGS 84 degrees."""

    longitude: float
    latitude: float

    def __str__(self) -> str:
        """Write it as the query string does: longitude first, five decimals (about a metre)."""
        return f"{_degrees(self.longitude)},{_degrees(self.latitude)}"


def _degrees(degrees: float) -> str:
    # Never in powers of ten, which are not read back: 0.00001 and not 1e-05.
    return f"{degrees:.5f}".rstrip("0").rstrip(".")


def shown(text: str) -> str:
    """Quote what somebody sent in a message about it, cut short."""
    return f"'{text[:40]}…'" if len(text) > 40 else f"'{text}'"


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """Suggest the known word that is nearest, as a sentence to add to a message."""
    near = get_close_matches(text.lower(), list(known), n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


def one(name: str, given: Sequence[str]) -> str:
    """Take the one value of a parameter that may not be repeated."""
    if len(given) > 1:
        raise BadSelection(
            name, f"The parameter '{name}' was given {len(given)} times; it takes one value."
        )
    return given[0]


def words_of(vocabulary: type[E]) -> Callable[[str, Sequence[str]], tuple[E, ...]]:
    """Make the reader of a repeatable parameter whose values are a closed list."""

    def read(name: str, given: Sequence[str]) -> tuple[E, ...]:
        found = {_word(vocabulary, name, text) for text in given if text.strip()}
        return tuple(sorted(found, key=list(vocabulary).index))

    return read


def word_of(vocabulary: type[E]) -> Callable[[str, Sequence[str]], E]:
    """Make the reader of a single parameter whose values are a closed list."""

    def read(name: str, given: Sequence[str]) -> E:
        return _word(vocabulary, name, one(name, given))

    return read


def _word(vocabulary: type[E], name: str, text: str) -> E:
    words = [word.value for word in vocabulary]
    if text not in words:
        near = did_you_mean(text, words)
        takes = f"it takes {listing(words)}"
        raise BadSelection(name, f"{shown(text)} is not a value of '{name}': {takes}.{near}")
    return vocabulary(text)


def slugs(name: str, given: Sequence[str]) -> tuple[str, ...]:
    """Read ids, each once, in a stable order; whether they exist is for the atlas to say."""
    wanted = "an id of lower-case words joined by hyphens"
    return tuple(sorted({_match(_SLUG, name, text, wanted) for text in given if text.strip()}))


def code(name: str, given: Sequence[str]) -> str:
    """Read the code of a service."""
    return _match(_CODE, name, one(name, given), "a code such as E23000012, E31000020 or RX8")


def cell(name: str, given: Sequence[str]) -> str:
    """Read the id of a cell."""
    return _match(
        _CELL, name, one(name, given), "three codes joined by hyphens, police, fire and ambulance"
    )


def year(name: str, given: Sequence[str]) -> int:
    """Read a year of four digits."""
    return int(_match(_YEAR, name, one(name, given), "a year such as 2014"))


def number(least: int, most: int) -> Callable[[str, Sequence[str]], int]:
    """Make the reader of a whole number between two bounds, both included."""

    def read(name: str, given: Sequence[str]) -> int:
        wanted = f"a whole number from {least:,} to {most:,}"
        text = _match(_NUMBER, name, one(name, given), wanted)
        if not least <= int(text) <= most:
            raise BadSelection(name, f"{shown(text)} will not do for '{name}': it takes {wanted}.")
        return int(text)

    return read


def limit(most: int) -> Callable[[str, Sequence[str]], int]:
    """Make the reader of how many at most: more than there ever are is no mistake, but the most."""
    read = number(1, LARGEST_LIMIT)
    return lambda name, given: min(most, read(name, given))


def text(longest: int) -> Callable[[str, Sequence[str]], str]:
    """Make the reader of free text: a blank for what markup cannot hold, and none around it."""

    def read(name: str, given: Sequence[str]) -> str:
        said = _UNSEEN.sub(" ", one(name, given)).strip()
        if len(said) > longest:
            raise BadSelection(name, f"The text of '{name}' is longer than {longest:,} characters.")
        return said

    return read


words = text(LONGEST_TEXT)
"""Reads free text to search for."""


def point(name: str, given: Sequence[str]) -> Point:
    """Read a place as longitude and latitude in degrees."""
    text = one(name, given)
    _match(_POINT, name, text, "longitude,latitude in degrees, such as -0.335,53.745")
    longitude, latitude = map(float, text.split(","))
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise BadSelection(
            name, f"{shown(text)} is not on the globe: longitude comes first, then latitude."
        )
    return Point(longitude, latitude)


def _match(pattern: re.Pattern[str], name: str, text: str, wanted: str) -> str:
    if not pattern.fullmatch(text):
        raise BadSelection(name, f"{shown(text)} will not do for '{name}': it takes {wanted}.")
    return text
