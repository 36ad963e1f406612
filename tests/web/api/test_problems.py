"""Problems, as RFC 9457 writes them."""

import pytest
from flask import Flask

from escwg_map.web import create_app
from escwg_map.web.current import switch
from web.api.conftest import Program
from web.fetched import Visitor

WRONG = {
    "unknown parameter": ("/projects?thme=demand", "thme", "Did you mean 'theme'?"),
    "parameter of pages": ("/projects?colour=count", "colour", "This takes"),
    "parameter of another call": ("/cells?layer=fire", "layer", "This takes"),
    "parameter where none is taken": ("/projects/shared-hq-midtoy?q=a", "q", "no parameters"),
    "unknown value": ("/projects?status=dead", "status", "'dead' is not a value"),
    "unknown id": ("/gaps?theme=cats", "theme", "There is no theme 'cats'"),
    "given twice": ("/areas?layer=fire&layer=police", "layer", "2 times"),
    "too many": ("/projects?limit=1000000", "limit", "from 1 to 999,999"),
    "sorted by what it has not": ("/areas?sort=started", "sort", "not sorted by 'started'"),
    "unknown area of overlaps": ("/overlaps?area=RZ9", "area", "There is no area 'RZ9'"),
    "place left out": ("/locate", "at", "This call needs 'at'"),
    "place left empty": ("/locate?at=", "at", "This call needs 'at'"),
    "words left out": ("/search", "q", "This call needs 'q'"),
    "two themes": ("/peers?area=RZ1&theme=demand&theme=wider", "theme", "given 2 times"),
    "unknown area of peers": ("/peers?area=RZ9&theme=demand", "area", "There is no area 'RZ9'"),
    "parameter of the document": ("/openapi.json?v=2", "v", "no parameters"),
}
NOT_THERE = ["/nonsense", "/projects/on-mars", "/services/RZ9", "/projects/", "/../v2/projects"]


@pytest.mark.parametrize(("address", "parameter", "said"), WRONG.values(), ids=WRONG)
def test_a_bad_parameter_is_named(
    program: Program, address: str, parameter: str, said: str
) -> None:
    response = program.answer(address)

    problem = response.json
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
    assert problem
    assert (problem["status"], problem["parameter"]) == (400, parameter)
    assert said in problem["detail"]


@pytest.mark.parametrize("address", NOT_THERE)
def test_what_is_not_there_is_a_problem(program: Program, address: str) -> None:
    response = program.answer(address)

    assert (response.status_code, response.content_type) == (404, "application/problem+json")
    assert response.json
    assert "parameter" not in response.json


def test_nothing_can_be_sent(program: Program) -> None:
    response = program.client.delete("/api/v1/projects")

    assert (response.status_code, response.content_type) == (405, "application/problem+json")
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_fault_of_ours_says_no_more_than_that(app: Flask) -> None:
    broken = create_app(switch(app).current.folder)
    broken.add_url_rule("/api/v1/broken", "broken", lambda: str(1 / 0))

    response = broken.test_client().get("/api/v1/broken")

    assert (response.status_code, response.content_type) == (500, "application/problem+json")
    assert "ZeroDivisionError" not in response.text


@pytest.mark.parametrize("address", ["/projects?x=1", "/nonsense"])
def test_the_type_of_a_problem_leads_to_its_explanation(
    program: Program, visitor: Visitor, address: str
) -> None:
    problem = program.answer(address).json

    assert problem
    page, name = problem["type"].split("#")
    assert page == "http://localhost/api"
    assert visitor.page("/api").find(id=name)


def test_problems_are_not_stored(program: Program) -> None:
    assert program.answer("/nonsense").headers["Cache-Control"] == "no-store"


def test_the_page_about_the_api_still_answers_with_a_page(visitor: Visitor) -> None:
    assert visitor.page("/api?x=1", status=400).h1
