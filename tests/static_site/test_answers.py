"""The script of a site answers as the server does, whatever is asked."""

import json
from typing import Any
from urllib.parse import parse_qsl

import pytest
from flask import Flask

from escwg_map.atlas import Atlas
from escwg_map.cartography.colouring import legend_of
from escwg_map.cartography.legend import Legend
from escwg_map.geography.locate import CellGround
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.facets import count_facets
from escwg_map.selection.loosening import loosened
from escwg_map.selection.parameters import Point
from escwg_map.selection.project_order import projects_in_order
from escwg_map.static_site.answers import answers_of
from escwg_map.vocabulary import Benefit, Kind, Status
from escwg_map.web import create_app
from escwg_map.web.map_state import map_state
from escwg_map.web.places import Place, place_of
from static_site.answering import in_node, random_selections

NUMBER = 400


@pytest.fixture(scope="module", params=["toyshire", "shipped"])
def served(request: pytest.FixtureRequest) -> Publication:
    """A publication: the made-up country's, and the one that we ship."""
    name = "publication" if request.param == "toyshire" else "shipped_publication"
    found: Publication = request.getfixturevalue(name)
    return found


@pytest.fixture(scope="module")
def app(served: Publication) -> Flask:
    """The app that serves it."""
    return create_app(served.folder)


@pytest.fixture(scope="module")
def asked(served: Publication) -> list[Selection]:
    """Many random selections, and the one of everything."""
    return [Selection(), *random_selections(served.atlas, NUMBER)]


@pytest.fixture(scope="module")
def answers(served: Publication, asked: list[Selection]) -> list[dict[str, Any]]:
    """What the script answers to each of them."""
    queries = [{"query": each.to_query(), "cell": cell_of(each, served.ground)} for each in asked]
    found: list[dict[str, Any]] = in_node(atlas=answers_of(served.atlas), asked=queries)["answers"]
    return found


def cell_of(asked: Selection, ground: CellGround) -> str | None:
    cell = asked.at and ground.cell_at(asked.at.longitude, asked.at.latitude)
    return cell.id if cell else None


def legend_as_values(legend: Legend) -> dict[str, Any]:
    """A legend as the script gives it."""
    rows = []
    for row in legend.rows:
        values: dict[str, Any] = {"fill": row.fill, "label": row.label, "areas": row.areas}
        if row.theme:
            values |= {"theme": row.theme.id, "projects": row.projects}
        rows.append(values)
    return {
        "heading": legend.heading,
        "rows": rows,
        "note": legend.note,
        "fills": dict(legend.fills),
        "stripes": {each.id: list(each.fills) for each in legend.stripes},
        "labels": dict(legend.labels),
    }


def facets_as_values(selection: Selection, atlas: Atlas) -> dict[str, int]:
    counted = count_facets(selection, atlas)
    choices = {
        "theme": list(atlas.themes),
        "scheme": list(atlas.schemes),
        "status": [*Status],
        "benefit": [*Benefit],
        "kind": [*Kind],
    }
    numbers = {
        f"{name}-{value}": counted.number(name, value)
        for name, values in choices.items()
        for value in values
    }
    return {key: number for key, number in numbers.items() if number}


def place_as_values(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "groups": [[theme.name, [p.id for p in projects]] for theme, projects in place.projects],
        "notRecorded": [theme.name for theme in place.not_recorded],
    }


def test_finds_the_same_projects_in_the_same_order(
    served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        found = projects_in_order(selection.apply(served.atlas), selection.sort)
        assert answer["projects"] == [project.id for project in found], selection


def test_the_selections_asked_for_find_none_some_and_all(
    served: Publication, answers: list[dict[str, Any]]
) -> None:
    numbers = {len(answer["projects"]) for answer in answers}

    assert {0, 1, 2, len(served.atlas.projects)} <= numbers


def test_says_the_same(
    served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        assert answer["said"] == selection.describe(served.atlas)


def test_reads_and_writes_the_same_addresses(
    asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        written = parse_qsl(answer["query"], strict_parsing=bool(answer["query"]))
        assert Selection.from_query(written) == selection


def test_counts_every_choice_alike(
    served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        given = {key: number for key, number in answer["facets"].items() if number}
        assert given == facets_as_values(selection, served.atlas), selection


def test_loosens_alike(
    served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        found = [[each.without, each.projects] for each in loosened(selection, served.atlas)]
        assert answer["loosened"] == found, selection


def test_explains_the_map_alike(
    served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        stripes = {each["id"]: each["fills"] for each in answer["legend"]["stripes"]}
        given = answer["legend"] | {"stripes": stripes}
        legend = legend_of(selection, selection.apply(served.atlas))
        assert given == legend_as_values(legend), selection


def test_tells_the_map_the_same(
    app: Flask, served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        atlas = selection.apply(served.atlas)
        place = place_of(selection, atlas, served)
        with app.test_request_context():
            state = map_state(selection, atlas, legend_of(selection, atlas), place)
        given, told = by_code(answer["state"]), by_code(json.loads(json.dumps(state)))
        assert given == told, selection


def by_code(state: dict[str, Any]) -> dict[str, Any]:
    return state | {"labels": sorted(state["labels"], key=lambda label: str(label["code"]))}


def test_lists_the_same_at_a_place(
    served: Publication, asked: list[Selection], answers: list[dict[str, Any]]
) -> None:
    for selection, answer in zip(asked, answers, strict=True):
        place = place_of(selection, selection.apply(served.atlas), served)
        assert answer["place"] == place_as_values(place), selection


def test_finds_the_cell_of_a_point(served: Publication) -> None:
    topology = json.loads((served.folder / "map" / "detail.json").read_bytes())
    points = [served.atlas.land.points[cell.id] for cell in served.atlas.cells]

    found = in_node(topology=topology, points=points)["found"]

    assert found == [cell_of(Selection(at=Point(*point)), served.ground) for point in points]


def test_finds_no_cell_at_sea(served: Publication) -> None:
    topology = json.loads((served.folder / "map" / "detail.json").read_bytes())

    assert in_node(topology=topology, points=[[-12, 50], [3, 40]])["found"] == [None, None]


@pytest.mark.parametrize(
    "query", ["theme=none-such", "colour=pink", "nothing=1", "from=15", "at=1"]
)
def test_refuses_what_the_server_refuses(publication: Publication, query: str) -> None:
    asked = [{"query": query, "cell": None}]

    with pytest.raises(AssertionError, match=r"will not do|no parameter"):
        in_node(atlas=answers_of(publication.atlas), asked=asked)
