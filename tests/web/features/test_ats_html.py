"""The abstract tests of OGC 17-069r4, Annex A, conformance class HTML, named after its own."""

import json

import pytest

from web.features.client import Client
from web.fetched import Visitor

PATHS = (
    *("/", "/conformance", "/api", "/collections", "/collections/projects"),
    *("/collections/projects/items?limit=2&offset=1", "/collections/police/items/E23000902"),
)
every_path = pytest.mark.parametrize("path", PATHS)


@every_path
def test_ats_html_definition(ogc: Client, path: str) -> None:
    """Every address can be had as HTML, by the Accept header or by `f`."""
    by_header = ogc.answer(path, Accept="text/html")
    by_name = ogc.answer(f"{path}{'&' if '?' in path else '?'}f=html")

    assert by_header.mimetype == by_name.mimetype == "text/html"


@every_path
def test_ats_html_content_links(ogc: Client, visitor: Visitor, path: str) -> None:
    """The page has every link of the JSON, but for the two that change places."""
    asked = f"{path}{'&' if '?' in path else '?'}f=json"
    there = {link["href"] for link in ogc.json(asked).get("links", [])}

    page = visitor.page(f"/ogc{asked.replace('f=json', 'f=html')}")

    shown = {str(anchor["href"]).replace("f=html", "f=json") for anchor in page.select("main a")}
    assert {href.replace("f=html", "f=json") for href in there} <= shown


@pytest.mark.parametrize("collection", ["police", "cells", "projects", "footprints"])
def test_ats_html_content_of_an_item(ogc: Client, visitor: Visitor, collection: str) -> None:
    """The page of an item says every property, and of its geometry the kind and the box."""
    first = ogc.json(f"/collections/{collection}/items?limit=1")["features"][0]

    page = visitor.page(f"/ogc/collections/{collection}/items/{first['id']}?f=html")

    rows = {
        dt.get_text(): " ".join(dd.get_text().split())
        for dt, dd in zip(page.select("dt"), page.select("dd"), strict=True)
    }
    for name, value in first["properties"].items():
        assert rows[name] == _said(value)
    assert rows["Geometry"].startswith(first["geometry"]["type"])


def test_ats_html_content_of_items(ogc: Client, visitor: Visitor) -> None:
    """The page of items says of every item what its own page says, and how many there are."""
    sent = ogc.json("/collections/projects/items")

    page = visitor.page("/ogc/collections/projects/items?f=html")

    said = page.select_one("main")
    assert said is not None
    for feature in sent["features"]:
        assert feature["properties"]["summary"] in said.get_text()
    assert "numberMatched 4" in " ".join(said.get_text().split())


def test_ats_html_content_of_a_collection(ogc: Client, visitor: Visitor) -> None:
    """The page of a collection says its extent, its time and its reference systems."""
    described = ogc.json("/collections/projects")

    text = visitor.page("/ogc/collections/projects?f=html").get_text()

    for wanted in (*described["crs"], described["description"], "2014-01-01T00:00:00Z"):
        assert wanted in text
    assert ", ".join(map(str, described["extent"]["spatial"]["bbox"][0])) in text


def test_ats_html_content_of_the_conformance(ogc: Client, visitor: Visitor) -> None:
    """The page of what is met names every class."""
    text = visitor.page("/ogc/conformance?f=html").get_text()

    assert all(each in text for each in ogc.json("/conformance")["conformsTo"])


def test_a_person_who_asks_wrongly_gets_a_page(visitor: Visitor) -> None:
    page = visitor.page("/ogc/collections/coastguard?f=html", status=404)

    assert "There is no collection 'coastguard'" in page.get_text()


def test_a_browser_is_sent_pages(ogc: Client) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    assert ogc.answer("/", Accept=accept).mimetype == "text/html"


def _said(value: object) -> str:
    if value is None or value == []:
        return "not stated"
    if isinstance(value, bool):
        return json.dumps(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
