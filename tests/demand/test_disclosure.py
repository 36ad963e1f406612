"""Sums of counts: shown, or hidden so that nobody can work out a hidden one."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from demand.solver import Reader
from demand.toyshire_counts import CELLS, Show, counts_of, every_sum
from escwg_map.demand.alternatives import LEAST_LEFT
from escwg_map.demand.disclosure import Disclosure
from escwg_map.demand.rule import EXACT, Rule

HES = Rule()

points = st.one_of(st.just(0), st.integers(1, 7), st.integers(8, 60))


def showing(rule: Rule, *numbers: int, categories: tuple[str, ...] = ("",)) -> Disclosure:
    return Disclosure.of(counts_of(numbers, categories), rule)


def by_the_rule_alone(*numbers: int) -> Show:
    """The naive way: each sum is hidden or rounded by itself."""
    return lambda cells, _: HES.shown(
        sum(n for codes, n in zip(CELLS, numbers, strict=True) if codes in cells)
    )


def read(show: Show, categories: tuple[str, ...] = ("",), threshold: int = 7) -> Reader:
    return Reader(list(every_sum(show, threshold, categories)))


@settings(max_examples=25)
@given(st.lists(points, min_size=8, max_size=8))
@example([7, 7, 7, 7, 0, 0, 0, 0])
@example([1, 1, 1, 1, 1, 1, 1, 1])
@example([7, 7, 7, 7, 7, 7, 7, 7])
@example([7, 47, 0, 0, 0, 0, 0, 0])
def test_a_reader_of_every_sum_finds_no_hidden_count(numbers: list[int]) -> None:
    assert read(showing(HES, *numbers).points).recovered() == []


@pytest.mark.parametrize("seed", range(4))
def test_every_hidden_count_may_have_several_values(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - made-up counts
    numbers = [chance.choice([0, chance.randint(1, 7), chance.randint(8, 60)]) for _ in CELLS]
    reader = read(showing(HES, *numbers).points)

    left = [len(reader.values_of(p)) for p, number in enumerate(numbers) if 1 <= number <= 7]

    assert left
    assert min(left) >= LEAST_LEFT


@settings(max_examples=6)
@given(st.lists(points, min_size=16, max_size=16))
def test_categories_tell_nothing_either(numbers: list[int]) -> None:
    categories = ("fall", "fire")
    disclosed = showing(HES, *numbers, categories=categories)

    assert Reader(list(every_sum(disclosed.points, 7, categories, most=2))).recovered() == []


@pytest.mark.parametrize("rule", [Rule(4, 10), Rule(10, 3), Rule(7, 1), Rule(2, 5)])
def test_no_other_threshold_or_rounding_tells_more(rule: Rule) -> None:
    disclosed = showing(rule, 4, 2, 9, 1, 1, 30, 2, 0)

    assert read(disclosed.points, threshold=rule.threshold).recovered() == []


def test_the_rule_alone_tells_four_sevens() -> None:
    found = read(by_the_rule_alone(7, 7, 7, 7, 0, 0, 0, 0)).recovered()

    assert {frozenset([place]) for place in range(4)} <= {each.of for each in found}


def test_sums_without_any_rule_tell_everything() -> None:
    exact = showing(EXACT, 3, 5, 20, 0, 0, 0, 0, 0)
    hidden_alone = showing(HES, 3, 5, 20, 0, 0, 0, 0, 0)

    def show(cells: set[tuple[str, str, str]], category: str | None) -> object:
        return (hidden_alone if len(cells) == 1 else exact).points(cells, category)

    found = read(show).recovered()  # type: ignore[arg-type]

    assert {frozenset([0]), frozenset([1])} <= {each.of for each in found}


def test_a_cell_is_only_hidden_for_being_small() -> None:
    numbers = (7, 7, 8, 60, 1, 12, 0, 9)
    disclosed = showing(HES, *numbers)

    shown = [disclosed.points([codes]) for codes in CELLS]

    assert shown == [HES.shown(number) for number in numbers]


def test_what_is_shown_is_the_true_sum_by_the_rule() -> None:
    disclosed = showing(HES, 3, 400, 0, 52, 217, 96, 31, 8)

    assert disclosed.points(CELLS) == HES.shown(807)
    assert disclosed.points(CELLS[:2]) == HES.shown(403)


def test_where_nothing_was_counted_there_is_nothing() -> None:
    disclosed = showing(HES, 3, 0, 9, 0, 0, 0, 0, 0)

    assert disclosed.points([CELLS[1], ("E23000999", "", "")]).text == "0"


def test_the_same_counts_are_published_alike_in_whatever_order_they_were_read() -> None:
    counts = counts_of((3, 5, 20, 7, 1, 0, 33, 2))
    other = type(counts)(counts.cells[::-1], 0, 0, "2 files")

    one, two = Disclosure.of(counts, HES), Disclosure.of(other, HES)

    assert list(every_sum(one.points, 7)) == list(every_sum(two.points, 7))


def test_exact_counts_are_all_shown() -> None:
    told = every_sum(showing(EXACT, 7, 7, 7, 7, 1, 2, 3, 4).points, 7)

    assert not any(each.is_star for each in told)


def weighted(rule: Rule) -> Disclosure:
    counts = counts_of((20, 3, 0, 0, 0, 0, 0, 0))
    heavy = tuple(replace(count, weight=count.points * 2.5) for count in counts.cells)
    return Disclosure.of(replace(counts, cells=heavy), rule)


def test_weights_are_shown_exactly_or_not_at_all() -> None:
    assert weighted(HES).weight(CELLS) is None
    assert weighted(EXACT).weight(CELLS) == 57.5


def test_the_weight_of_points_that_were_given_none_is_their_number_as_shown() -> None:
    assert showing(HES, 23, 0, 0, 0, 0, 0, 0, 0).weight(CELLS) == 25
