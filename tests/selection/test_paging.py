"""The pages of a list."""

import pytest

from escwg_map.selection import Selection
from escwg_map.selection.paging import Part, part_of

HUNDRED_AND_TWO = list(range(102))


def part(offset: int, limit: int | None = 50) -> Part[int]:
    return part_of(HUNDRED_AND_TWO, Selection(offset=offset, limit=limit))


def test_takes_the_items_asked_for() -> None:
    assert part(100).items == [100, 101]


def test_a_list_without_a_limit_has_200_rows() -> None:
    found = part_of(list(range(300)), Selection())

    assert (len(found.items), found.whole, found.after) == (200, False, 200)


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (0, "Showing 1 to 50 of 102"),
        (100, "Showing 101 to 102 of 102"),
        (500, "Showing none of 102: the list ends before"),
    ],
)
def test_says_which_part_it_is(offset: int, said: str) -> None:
    assert part(offset).said == said


@pytest.mark.parametrize(
    ("offset", "before", "after"),
    [(0, None, 50), (50, 0, 100), (100, 50, None), (20, 0, 70), (500, 100, None)],
)
def test_knows_the_pages_before_and_after(
    offset: int, before: int | None, after: int | None
) -> None:
    assert (part(offset).before, part(offset).after) == (before, after)


def test_names_the_first_page_the_last_and_those_near() -> None:
    pages = [page and (page[0], page[2]) for page in part(50, 10).pages()]

    assert pages == [
        (1, False), None, (5, False), (6, True), (7, False), None, (11, False),
    ]  # fmt: skip
