"""What is said to people; the examples in the docstrings are tests too."""

import doctest

import pytest

from escwg_map import wording


def test_the_examples_are_right() -> None:
    result = doctest.testmod(wording)

    assert result.attempted >= 7
    assert result.failed == 0


def test_joins_no_words_to_nothing() -> None:
    assert wording.listing([]) == ""


def test_joins_two_words_without_a_comma() -> None:
    assert wording.listing(["police", "fire"]) == "police and fire"


def test_says_when_only_the_end_is_known() -> None:
    assert wording.dates(None, "2016-03") == "until March 2016, no start date stated"


def test_draws_pages_together_in_whatever_order_they_come() -> None:
    assert wording.pages([12, 8, 7]) == "pages 7 to 8 and 12"


@pytest.mark.parametrize(
    ("km2", "said"),
    [(9.96, "10.0 km²"), (10, "10 km²"), (0.04, "0.0 km²"), (151_245.3, "151,245 km²")],
    ids=["nearly ten", "ten", "a garden", "England and Wales"],
)
def test_says_ground_no_more_exactly_than_it_is_known(km2: float, said: str) -> None:
    assert wording.square_kilometres(km2) == said


def test_the_attribution_names_both_rights_and_the_licence() -> None:
    assert "National Statistics data © Crown copyright" in wording.ATTRIBUTION
    assert "OS data © Crown copyright" in wording.ATTRIBUTION
    assert "Open Government Licence v.3.0" in wording.ATTRIBUTION


def test_the_caution_says_what_a_gap_does_not_mean() -> None:
    assert "says nothing about whether services work together" in wording.CAUTION
