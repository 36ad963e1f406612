"""Text as the search compares it."""

import doctest

import pytest

from escwg_map.search import words
from escwg_map.search.words import folded


def test_the_examples_are_right() -> None:
    result = doctest.testmod(words)

    assert (result.failed, result.attempted) == (0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ESSEX", "essex"),
        ("Dinbych, Sir Ddinbych", "dinbych sir ddinbych"),
        ("Môn", "Mon"),
        ("King\N{RIGHT SINGLE QUOTATION MARK}s", "King's"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("Devon & Cornwall", "Devon and Cornwall"),
        ("First Response \N{EN DASH} Cardiac", "first response cardiac"),
        ("ﬁre", "fire"),
    ],
)
def test_what_differs_in_writing_only_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_punctuation_alone_says_nothing() -> None:
    assert folded(" -- ' . ") == ""
