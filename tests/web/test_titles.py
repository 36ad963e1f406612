"""Titles of markers: within the page while they are few, else by the hundred."""

import json
import shutil
from pathlib import Path

import pytest

from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.web import create_app
from sources.slips import rows_of
from toyshire.tables import write_rows
from web.fetched import Visitor


@pytest.fixture(scope="module")
def crowded(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A visitor of Toyshire, in which a thousand and one projects are recorded."""
    folder = tmp_path_factory.mktemp("crowded")
    shutil.copytree(toyshire / "data", folder / "data")
    projects = rows_of(folder / "data" / "projects.csv")
    partners = rows_of(folder / "data" / "partners.csv")
    first = projects[0] | {"related": ""}
    its_partners = [row for row in partners if row["project"] == first["id"]]
    for number in range(1_001):
        own = {"id": f"project-{number}", "title": f"Project {number}"}
        projects.append(first | own)
        partners += [row | {"project": own["id"]} for row in its_partners]
    write_rows(folder / "data" / "projects.csv", projects)
    write_rows(folder / "data" / "partners.csv", partners)
    settings = Settings(
        data=folder / "data",
        boundaries=toyshire / "boundaries",
        published=folder / "published",
    )
    return Visitor(create_app(published(settings)).test_client())


def titles(visitor: Visitor, address: str) -> list[str | None]:
    state = visitor.page(address).select_one("#map-state")
    assert state
    return [marker.get("title") for marker in json.loads(state.get_text())["markers"]]


def test_few_markers_have_their_titles(visitor: Visitor) -> None:
    assert all(titles(visitor, "/"))


def test_over_a_thousand_markers_have_none(crowded: Visitor) -> None:
    assert set(titles(crowded, "/")) == {None}


def test_over_a_thousand_that_are_spread_out_have_their_titles(crowded: Visitor) -> None:
    assert all(titles(crowded, "/?markers=spread"))


def test_titles_come_by_the_ids_of_projects(crowded: Visitor) -> None:
    found = crowded.answer("/titles?id=project-7&id=project-1000")

    assert found.json == {"project-7": "Project 7", "project-1000": "Project 1000"}


def test_a_project_that_there_is_not_has_no_title(visitor: Visitor) -> None:
    assert visitor.answer("/titles?id=no-such-project").status_code == 404


def test_over_a_hundred_titles_at_once_are_refused(crowded: Visitor) -> None:
    query = "&".join(f"id=project-{number}" for number in range(101))

    assert crowded.answer(f"/titles?{query}").status_code == 400


def test_the_page_names_where_titles_are(crowded: Visitor) -> None:
    state = crowded.page("/").select_one("#map-state")
    assert state

    assert json.loads(state.get_text())["titles"] == "/titles"
