"""Answers that are kept: the same bytes for the same question, and never for another."""

import gc
import json
import tracemalloc
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask, request
from werkzeug.test import TestResponse

from escwg_map.publish.publication import Publication
from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.current import switch
from publish.generations import Generations, two_generations
from web.test_switching import until

PAGES = ("/", "/projects?theme=first-response", "/gaps", "/areas/police/E23000901", "/about")
DATA = ("/api/v1/projects", "/ogc/collections/projects/items", "/export/projects.csv", "/feed.atom")
BINARY = ("/export/projects.gpkg", "/export/areas.xlsx", "/pictures/map.svg")


@dataclass
class Asked:
    """An app, the addresses that it made answers to itself, and its log."""

    app: Flask
    log: list[bytes]
    made: list[str] = field(default_factory=list)

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.app.test_client().get(
            path, headers={name.replace("_", "-"): text for name, text in headers.items()}
        )


def asked_of(
    publication: Path, settings: Settings | None = None, pointer: Path | None = None
) -> Asked:
    log: list[bytes] = []
    asked = Asked(create_app(publication, settings, pointer=pointer, log=log.append), log)
    asked.app.before_request(lambda: asked.made.append(request.full_path))
    return asked


@pytest.fixture
def asked(toyshire_published: Path) -> Asked:
    return asked_of(toyshire_published)


def told(answer: TestResponse) -> tuple[object, ...]:
    """All of an answer but the number of its request, and the date."""
    alone = ("X-Request-ID", "Date")
    headers = sorted((name, text) for name, text in answer.headers if name not in alone)
    return answer.status, headers, answer.data


@pytest.mark.parametrize("path", [*PAGES, *DATA, *BINARY])
def test_what_was_answered_once_is_answered_again_without_being_made(
    asked: Asked, path: str
) -> None:
    first, second = asked.get(path), asked.get(path)

    assert told(first) == told(second)
    assert first.status_code == 200
    assert len(asked.made) == 1
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]


def test_what_depends_on_the_day_is_made_for_everyone(toyshire_published: Path) -> None:
    asked = asked_of(
        toyshire_published, Settings.model_construct(security_contact="mailto:security@example.org")
    )

    assert asked.get("/.well-known/security.txt").status_code == 200
    asked.get("/.well-known/security.txt")

    assert len(asked.made) == 2


def test_files_of_pages_are_kept_too(asked: Asked, publication: Publication) -> None:
    path = f"/published/{publication.name}/map/overview.json"

    assert told(asked.get(path)) == told(asked.get(path))
    assert len(asked.made) == 1


def test_whoever_has_it_already_is_told_so_again(asked: Asked) -> None:
    tag = asked.get("/gaps").headers["ETag"]
    answers = [asked.get("/gaps", If_None_Match=tag) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [304, 304]
    assert told(answers[0]) == told(answers[1])
    assert len(asked.made) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"Accept_Encoding": "gzip"},
        {"Accept_Encoding": "br"},
        {"Accept": "text/html"},
        {"Host": "127.0.0.1"},
        {"If_None_Match": '"another"'},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/gaps", "/ogc/collections/projects/items", "/feed.atom"])
def test_another_question_has_an_answer_of_its_own(
    asked: Asked, toyshire_published: Path, path: str, other: dict[str, str]
) -> None:
    asked.get(path)
    alone = asked_of(toyshire_published)

    assert told(asked.get(path, **other)) == told(alone.get(path, **other))
    assert len(asked.made) == 2


@pytest.mark.parametrize(
    "header", ["Range", "If-Range", "If-Modified-Since", "Access-Control-Request-Method"]
)
def test_what_is_seldom_asked_is_answered_anew(asked: Asked, header: str) -> None:
    for _ in range(2):
        asked.get("/api/v1/projects", **{header.replace("-", "_"): "x"})

    assert len(asked.made) == 2


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/nowhere", "/projects?theme=none"])
def test_health_and_refusals_are_not_kept(asked: Asked, path: str) -> None:
    asked.get(path)
    asked.get(path)

    assert len(asked.made) == 2


def test_what_would_be_refused_is_refused_where_an_answer_is_kept(asked: Asked) -> None:
    asked.get("/about")

    assert asked.get("/about", Host="elsewhere.example").status_code == 400
    assert asked.get("/about", Transfer_Encoding="chunked").status_code == 400
    assert asked.get("/about", **{f"X_{n}": "x" for n in range(120)}).status_code == 431


def test_kept_answers_are_counted_with_the_others(toyshire_published: Path) -> None:
    asked = asked_of(toyshire_published, Settings.model_construct(rate_limit=3))
    client, outside = asked.app.test_client(), {"REMOTE_ADDR": "192.0.2.7"}

    answers = [client.get("/about", environ_overrides=outside) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


def test_files_of_pages_are_counted_neither_way(
    toyshire_published: Path, publication: Publication
) -> None:
    asked = asked_of(toyshire_published, Settings.model_construct(rate_limit=1))
    client, outside = asked.app.test_client(), {"REMOTE_ADDR": "192.0.2.7"}
    path = f"/published/{publication.name}/map/overview.json"

    assert {client.get(path, environ_overrides=outside).status_code for _ in range(4)} == {200}


def test_little_room_holds_little(toyshire_published: Path) -> None:
    asked = asked_of(toyshire_published, Settings.model_construct(kept_bytes=60_000))
    for path in ("/about", "/projects", "/gaps", "/about"):
        asked.get(path)

    assert len(asked.made) == 4


def test_what_was_asked_takes_room_too(toyshire_published: Path) -> None:
    asked = asked_of(toyshire_published, Settings.model_construct(kept_bytes=60_000))
    long = f'"{"x" * 15_000}"'
    for tag in (f'{long}, "1"', f'{long}, "2"', f'{long}, "1"'):
        asked.get("/api/v1/projects/forced-entry-westoy", If_None_Match=tag)

    assert len(asked.made) == 2
    for number in range(4):
        asked.get("/api/v1/projects/forced-entry-westoy", If_None_Match=f'{long}, "3{number}"')
    asked.get("/api/v1/projects/forced-entry-westoy", If_None_Match=f'{long}, "1"')
    assert len(asked.made) == 7


def test_answers_take_no_more_memory_than_there_is_room(toyshire_published: Path) -> None:
    asked = asked_of(toyshire_published, Settings.model_construct(kept_bytes=400_000))
    tag, client = asked.get("/about").headers["ETag"], asked.app.test_client()

    def ask(*numbers: int) -> None:
        for number in numbers:
            client.get("/about", headers={"If-None-Match": f'"{number}", {tag}'})
        asked.log.clear()
        asked.made.clear()
        gc.collect()

    ask(-2, -1)
    tracemalloc.start()
    ask(*range(1_000))
    taken, _most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 200_000 < taken < 400_000


def test_no_room_holds_nothing(toyshire_published: Path) -> None:
    asked = asked_of(toyshire_published, Settings.model_construct(kept_bytes=0))
    asked.get("/about")
    asked.get("/about")

    assert len(asked.made) == 2


def test_a_kept_answer_has_its_line_in_the_log(asked: Asked) -> None:
    asked.get("/about").close()
    asked.get("/about").close()

    first, second = map(json.loads, asked.log)
    unlike = ("time", "request_id", "ms")
    assert {k: v for k, v in first.items() if k not in unlike} == {
        k: v for k, v in second.items() if k not in unlike
    }
    assert first["request_id"] != second["request_id"]


@pytest.fixture
def generations(toyshire: Path, tmp_path: Path) -> Generations:
    return two_generations(toyshire, tmp_path)


def test_another_publication_has_answers_of_its_own(generations: Generations) -> None:
    asked = asked_of(generations.old, pointer=generations.pointer)
    followed = switch(asked.app)
    followed.seconds = 0
    path = "/api/v1/projects"
    before = asked.get(path)
    generations.switch(to=generations.new)
    until(lambda: asked.get(path) and followed.current.name == generations.new.name)

    assert told(asked.get(path)) == told(asked_of(generations.new).get(path)) != told(before)


def test_what_the_last_publication_answered_is_not_held(generations: Generations) -> None:
    asked = asked_of(generations.old, pointer=generations.pointer)

    def followed() -> bool:
        return switch(asked.app).current.name == generations.new.name

    switch(asked.app).seconds = 0
    asked.get("/about")
    generations.switch(to=generations.new)
    until(lambda: asked.get("/livez") and asked.get("/gaps") and followed())
    generations.switch(to=generations.old)
    until(lambda: asked.get("/gaps") and not followed())
    asked.made.clear()
    asked.get("/about")

    assert len(asked.made) == 1
