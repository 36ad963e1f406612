"""Pages as the tests see them: fetched, parsed strictly, and checked for what all pages must be."""

from dataclasses import dataclass

import html5lib
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

DATA = ("application/json", "application/ld+json")
"""Types of script elements that hold data and are never run."""


@dataclass(frozen=True)
class Visitor:
    """Fetches pages as a browser would, and inspects each."""

    client: FlaskClient

    def page(self, address: str, *, status: int = 200) -> BeautifulSoup:
        """Fetch a page that must answer with this status."""
        response = self.answer(address)
        assert response.status_code == status, response.text
        return _inspected(response.text)

    def answer(self, address: str) -> TestResponse:
        """Fetch anything, uncompressed."""
        return self.client.get(address)


def text_of(page: BeautifulSoup, selector: str) -> str:
    """Read the text of the first element that a CSS selector finds, white space folded."""
    element = page.select_one(selector)
    assert element is not None, f"there is no {selector}"
    return " ".join(element.get_text(" ").split())


def _inspected(text: str) -> BeautifulSoup:
    html5lib.HTMLParser(strict=True).parse(text)
    page = BeautifulSoup(text, "html.parser")
    headings = page.find_all("h1")
    assert len(headings) == 1, "a page has one main heading"
    assert page.title is not None
    assert page.title.get_text().startswith(headings[0].get_text().strip()), (
        "the title is the heading"
    )
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids)), "ids are unique"
    labelled = {str(label["for"]) for label in page.select("label[for]")}
    for field in page.select("input:not([type=hidden]), select"):
        assert field.get("id") in labelled, f"{field} has a label"
    assert all(table.find("caption") for table in page.find_all("table")), "tables have captions"
    for script in page.find_all("script"):
        assert script.get("src") or script.get("type") in DATA, "no inline script"
    handlers = [e for e in page.select("*") if any(name.startswith("on") for name in e.attrs)]
    assert not handlers, "no inline handlers"
    assert not page.select("[style], style"), "no inline styles"
    return page
