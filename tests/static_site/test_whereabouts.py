"""Addresses of the app, as the pages of a site write them."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.errors import NotRecorded
from escwg_map.static_site.pages import pages_of
from escwg_map.static_site.whereabouts import Whereabouts


@pytest.fixture
def whereabouts(atlas: Atlas) -> Whereabouts:
    """Where Toyshire's pages lie."""
    return Whereabouts(pages_of(atlas))


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("/", "index.html", "index.html"),
        ("/?layer=fire", "index.html", "fire.html"),
        ("/?theme=estates", "index.html", "index.html?theme=estates"),
        ("/?theme=estates&layer=fire", "fire.html", "index.html?layer=fire&theme=estates"),
        ("/?view=table&theme=estates", "index.html", "table.html?theme=estates"),
        ("/?at=-0.335,53.745", "about.html", "index.html?at=-0.335,53.745"),
        ("/projects?sort=-started", "index.html", "projects-by-started-descending.html"),
        ("/projects?limit=10&offset=20", "index.html", "projects.html"),
        ("/projects?theme=estates", "gaps.html", "table.html?theme=estates"),
        ("/areas?layer=police", "index.html", "areas.html"),
        ("/gaps?weight=km2#coverage", "gaps.html", "gaps-km2.html#coverage"),
        ("/print?view=cards", "cards.html", "print.html"),
        ("/places?q=hull", "index.html", "places.html?q=hull"),
        ("/places?at=1,2", "index.html", "index.html?at=1,2"),
        ("/about", "areas/police/E23000001.html", "../../about.html"),
        ("/published/x/static/css/app.css", "projects/one.html", "../static/css/app.css"),
        ("/export/gaps.csv?layer=fire&weight=km2", "gaps.html", "export/gaps-fire.csv"),
        ("/export/coverage.csv?layer=fire", "gaps.html", "export/coverage.csv"),
        ("/pictures/map.svg?layer=fire", "print.html", "pictures/map-fire.svg"),
        ("/data/projects.csv", "data.html", "data/projects.csv"),
        ("/places/suggestions", "projects/one.html", "../answers/search.js"),
    ],
)
def test_an_address_becomes_a_link_to_a_file(
    whereabouts: Whereabouts, address: str, page: str, link: str
) -> None:
    assert whereabouts.link(address, page) == link


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("/", "index.html", "index.html"),
        ("/", "table.html", "table.html"),
        ("/", "fire.html", "fire.html"),
        ("/projects", "projects-by-title.html", "table.html"),
        ("/places", "projects/one.html", "../places.html"),
    ],
)
def test_a_form_is_sent_to_a_page_that_answers(
    whereabouts: Whereabouts, address: str, page: str, link: str
) -> None:
    assert whereabouts.link(address, page, "action") == link


@pytest.mark.parametrize("address", ["/none-such", "/gaps?theme=estates", "/projects/none-such"])
def test_an_address_that_leads_nowhere_is_no_link(whereabouts: Whereabouts, address: str) -> None:
    with pytest.raises(NotRecorded, match="nothing for the address"):
        whereabouts.link(address, "index.html")


def test_no_two_pages_have_one_file(atlas: Atlas) -> None:
    files = list(pages_of(atlas).values())

    assert len(files) == len(set(files))


def test_what_pages_name_is_collected(whereabouts: Whereabouts) -> None:
    whereabouts.link("/export/gaps.csv?layer=fire&sort=name", "gaps.html")

    named = {file: str(address) for file, address in whereabouts.named.items()}
    assert named == {"export/gaps-fire.csv": "/export/gaps.csv?layer=fire"}
