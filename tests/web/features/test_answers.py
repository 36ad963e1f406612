"""What holds for every answer: its format, its tag, who may read it, and how errors are told."""

import gzip
import json

import pytest

from web.features.client import NATIONAL_GRID, Client

ITEMS = "/collections/cells/items"
EVERY = ("/", "/conformance", "/api", "/collections", "/collections/cells", ITEMS)


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("form", ["json", "html"])
def test_what_the_client_has_is_not_sent_again(ogc: Client, path: str, form: str) -> None:
    first = ogc.answer(f"{path}?f={form}")
    tag = first.headers["ETag"]

    again = ogc.answer(f"{path}?f={form}", If_None_Match=tag)

    assert not tag.startswith("W/")
    assert (again.status_code, again.data) == (304, b"")


def test_each_format_and_each_system_has_a_tag_of_its_own(ogc: Client) -> None:
    asked = ("f=json", "f=html", f"crs={NATIONAL_GRID}", "limit=1")

    assert len({ogc.answer(f"{ITEMS}?{each}").headers["ETag"] for each in asked}) == 4


def test_a_compressed_answer_has_a_tag_of_its_own(ogc: Client) -> None:
    packed = ogc.answer(ITEMS, Accept_Encoding="gzip")

    plain = ogc.answer(ITEMS)
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    tag = packed.headers["ETag"]
    assert ogc.answer(ITEMS, Accept_Encoding="gzip", If_None_Match=tag).status_code == 304


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("*/*", "application/geo+json"),
        ("application/json", "application/geo+json"),
        ("application/geo+json, application/json;q=0.9", "application/geo+json"),
        ("application/*", "application/geo+json"),
        ("text/html", "text/html"),
        ("text/html;q=0.5, application/json", "application/geo+json"),
    ],
)
def test_the_format_is_the_one_that_is_liked_best(ogc: Client, accept: str, sent: str) -> None:
    answer = ogc.answer(ITEMS, Accept=accept)

    assert answer.mimetype == sent
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    "accept",
    [
        "application/vnd.oai.openapi+json;version=3.0",
        "application/vnd.oai.openapi+json",
        "application/openapi+json;version=3.0, application/json;q=0.5",
    ],
)
def test_the_definition_can_be_asked_for_by_its_media_type(ogc: Client, accept: str) -> None:
    answer = ogc.answer("/api", Accept=accept)

    assert answer.content_type == "application/vnd.oai.openapi+json;version=3.0"


def test_the_parameter_goes_before_the_header(ogc: Client) -> None:
    assert ogc.answer(f"{ITEMS}?f=json", Accept="text/html").mimetype == "application/geo+json"


def test_no_other_format_can_be_had(ogc: Client) -> None:
    answer = ogc.answer(ITEMS, Accept="application/gml+xml")

    assert answer.status_code == 406
    assert "f=json" in json.loads(answer.data)["detail"]


@pytest.mark.parametrize("path", [*EVERY, "", "/nothing", f"{ITEMS}?limit=0"])
def test_scripts_of_any_site_may_read(ogc: Client, path: str) -> None:
    assert (
        ogc.answer(path, Origin="https://example.org").headers["Access-Control-Allow-Origin"] == "*"
    )


PREFLIGHT = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
"""What a browser asks before it lets a script of another site ask."""


def test_scripts_of_any_site_may_ask_whether_they_have_the_latest(ogc: Client) -> None:
    answer = ogc.client.options(f"/ogc{ITEMS}", headers=PREFLIGHT)

    assert answer.status_code == 200
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]


def test_pages_for_people_are_not_for_scripts_of_other_sites(ogc: Client) -> None:
    assert "Access-Control-Allow-Origin" not in ogc.client.get("/about").headers


def test_a_problem_names_the_parameter_at_fault(ogc: Client) -> None:
    answer = ogc.answer(f"{ITEMS}?bbox=1,2")

    told = json.loads(answer.data)
    assert (told["status"], told["title"], told["parameter"]) == (
        400,
        "A parameter that will not do",
        "bbox",
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_method_that_there_is_not_is_told_as_a_problem(ogc: Client) -> None:
    answer = ogc.client.delete("/ogc/collections")

    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")


def test_a_person_gets_a_page_instead_of_a_problem(ogc: Client) -> None:
    answer = ogc.answer("/nothing", Accept="text/html")

    assert (answer.status_code, answer.mimetype) == (404, "text/html")


def test_links_keep_what_was_asked_for(ogc: Client) -> None:
    sent = ogc.json(f"{ITEMS}?limit=1&bbox=400000,300000,440000,309000&bbox-crs={NATIONAL_GRID}")

    (after,) = (link["href"] for link in sent["links"] if link["rel"] == "next")
    following = json.loads(ogc.client.get(after).data)
    assert following["numberMatched"] == sent["numberMatched"] < 8


def test_markup_in_a_parameter_stays_text(ogc: Client) -> None:
    answer = ogc.answer("/<script>alert(1)</script>", Accept="text/html")

    assert "<script>alert(1)" not in answer.text
