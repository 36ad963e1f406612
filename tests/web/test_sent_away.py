"""What those get for whom there is no place, while somebody holds the only one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.current import switch
from publish.generations import two_generations
from web.test_headers import NOT_A_PAGE, POLICY
from web.test_switching import served, until

PEOPLE = {"Accept": "text/html,*/*;q=0.8"}
Ask = Callable[..., TestResponse]


def while_busy(app: Flask) -> Ask:
    """Ask in the middle of another request, which holds the only place."""

    def ask(path: str, headers: dict[str, str] | None = None, method: str = "GET") -> TestResponse:
        answers: list[TestResponse] = []

        def view() -> str:
            answers.append(app.test_client().open(path, headers=headers, method=method))
            return ""

        app.view_functions["about.show_about"] = view
        assert app.test_client().get("/about").status_code == 200
        return answers[0]

    return ask


@pytest.fixture
def ask(toyshire_published: Path) -> Ask:
    """Ask Toyshire while it is busy."""
    return while_busy(create_app(toyshire_published, one_place()))


def one_place() -> Settings:
    return Settings.model_construct(
        concurrent_requests=1, queued_requests=0, workers=1, kept_bytes=0
    )


def test_people_get_a_page_that_says_when_to_come_again(ask: Ask) -> None:
    answer = ask("/projects", headers=PEOPLE)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert "Too many people are asking at once" in answer.text


def test_programs_get_a_problem(ask: Ask) -> None:
    answer = ask("/api/v1/projects")

    assert answer.content_type == "application/problem+json"
    assert answer.get_json(force=True)["status"] == 503


@pytest.mark.parametrize("path", ["/projects", "/api/v1/projects", "/export/projects.csv", "/no"])
def test_the_second_gets_what_the_first_got(ask: Ask, path: str) -> None:
    first, second = ask(path), ask(path)
    names = {"X-Request-ID"}

    assert first.data == second.data
    assert [h for h in first.headers if h[0] not in names] == [
        h for h in second.headers if h[0] not in names
    ]


def test_each_gets_its_own_request_id(ask: Ask) -> None:
    assert ask("/gaps").headers["X-Request-ID"] != ask("/gaps").headers["X-Request-ID"]


def test_nobody_gets_what_another_sent(ask: Ask) -> None:
    ask("/areas/police/hostileword?q=hostileword", headers={"Accept-Language": "hostileword"})

    assert "hostileword" not in str(ask("/areas/police/E23000901").headers) + ask("/areas").text


@pytest.mark.parametrize(
    ("path", "policy", "resource"),
    [
        ("/gaps", POLICY, "same-origin"),
        ("/export/projects.csv", POLICY, "cross-origin"),
        ("/api/v1/gaps", NOT_A_PAGE, "cross-origin"),
    ],
)
def test_has_the_headers_of_its_address(ask: Ask, path: str, policy: str, resource: str) -> None:
    answer = ask(path, headers=PEOPLE)

    assert answer.headers["Content-Security-Policy"] == policy
    assert answer.headers["Cross-Origin-Resource-Policy"] == resource
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_head_gets_no_body(ask: Ask) -> None:
    answer = ask("/gaps", method="HEAD")

    assert (answer.status_code, answer.data) == (503, b"")
    assert int(answer.headers["Content-Length"]) > 1000


def test_health_is_told(ask: Ask) -> None:
    assert ask("/livez").status_code == 200


def test_files_of_pages_are_sent(ask: Ask, toyshire_published: Path) -> None:
    assert ask(f"/published/{toyshire_published.name}/map/overview.json").status_code == 200


def test_is_logged_as_any_other(toyshire_published: Path) -> None:
    log: list[bytes] = []
    ask = while_busy(create_app(toyshire_published, one_place(), log=log.append))
    for path in ("/areas/police/E23000901?theme=no", "/areas/police/E23000902"):
        ask(path).close()
    lines = [json.loads(line) for line in log]

    assert [(line["route"], line["status"]) for line in lines if line["status"] != 200] == [
        ("/areas/<layer>/<code>", 503)
    ] * 2


def test_the_page_is_made_anew_for_another_publication(toyshire: Path, tmp_path: Path) -> None:
    generations = two_generations(toyshire, tmp_path)
    app = create_app(generations.old, one_place(), pointer=generations.pointer)
    switch(app).seconds = 0
    ask = while_busy(app)
    assert generations.old.name in ask("/gaps", headers=PEOPLE).text
    generations.switch(generations.new)
    until(lambda: served(app) == generations.new.name)

    assert generations.new.name in ask("/gaps", headers=PEOPLE).text
