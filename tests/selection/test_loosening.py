"""What to loosen when nothing is found."""

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.selection.loosening import loosened
from escwg_map.vocabulary import Status


def test_the_filter_that_frees_most_comes_first(atlas: Atlas) -> None:
    asked = Selection(theme=("demand",), status=(Status.LIVE,))

    found = [(each.without, each.projects) for each in loosened(asked, atlas)]

    assert found == [("theme Demand management and rationalisation", 2), ("status live", 1)]


def test_a_filter_that_frees_nothing_is_not_offered(atlas: Atlas) -> None:
    asked = Selection(theme=("wider",), status=(Status.LIVE,))

    assert [each.without for each in loosened(asked, atlas)] == ["theme Wider collaboration"]


def test_the_other_filters_stay(atlas: Atlas) -> None:
    asked = Selection(theme=("demand",), status=(Status.LIVE,), from_=2010)

    assert loosened(asked, atlas)[0].selection == Selection(status=(Status.LIVE,), from_=2010)


def test_a_page_far_down_the_list_is_left(atlas: Atlas) -> None:
    asked = Selection(theme=("demand",), status=(Status.LIVE,), offset=200)

    assert all(each.selection.offset == 0 for each in loosened(asked, atlas))


def test_nothing_asked_is_nothing_to_loosen(atlas: Atlas) -> None:
    assert loosened(Selection(), atlas) == []
