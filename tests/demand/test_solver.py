"""The reader who works out hidden counts finds what can be found, and nothing else."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demand.solver import Reader, Told

A, B, AB = frozenset([0]), frozenset([1]), frozenset([0, 1])


def test_four_sevens_are_told_by_their_rounded_sum() -> None:
    stars = [Told(frozenset([place]), 1, 7, is_star=True) for place in range(4)]

    reader = Reader([*stars, Told(frozenset(range(4)), 28, 32)])

    assert reader.recovered() == stars


def test_one_value_more_and_nothing_is_told() -> None:
    stars = [Told(frozenset([place]), 1, 7, is_star=True) for place in range(4)]

    assert Reader([*stars, Told(frozenset(range(4)), 26, 32)]).recovered() == []


def test_a_sum_is_found_though_its_parts_are_not() -> None:
    ab = Told(AB, 1, 7, is_star=True)

    reader = Reader([Told(A, 1, 7, is_star=True), Told(B, 1, 7, is_star=True), ab, Told(AB, 5, 5)])

    assert reader.recovered() == [ab]


bounds = st.tuples(st.integers(0, 4), st.integers(0, 2)).map(lambda pair: (pair[0], sum(pair)))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.frozensets(st.integers(0, 2), min_size=1), bounds), max_size=6))
def test_it_finds_the_values_that_trying_all_of_them_finds(
    sums: list[tuple[frozenset[int], tuple[int, int]]],
) -> None:
    told = [Told(frozenset([place]), 0, 4) for place in range(3)]
    told += [Told(of, low, high) for of, (low, high) in sums]
    agreeing = [
        values
        for values in product(range(5), repeat=3)
        if all(each.low <= sum(values[p] for p in each.of) <= each.high for each in told)
    ]
    if agreeing:
        reader = Reader(told)
        for place in range(3):
            assert reader.values_of(place) == {values[place] for values in agreeing}


def test_what_contradicts_itself_is_no_knowledge() -> None:
    with pytest.raises(AssertionError, match="contradicts itself"):
        Reader([Told(A, 1, 1, is_star=True), Told(A, 2, 2)]).recovered()
