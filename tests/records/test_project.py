"""What a project may say of itself."""

import pytest
from pydantic import ValidationError

import toyshire.register as country
from escwg_map.records.project import Project

HEADQUARTERS = next(row for row in country.PROJECTS if row["id"] == "shared-hq-midtoy")
"""Planned, undated, nowhere in particular."""


def project(**cells: str) -> Project:
    return Project.model_validate(HEADQUARTERS | cells)


def refusal_of(**cells: str) -> str:
    with pytest.raises(ValidationError) as refused:
        project(**cells)
    return str(refused.value)


def test_refuses_an_end_before_the_start() -> None:
    said = refusal_of(started="2016", ended="2015-12")

    assert "ended 2015-12, before it started 2016" in said


@pytest.mark.parametrize(
    ("started", "ended"),
    [("2015", "2015"), ("2015", "2015-01"), ("2015-11", "2015"), ("", "2014"), ("2015", "")],
)
def test_may_end_when_it_started_for_all_we_know(started: str, ended: str) -> None:
    assert (project(started=started, ended=ended).started or "") == started


@pytest.mark.parametrize("column", ["longitude", "latitude"])
def test_refuses_half_a_place(column: str) -> None:
    coordinates = {"longitude": "-1.7943", "latitude": "52.7145"}

    said = refusal_of(place="Toytown", **coordinates | {column: ""})

    assert "one of longitude and latitude is empty" in said


def test_refuses_coordinates_of_nowhere() -> None:
    said = refusal_of(longitude="-1.7943", latitude="52.7145")

    assert "has coordinates but names no place" in said


def test_a_place_may_have_no_coordinates() -> None:
    assert project(place="Toytown").longitude is None


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [
        ("52.7145", "-1.7943"),
        ("-6.51", "52"),
        ("1.81", "52"),
        ("-2", "49.79"),
        ("-2", "55.91"),
        ("0", "0"),
    ],
    ids=["swapped", "west", "east", "south", "north", "nought"],
)
def test_refuses_places_outside_england_and_wales(longitude: str, latitude: str) -> None:
    said = refusal_of(place="Toytown", longitude=longitude, latitude=latitude)

    assert "lies outside England and Wales" in said


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [("-5.7147", "50.0657"), ("1.7628", "52.4811"), ("-2.0037", "55.7710")],
    ids=["Land's End", "Lowestoft Ness", "Berwick"],
)
def test_takes_the_ends_of_the_country(longitude: str, latitude: str) -> None:
    assert project(place="Ness", longitude=longitude, latitude=latitude).place == "Ness"


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_refuses_coordinates_that_are_no_numbers(number: str) -> None:
    said = refusal_of(place="Toytown", longitude=number, latitude="52.7145")

    assert "should be a finite number" in said


@pytest.mark.parametrize("page", ["0", "91", "-1", "seven", "7.5"])
def test_refuses_a_page_that_the_overview_does_not_have(page: str) -> None:
    assert "pages.0" in refusal_of(pages=page)


@pytest.mark.parametrize("column", ["areas", "pages", "summary", "theme", "pages_inferred"])
def test_may_not_leave_out_what_everything_hangs_on(column: str) -> None:
    assert "Field required" in refusal_of(**{column: ""})


def test_a_list_without_items_is_none_at_all() -> None:
    assert project(benefits="").benefits == ()
