"""Scripts, styles and geometry, served from the publication."""

import gzip
import json

import brotli
from bs4 import BeautifulSoup
from flask import Flask

from escwg_map.web.current import switch
from web.fetched import Visitor


def stylesheet(page: BeautifulSoup) -> str:
    link = page.select_one("link[href$='css/app.css']")
    assert link is not None
    return str(link["href"])


def geometry(app: Flask) -> str:
    return f"/published/{switch(app).current.name}/map/overview.json"


def test_every_script_and_style_of_a_page_is_there(visitor: Visitor) -> None:
    page = visitor.page("/")

    for element in page.select("link[href], script[src]"):
        answer = visitor.answer(str(element.get("href") or element.get("src")))
        assert answer.status_code == 200


def test_files_may_be_kept_for_ever(visitor: Visitor) -> None:
    answer = visitor.answer(stylesheet(visitor.page("/")))

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_geometry_comes_compressed_to_those_who_take_it(app: Flask, visitor: Visitor) -> None:
    plain = visitor.answer(geometry(app)).data

    zipped = visitor.client.get(geometry(app), headers={"Accept-Encoding": "gzip"})
    brotlied = visitor.client.get(geometry(app), headers={"Accept-Encoding": "gzip, br"})

    assert gzip.decompress(zipped.data) == plain
    assert brotli.decompress(brotlied.data) == plain


def test_the_encodings_have_tags_of_their_own(app: Flask, visitor: Visitor) -> None:
    answers = [
        visitor.client.get(geometry(app), headers={"Accept-Encoding": encoding})
        for encoding in ("identity", "gzip", "br")
    ]

    assert len({answer.headers["ETag"] for answer in answers}) == 3


def test_a_file_that_has_not_changed_is_not_sent_again(app: Flask, visitor: Visitor) -> None:
    tag = visitor.answer(geometry(app)).headers["ETag"]

    answer = visitor.client.get(geometry(app), headers={"If-None-Match": tag})

    assert (answer.status_code, answer.data) == (304, b"")


def test_geometry_is_topojson_of_the_four_objects(app: Flask, visitor: Visitor) -> None:
    topology = json.loads(visitor.answer(geometry(app)).data)

    assert set(topology["objects"]) == {"cells", "police", "fire", "ambulance"}


def test_files_for_the_server_alone_are_not_served(app: Flask, visitor: Visitor) -> None:
    inside = geometry(app).replace("map/overview.json", "atlas.json")

    assert visitor.answer(inside).status_code == 404


def test_an_older_publication_is_gone(visitor: Visitor) -> None:
    assert visitor.answer("/published/0123456789abcdef/map/overview.json").status_code == 404
