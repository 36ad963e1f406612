"""The order of a list."""

import pytest

from escwg_map.errors import BadSelection
from escwg_map.selection.ordering import Sort, SortKey, check_sort, read_sort


def test_a_minus_turns_the_order_round() -> None:
    assert read_sort("sort", ["-started"]) == Sort(SortKey.STARTED, descending=True)


def test_a_list_refuses_an_order_that_it_does_not_have() -> None:
    with pytest.raises(BadSelection, match="not sorted by 'km2': it takes title and theme"):
        check_sort(Sort(SortKey.KM2), [SortKey.TITLE, SortKey.THEME])


def test_no_order_will_do_for_any_list() -> None:
    check_sort(None, [])
