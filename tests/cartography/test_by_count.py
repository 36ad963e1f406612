"""The map coloured by the number of projects, in classes that double."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.cartography.by_count import COUNT_CLASSES, legend_by_count
from escwg_map.cartography.legend import Legend
from escwg_map.vocabulary import Kind
from escwg_map.wording import NONE_RECORDED


@pytest.fixture(scope="module")
def legend(atlas: Atlas) -> Legend:
    """The legend of the police areas with the two projects of first response."""
    first_response = [p for p in atlas.projects if p.theme == "first-response"]
    return legend_by_count(atlas.narrowed_to(first_response), Kind.POLICE)


def test_classes_double() -> None:
    labels = [each.label for each in COUNT_CLASSES]

    assert labels == ["1", "2", "3 to 4", "5 to 8", "9 to 16", "17 or more"]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 8, 9, 16, 17, 1000])
def test_every_number_belongs_to_one_class(number: int) -> None:
    assert [each.holds(number) for each in COUNT_CLASSES].count(True) == 1


def test_no_project_is_no_class() -> None:
    assert not any(each.holds(0) for each in COUNT_CLASSES)


def test_fills_an_area_by_the_number_of_projects_that_meet_it(legend: Legend) -> None:
    assert legend.fills == {
        "E23000901": None,
        "E23000902": "count-1",
        "E23000903": "count-2",
    }


def test_prints_the_number_in_each_area_but_where_none_is_recorded(legend: Legend) -> None:
    assert legend.labels == {"E23000902": "1", "E23000903": "2"}


def test_counts_the_areas_of_each_class_up_to_the_largest_found(atlas: Atlas) -> None:
    rows = legend_by_count(atlas, Kind.POLICE).rows

    areas = {row.label: row.areas for row in rows}
    assert areas == {"1": 0, "2": 0, "3 to 4": 2, NONE_RECORDED: 1}


def test_without_projects_every_area_is_pale(atlas: Atlas) -> None:
    legend = legend_by_count(atlas.narrowed_to(()), Kind.FIRE)

    assert set(legend.fills.values()) == {None}
    assert [row.label for row in legend.rows] == [NONE_RECORDED]
