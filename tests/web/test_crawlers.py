"""What programs that go through all pages are told."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from web.fetched import Visitor

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(visitor: Visitor, host: str = "localhost") -> list[str]:
    """The addresses of the sitemap."""
    answer = visitor.client.get("/sitemap.xml", base_url=f"https://{host}")
    assert answer.mimetype == "application/xml"
    found = ElementTree.fromstring(answer.data).iter(f"{_SITEMAP}loc")  # noqa: S314 - ours
    return [element.text or "" for element in found]


def test_robots_may_read_all_but_what_has_no_end(visitor: Visitor) -> None:
    answer = visitor.answer("/robots.txt")

    assert answer.mimetype == "text/plain"
    assert "User-agent: *\nDisallow: /export/\n" in answer.text
    assert "Sitemap: http://localhost/sitemap.xml" in answer.text


def test_every_page_of_the_sitemap_is_there_under_its_one_address(visitor: Visitor) -> None:
    addresses = [address.removeprefix("https://localhost") for address in listed(visitor)]

    assert len(addresses) == len(set(addresses)) > 30
    for address in addresses:
        link = visitor.page(address).select_one("link[rel=canonical]")
        assert link
        assert link["href"] == f"http://localhost{address}"


@pytest.mark.parametrize(
    "path",
    ["/", "/projects/shared-hq-midtoy", "/areas/ambulance/RZ2", "/national", "/data", "/api"],
)
def test_the_sitemap_has(visitor: Visitor, path: str) -> None:
    assert f"https://localhost{path}" in listed(visitor)


def test_every_page_that_others_lead_to_is_in_the_sitemap(visitor: Visitor) -> None:
    paths = {urlsplit(address).path for address in listed(visitor)}
    linked = {
        urlsplit(str(link["href"])).path
        for page in ("/", "/data", "/projects", "/areas")
        for link in visitor.page(page).select("header a, footer a, main table a")
        if str(link["href"]).startswith("/")
    }

    assert {path for path in linked if not path.startswith(("/export", "/api/", "/data/"))} <= paths


def test_addresses_are_of_the_host_that_was_asked(visitor: Visitor) -> None:
    hosts = {urlsplit(address).hostname for address in listed(visitor, "map.example.org")}

    assert hosts == {"map.example.org"}


@pytest.mark.parametrize("address", ["/robots.txt?x=1", "/sitemap.xml?x=1"])
def test_they_take_no_parameters(visitor: Visitor, address: str) -> None:
    assert visitor.answer(address).status_code == 400
