"""The rule for one count: hidden, rounded, or nought."""

import pytest

from escwg_map.demand.rule import EXACT, HIDDEN, Published, Rule


@pytest.mark.parametrize("count", range(1, 8))
def test_one_to_seven_are_hidden(count: int) -> None:
    assert Rule().shown(count) == HIDDEN


@pytest.mark.parametrize(
    ("count", "shown"),
    [(8, "10"), (12, "10"), (13, "15"), (17, "15"), (18, "20"), (1_232, "1,230"), (1_233, "1,235")],
)
def test_others_are_rounded_to_the_nearest_five(count: int, shown: str) -> None:
    assert Rule().shown(count).text == shown


def test_nothing_stays_nothing() -> None:
    assert Rule().shown(0) == Published(0, 0, 0)


@pytest.mark.parametrize("rule", [Rule(), Rule(4, 10), Rule(10, 3), Rule(0, 5), Rule(9, 1), EXACT])
def test_a_number_stands_for_just_those_counts_that_are_shown_so(rule: Rule) -> None:
    for count in range(60):
        shown = rule.shown(count)
        alike = [other for other in range(200) if rule.shown(other) == shown]
        assert rule.range_of(count) == (alike[0], alike[-1])
        if not shown.is_hidden:
            assert (shown.low, shown.high) == (alike[0], alike[-1])


def test_all_stars_are_the_same_to_those_who_sort_them() -> None:
    rule = Rule()

    assert {rule.shown(count).rank for count in range(1, 8)} == {HIDDEN.rank}
    assert sorted([rule.shown(9), HIDDEN, rule.shown(0)]) == [rule.shown(0), HIDDEN, rule.shown(9)]


def test_a_share_is_of_what_is_shown() -> None:
    rule = Rule()

    assert rule.shown(12).share_of(rule.shown(41)) == 10 / 40


@pytest.mark.parametrize(("part", "whole"), [(3, 40), (40, 3), (0, 3)])
def test_there_is_no_share_of_what_is_hidden(part: int, whole: int) -> None:
    assert Rule().shown(part).share_of(Rule().shown(whole)) is None


def test_nothing_is_no_part_of_nothing() -> None:
    assert Rule().shown(0).share_of(Rule().shown(0)) == 0


def test_exact_counts_are_shown_as_they_are() -> None:
    assert [EXACT.shown(count).value for count in (0, 1, 7, 1_232)] == [0, 1, 7, 1_232]


HIDES = "Counts of 1 to {} are shown as *, and so are sums that would give one of these away; "


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (EXACT, "These counts are exact: none is hidden, and none is rounded."),
        (Rule(), HIDES.format(7) + "others are rounded to the nearest 5."),
        (Rule(4, 1), HIDES.format(4) + "others are as they are."),
        (Rule(0, 10), "Counts are rounded to the nearest 10."),
    ],
)
def test_the_rule_says_itself(rule: Rule, said: str) -> None:
    assert rule.said == said
