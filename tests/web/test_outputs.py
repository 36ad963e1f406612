"""What leaves the app, whatever the register holds: links, numbers, names of files, types."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from browser.hostile import write_hostile_register
from escwg_map.exports.formats import FORMATS, formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.json_text import json_text
from reliability.catalogue import row
from reliability.doors import ANSWERING, CELL, DOORS, Addresses, with_query

LINKS = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java script:x"),
    *("data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example/", "\\\\evil"),
    *("https://evil.example/", "mailto:a@evil.example", "[x](javascript:alert(1))"),
)
OUTSIDE = frozenset(
    (
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "https://opensource.org/license/mit",
    )
)
"""The addresses of other sites that pages link to: the licences."""

PICTURE = "data:image/svg+xml,"
"""How the address of an image begins that is the image itself."""

MARKUP = ("text/html", "image/svg+xml", "application/atom+xml")


@pytest.fixture(scope="module")
def full_of_links(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Somebody who reads a map whose register has addresses in every text."""
    folder = tmp_path_factory.mktemp("links")
    write_hostile_register(toyshire / "data", folder, LINKS)
    settings = Settings(
        data=folder,
        boundaries=toyshire / "boundaries",
        published=tmp_path_factory.mktemp("published"),
    )
    return create_app(published(settings)).test_client()


def links_of(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give where a page's elements lead, with the relations that they say."""
    # Read as a page, even where it is XML: its first line alone would be taken amiss.
    text = text.split("?>", 1)[-1]
    for element in BeautifulSoup(text, "html5lib", multi_valued_attributes=None).select("*"):
        for name, value in element.attrs.items():
            if element.name == "img" and str(value).startswith(PICTURE):
                yield from links_of(unquote(str(value).removeprefix(PICTURE)))
            elif name in ("href", "src", "action", "formaction", "xlink:href", "data"):
                yield str(value), str(element.attrs.get("rel", "")).split()


@row(
    "O5",
    fault="An address such as `javascript:…` in a text of the register",
    seen="text; only the licences lead to other sites, with rel=noopener",
)
@pytest.mark.parametrize("endpoint", ANSWERING)
def test_o5_no_text_of_the_register_becomes_a_link(
    full_of_links: FlaskClient, endpoint: str
) -> None:
    answer = full_of_links.get(DOORS[endpoint].asking())

    if answer.mimetype in MARKUP:
        assert [each for each in links_of(answer.text) if not may_stand(*each)] == []


def may_stand(address: str, relations: list[str]) -> bool:
    """Whether a link may stand on a page: within the site, or to a licence."""
    if address in OUTSIDE:
        return "noopener" in relations
    ours = address.startswith(("/", "#", "?", "http://localhost/"))
    return ours and not address.startswith(("//", "/\\"))


def test_o5_texts_are_shown_whole(full_of_links: FlaskClient) -> None:
    text = full_of_links.get("/projects").text

    assert "javascript:alert(1)" in text


@pytest.mark.parametrize("address", LINKS)
def test_o5_a_text_that_became_a_link_would_be_seen(address: str) -> None:
    assert not all(may_stand(*each) for each in links_of(f"<a href='{address}'>x</a>"))


JSON_ADDRESSES = (
    *(f"/export/{what}.json" for what in SUBJECTS),
    *(f"/export/{what}.geojson" for what, subject in SUBJECTS.items() if subject.ground),
    *(f"/ogc/collections/{name}/items" for name in ("police", "cells", "projects", "footprints")),
    "/ogc/collections/cells/items?crs=http://www.opengis.net/def/crs/EPSG/0/27700",
    "/api/v1/locate?at=-1.3925,52.641",
    f"/api/v1/coverage?cell={CELL}",
)
WORDS_OF_PYTHON = re.compile(r"(?<![\w\"])-?(?:NaN|Infinity)\b")
LONG_NUMBERS = re.compile(r"(?<![\w.\"-])-?\d+\.\d{7,}|(?<![\d.])-0(?:\.0)?(?=[,\]} \n])")


def json_of(client: FlaskClient, address: str) -> str:
    """Give the JSON of an answer: all of it, or what a page carries."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    if answer.mimetype == "text/html":
        page = BeautifulSoup(answer.text, "html5lib")
        return "\n".join(each.get_text() for each in page.select("script[type*=json]"))
    return answer.text if "json" in str(answer.mimetype) else ""


def strictly(text: str) -> object:
    """Read JSON as programs in other languages do, which know no NaN."""

    def refuse(word: str) -> None:
        raise ValueError(word)

    return json.loads(text, parse_constant=refuse)


@row(
    "O6",
    fault="NaN, Infinity, a negative nought, or 17 digits in JSON",
    seen="none of them: numbers are finite, with six decimals at most",
    elsewhere="GDAL#1109 and Fiona#684 wrote NaN, and Flask does (measured)",
)
@pytest.mark.parametrize("endpoint", ANSWERING)
def test_o6_numbers_are_what_every_program_reads(
    client: FlaskClient, address_of: Addresses, endpoint: str
) -> None:
    text = json_of(client, address_of(DOORS[endpoint]))

    assert not WORDS_OF_PYTHON.search(text)
    assert LONG_NUMBERS.findall(text) == []


@pytest.mark.parametrize("address", JSON_ADDRESSES)
def test_o6_so_are_they_in_files_and_features(client: FlaskClient, address: str) -> None:
    text = json_of(client, address)

    assert strictly(text)
    assert LONG_NUMBERS.findall(text) == []


def test_o6_so_are_those_of_the_shipped_borders(shipped_publication: Publication) -> None:
    client = create_app(shipped_publication.folder).test_client()

    for address in ("/export/cells.geojson", "/ogc/collections/ambulance/items"):
        assert LONG_NUMBERS.findall(json_of(client, address)) == []


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_o6_what_is_no_number_is_never_written(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"km2": [number]})


def test_o6_careless_json_would_be_seen() -> None:
    careless = json.dumps([float("nan"), 0.1 + 0.2, -0.0])

    assert WORDS_OF_PYTHON.search(careless)
    assert len(LONG_NUMBERS.findall(careless)) == 2


NAMES = re.compile(r'attachment; filename="[a-z0-9][A-Za-z0-9.-]{0,90}"')

HOSTILE_NAMES = (
    *("ŷsgol", 'a"b', "a\r\nX-Evil: 1", "../../etc/passwd", "a" * 200, "CON", "a;b", "\u202egpj."),
    *("'; filename*=utf-8''evil.exe", "%0d%0a", "\\"),
)


@row(
    "O10",
    fault="Welsh letters, quotation marks, a line break, a path or 200 letters in a selection",
    seen="a file whose name is our own: small letters, digits and hyphens",
)
@pytest.mark.parametrize("text", HOSTILE_NAMES)
def test_o10_the_name_of_a_file_is_our_own(client: FlaskClient, text: str) -> None:
    for ending in FORMATS:
        answer = client.get(f"/export/projects.{ending}", query_string={"q": text})

        assert answer.status_code == 200
        assert NAMES.fullmatch(answer.headers["Content-Disposition"])
        assert "X-Evil" not in answer.headers


@pytest.mark.parametrize(
    "pairs", [[(name, text)] for name, text in DOORS["downloads.export_table"].takes.items()]
)
def test_o10_whatever_is_selected(client: FlaskClient, pairs: list[tuple[str, str]]) -> None:
    for what in SUBJECTS:
        answer = client.get(with_query(f"/export/{what}.csv", *pairs))

        assert NAMES.fullmatch(answer.headers["Content-Disposition"])


@pytest.mark.parametrize("name", ['a"b.csv', "a%0d%0ab.csv", "%c5%b7.csv", "a" * 300 + ".csv"])
def test_o10_there_are_no_files_of_other_names(client: FlaskClient, name: str) -> None:
    for address in (f"/data/{name}", f"/export/{name}", f"/areas/police/E23000902/{name}"):
        answer = client.get(address)

        assert answer.status_code == 404
        assert "Content-Disposition" not in answer.headers


HTML, JSON = "text/html; charset=utf-8", "application/json"
TYPES = {
    "downloads.export_table": "application/geo+json; charset=utf-8",
    "downloads.export_area_table": "text/csv; charset=utf-8",
    "register_files.send_register_file": "text/csv; charset=utf-8",
    "searching.show_suggestions": "application/json; charset=utf-8",
    "records.send_titles": "application/json; charset=utf-8",
    "oembed.show_oembed": "application/json; charset=utf-8",
    "pictures.show_map_picture": "image/svg+xml; charset=utf-8",
    "pictures.show_first_view": "image/svg+xml; charset=utf-8",
    "pictures.show_area_picture": "image/svg+xml; charset=utf-8",
    "pictures.show_project_picture": "image/svg+xml; charset=utf-8",
    "pictures.show_preview": "image/png",
    "catalogue.show_catalogue": "application/ld+json",
    "feed.show_feed": "application/atom+xml; charset=utf-8",
    "crawlers.show_robots": "text/plain; charset=utf-8",
    "crawlers.show_sitemap": "application/xml; charset=utf-8",
    "health.show_that_it_lives": "application/health+json",
    "health.show_whether_it_is_ready": "application/health+json",
    "assets.show_file": "text/css; charset=utf-8",
    "features.show_api": "application/vnd.oai.openapi+json;version=3.0",
    "features.show_items": "application/geo+json",
    "features.show_item": "application/geo+json",
}
TAKEN_AWAY = (
    "downloads.export_table",
    "downloads.export_area_table",
    "register_files.send_register_file",
)


@row(
    "O11",
    fault="An answer of the wrong type, without its character set, or one that browsers guess at",
    seen="the exact type, `nosniff`, and files as attachments, at every address",
)
@pytest.mark.parametrize("endpoint", ANSWERING)
def test_o11_every_answer_says_exactly_what_it_is(
    client: FlaskClient, address_of: Addresses, endpoint: str
) -> None:
    answer = client.get(address_of(DOORS[endpoint]))

    programs = endpoint.startswith(("api.", "features."))
    assert answer.content_type == TYPES.get(endpoint, JSON if programs else HTML)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    disposition = answer.headers.get("Content-Disposition", "")
    assert disposition.startswith("attachment;") is (endpoint in TAKEN_AWAY)


@pytest.mark.parametrize(
    ("what", "ending"), [(what, each.ending) for what in SUBJECTS for each in formats_of(what)]
)
def test_o11_so_does_every_file(client: FlaskClient, what: str, ending: str) -> None:
    answer = client.get(f"/export/{what}.{ending}")

    assert answer.content_type == FORMATS[ending].content_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("attachment;")


def test_o11_and_every_file_of_the_register(app: Flask, publication: Publication) -> None:
    names = [
        path.removeprefix("register/")
        for path in publication.digests
        if path.startswith("register/")
    ]
    answers = [app.test_client().get(f"/data/{name}") for name in names]

    assert len(names) > 10
    assert {a.status_code for a in answers} == {200}
    assert all(a.headers["Content-Disposition"].startswith("attachment;") for a in answers)
    assert "text/html" not in {a.mimetype for a in answers}
