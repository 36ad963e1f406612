"""What another site shows where somebody pastes a link to the map."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from web.fetched import Visitor

MAP = "http://localhost/?layer=fire%26theme=estates"


def asked(visitor: Visitor, query: str, status: int = 200) -> Any:  # noqa: ANN401 - JSON
    answer = visitor.answer(f"/oembed?{query}")
    assert answer.status_code == status, answer.text
    return json.loads(answer.text) if status == 200 else answer.text


def test_gives_a_frame_of_the_same_view(visitor: Visitor) -> None:
    frame = BeautifulSoup(asked(visitor, f"url={MAP}")["html"], "html.parser").iframe

    assert frame
    assert frame["src"] == "http://localhost/embed?layer=fire&theme=estates"
    assert frame["title"] == "Map of emergency services collaboration"


def test_the_frame_shows_the_map(visitor: Visitor) -> None:
    frame = BeautifulSoup(asked(visitor, f"url={MAP}")["html"], "html.parser").iframe
    assert frame

    page = visitor.page(str(frame["src"]).removeprefix("http://localhost"))

    assert page.select_one("[data-module=map-view]")


def test_says_the_selection_in_its_title(visitor: Visitor) -> None:
    assert asked(visitor, f"url={MAP}")["title"].endswith(": theme Shared estates and assets")


def test_keeps_to_the_room_that_the_site_has(visitor: Visitor) -> None:
    answer = asked(visitor, f"url={MAP}&maxwidth=300&maxheight=10000")

    assert (answer["width"], answer["height"]) == (300, 640)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 400, "Give the address of a view"),
        ("url=http://example.org/", 404, "no address of this map"),
        ("url=http://localhost/projects", 404, "no address of this map"),
        ("url=http://localhost/?layer=coastguard", 400, "police, fire and ambulance"),
        ("url=http://localhost/?theme=space", 400, "no theme"),
        (f"url={MAP}&format=xml", 400, "it takes json"),
        (f"url={MAP}&maxwidth=-1", 400, "whole number"),
        (f"url={MAP}&width=3", 400, "There is no parameter"),
    ],
)
def test_refuses_what_it_cannot_show(visitor: Visitor, query: str, status: int, said: str) -> None:
    assert said in asked(visitor, query, status)


def test_the_map_says_where_its_answer_is(visitor: Visitor) -> None:
    page = visitor.page("/?layer=fire")

    link = page.select_one("link[type='application/json+oembed']")
    assert link
    answer = asked(visitor, str(link["href"]).partition("?")[2])
    assert "/embed?layer=fire" in answer["html"]
