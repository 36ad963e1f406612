"""Headings that sort a table."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.tables.areas import areas_table
from escwg_map.tables.columns import Column, Table
from escwg_map.tables.gaps import gaps_table
from escwg_map.tables.projects import projects_table
from escwg_map.vocabulary import Kind

NAME, PEOPLE = (
    Column("Area", sort=SortKey.NAME),
    Column("People", numeric=True, sort=SortKey.PEOPLE),
)


def table(sort: Sort | None) -> Table:
    return Table("Areas", (NAME, PEOPLE), (), sort)


@pytest.mark.parametrize(
    ("sort", "name", "people"),
    [
        (None, None, None),
        (Sort(SortKey.NAME), "ascending", None),
        (Sort(SortKey.PEOPLE, descending=True), None, "descending"),
    ],
)
def test_says_the_order_of_its_columns(
    sort: Sort | None, name: str | None, people: str | None
) -> None:
    assert (table(sort).order(NAME), table(sort).order(PEOPLE)) == (name, people)


@pytest.mark.parametrize(
    ("sort", "name", "people"),
    [
        (None, "name", "-people"),
        (Sort(SortKey.NAME), "-name", "-people"),
        (Sort(SortKey.PEOPLE, descending=True), "name", "people"),
        (Sort(SortKey.PEOPLE), "name", "-people"),
    ],
)
def test_a_heading_asks_for_its_order_or_turns_it_round(
    sort: Sort | None, name: str, people: str
) -> None:
    sorted_ = table(sort)

    assert (str(sorted_.next_sort(NAME)), str(sorted_.next_sort(PEOPLE))) == (name, people)


def test_the_areas_with_most_people_come_first(atlas: Atlas) -> None:
    rows = areas_table(atlas, Kind.POLICE, sort=Sort(SortKey.PEOPLE, descending=True)).rows

    assert [row[2].text for row in rows] == ["8,000", "4,000", "4,000"]


def test_the_matrix_follows_the_order_of_the_areas(atlas: Atlas) -> None:
    rows = gaps_table(atlas, Kind.FIRE, sort=Sort(SortKey.NAME, descending=True)).rows

    assert [row[0].text for row in rows] == ["Westoy Fire", "Northtoy Fire", "Eastoy Fire"]


def test_projects_can_be_listed_latest_first(atlas: Atlas) -> None:
    rows = projects_table(atlas, sort=Sort(SortKey.STARTED, descending=True)).rows

    assert [row[3].text for row in rows[:2]] == ["from November 2015", "2014 to March 2016"]


def test_some_projects_stay_in_the_order_given(atlas: Atlas) -> None:
    some = [atlas.projects[2], atlas.projects[0]]

    assert [row[0].text for row in projects_table(atlas, some).rows] == [p.title for p in some]
