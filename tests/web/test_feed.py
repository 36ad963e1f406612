"""The projects of a selection as a feed."""

from xml.etree import ElementTree

import pytest

from web.fetched import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(visitor: Visitor, query: str = "", base: str = "http://localhost") -> ElementTree.Element:
    """Read a feed."""
    answer = visitor.client.get(f"/feed.atom{query}", base_url=base)
    assert answer.content_type == "application/atom+xml; charset=utf-8", answer.text
    return ElementTree.fromstring(answer.data)  # noqa: S314 - ours


def texts(element: ElementTree.Element, path: str) -> list[str]:
    """The texts of elements, each step of the path in Atom's namespace."""
    steps = "/".join(f"{ATOM}{step}" for step in path.split("/"))
    return [found.text or "" for found in element.findall(steps)]


def test_the_projects_of_a_theme_are_its_entries(visitor: Visitor) -> None:
    titles = texts(feed(visitor, "?theme=demand"), "entry/title")

    assert titles == ["Fire crews open doors for medical calls in Westoy"]


def test_the_projects_of_an_area_are_its_entries(visitor: Visitor) -> None:
    assert len(texts(feed(visitor, "?area=E23000903"), "entry/id")) == 3


def test_ids_are_the_same_wherever_the_map_is_served(visitor: Visitor) -> None:
    here, there = feed(visitor), feed(visitor, base="https://map.example.org")

    assert texts(here, "entry/id") == texts(there, "entry/id")
    assert texts(here, "id") == texts(there, "id")
    assert len(set(texts(here, "entry/id"))) == 4


def test_ids_are_those_that_have_been_given_out(visitor: Visitor) -> None:
    ids = texts(feed(visitor, "?theme=demand"), "entry/id")

    assert ids == ["urn:uuid:bde79b0e-a0d0-5cef-b55d-e55c904b7da2"]


def test_feeds_of_different_selections_have_different_ids(visitor: Visitor) -> None:
    assert texts(feed(visitor, "?theme=demand"), "id") != texts(feed(visitor), "id")


def test_a_feed_of_the_same_projects_shown_otherwise_is_the_same(visitor: Visitor) -> None:
    assert texts(feed(visitor, "?colour=count"), "id") == texts(feed(visitor), "id")


def test_dates_are_the_overviews_and_never_the_clocks(visitor: Visitor) -> None:
    read = feed(visitor)

    assert {*texts(read, "updated"), *texts(read, "entry/updated")} == {"2016-01-01T00:00:00Z"}
    assert "gives no dates of its entries" in texts(read, "subtitle")[0]


def test_entries_lead_to_the_pages_of_projects(visitor: Visitor) -> None:
    link = feed(visitor, "?theme=demand").find(f"{ATOM}entry/{ATOM}link")

    assert link is not None
    assert link.get("href") == "http://localhost/projects/forced-entry-westoy"


def test_words_that_no_xml_may_hold_break_nothing(visitor: Visitor) -> None:
    (title,) = texts(feed(visitor, "?q=%00%3C%5D%5D%3E%01"), "title")

    assert "<]]>" in title


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("/", ""),
        ("/?theme=demand&colour=count", "?theme=demand"),
        ("/projects?status=live&sort=title", "?status=live"),
        ("/areas/police/E23000903", "?area=E23000903"),
        ("/data", ""),
    ],
)
def test_pages_link_to_the_feed_of_what_they_list(visitor: Visitor, page: str, query: str) -> None:
    link = visitor.page(page).select_one('link[rel=alternate][type="application/atom+xml"]')

    assert link
    assert link["href"] == f"http://localhost/feed.atom{query}"


def test_a_wrong_selection_is_refused(visitor: Visitor) -> None:
    assert visitor.answer("/feed.atom?theme=cats").status_code == 400
