"""Coordinates as people type them."""

import pytest

from escwg_map.errors import BadPlace
from escwg_map.geography.degrees import read_degrees

HULL = [
    "53.745, -0.335",
    "-0.335 53.745",
    "-0.335,53.745",
    "53.745N 0.335W",
    "0.335w, 53.745n",
    "53.745° N, 0.335° W",
    "N53.745 W0.335",
    "53.745° -0.335°",
    "53.745; \N{MINUS SIGN}0.335",
    "53.745 0.335W",
]


@pytest.mark.parametrize("text", HULL)
def test_reads_a_place_however_it_is_typed(text: str) -> None:
    assert read_degrees(text) == (-0.335, 53.745)


def test_east_of_greenwich_is_positive() -> None:
    assert read_degrees("52.63N 1.3E") == (1.3, 52.63)


@pytest.mark.parametrize("text", ["Hull", "999 111", "53.745", "1.2.3 4", "2015-16", "", "N W"])
def test_leaves_to_the_search_what_is_no_coordinate(text: str) -> None:
    assert read_degrees(text) is None


@pytest.mark.parametrize(
    "text",
    ["48.85, 2.35", "53.745N 54.1N", "0.3E 0.4W", "530000, 180000", "200, 12.5", "53.7S 0.3W"],
)
def test_refuses_a_place_off_the_map(text: str) -> None:
    with pytest.raises(BadPlace, match=r"such as 53\.745, -0\.335"):
        read_degrees(text)
