"""What ticking a choice would leave."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.selection.facets import count_facets
from escwg_map.vocabulary import Kind, Status


def test_a_filter_does_not_count_against_itself(atlas: Atlas) -> None:
    facets = count_facets(Selection(theme=("demand",)), atlas)

    assert facets.number("theme", "first-response") == 2


def test_the_other_filters_do(atlas: Atlas) -> None:
    facets = count_facets(Selection(theme=("demand",)), atlas)

    assert (facets.number("status", "pilot"), facets.number("status", "live")) == (1, 0)


def test_a_project_counts_for_each_of_its_benefits(atlas: Atlas) -> None:
    facets = count_facets(Selection(), atlas)

    assert (facets.number("benefit", "savings"), facets.number("benefit", "public_health")) == (
        2,
        0,
    )


def test_kinds_count_together_with_those_ticked(atlas: Atlas) -> None:
    facets = count_facets(Selection(kind=(Kind.POLICE,)), atlas)

    assert {kind: facets.number("kind", kind) for kind in Kind} == {
        "police": 3,
        "fire": 2,
        "ambulance": 1,
    }


@pytest.mark.parametrize(
    ("name", "value", "ticked"),
    [
        ("theme", "estates", Selection(theme=("estates",), status=(Status.PLANNED,))),
        ("scheme", "shared-hq", Selection(scheme=("shared-hq",), status=(Status.PLANNED,))),
    ],
)
def test_the_count_is_what_ticking_leaves(
    atlas: Atlas, name: str, value: str, ticked: Selection
) -> None:
    facets = count_facets(Selection(status=(Status.PLANNED,)), atlas)

    assert facets.number(name, value) == len(ticked.apply(atlas).projects)
