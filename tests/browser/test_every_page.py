"""What holds for every page, whatever it shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.axe import violations

Open = Callable[..., Page]

PAGES = [
    "/",
    "/?layer=fire&theme=estates&at=-0.335,53.745",
    "/?theme=control-rooms&status=completed",
    "/projects",
    "/projects/forced-entry-essex",
    "/areas?layer=ambulance",
    "/areas/police/E23000035",
    "/gaps",
    "/gaps?layer=fire",
    "/national",
    "/boundaries",
    "/?colour=count&layer=ambulance",
    "/?colour=gap&theme=control-rooms&markers=spread",
    "/?view=table",
    "/?view=cards&theme=estates",
    "/embed?layer=fire&at=-0.335,53.745",
    "/boundaries/E23000012/RX9",
    "/projects?scheme=cardiac-arrest",
    "/projects?view=cards&theme=estates",
    "/projects?sort=-started&limit=10&offset=40",
    "/projects?theme=control-rooms&status=completed",
    "/about",
    "/accessibility",
    "/data",
    "/api",
    "/places",
    "/places?q=newport",
    "/places?q=53.68,-0.25",
    "/places?q=hull+police",
    "/areas/ambulance/RYF/briefing",
    "/ogc/",
    "/ogc/conformance",
    "/ogc/api",
    "/ogc/collections",
    "/ogc/collections/projects",
    "/ogc/collections/projects/items?limit=10",
    "/ogc/collections/police/items/E23000035",
    "/print?layer=fire&theme=estates&at=-0.335,53.745",
]


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_logs_nothing_and_stays_on_its_own_origin(
    open_page: Open, england_and_wales: str, address: str
) -> None:
    page = open_page(england_and_wales + address)

    page.wait_for_load_state("networkidle")

    assert page.locator("h1").count() == 1  # the watch over the page is in the fixture


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 1366])
def test_axe_finds_nothing(
    open_page: Open, england_and_wales: str, address: str, width: int
) -> None:
    page = open_page(england_and_wales + address, width=width)
    page.wait_for_load_state("networkidle")

    assert violations(page) == []


# 320 pixels are what is left of 1280 at a zoom of 400 %.
@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 320])
def test_a_narrow_window_never_scrolls_sideways(
    open_page: Open, england_and_wales: str, address: str, width: int
) -> None:
    page = open_page(england_and_wales + address, width=width, height=740)

    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
