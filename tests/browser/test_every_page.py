"""What holds for every page, whatever it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.watched import Watched

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


@dataclass(frozen=True)
class Found:
    """What one visit to a page found: as a phone opens it, made narrower, and made a desk's."""

    headings: int
    complaints: list[str]
    widths: dict[int, int]
    violations: dict[int, list[str]]


@pytest.fixture(scope="module")
def visit(chromium: Browser, england_and_wales: str) -> Callable[[str], Found]:
    """Visit a page, once for all tests."""

    @cache
    def found(address: str) -> Found:
        watched = Watched(chromium, england_and_wales + address, (360, 740), {})
        page, widths, broken = watched.page, {}, {}
        page.wait_for_load_state("networkidle")
        for width in (360, 320, 1366):
            page.set_viewport_size({"width": width, "height": 740})
            widths[width] = page.evaluate("document.documentElement.scrollWidth")
            if width != 320:
                broken[width] = violations(page)
        headings = page.locator("h1").count()
        watched.close()
        return Found(headings, watched.complaints, widths, broken)

    return found


Visit = Callable[[str], Found]


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_logs_nothing_and_stays_on_its_own_origin(visit: Visit, address: str) -> None:
    assert visit(address).complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_has_one_heading_of_the_first_level(visit: Visit, address: str) -> None:
    assert visit(address).headings == 1


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 1366])
def test_axe_finds_nothing(visit: Visit, address: str, width: int) -> None:
    assert visit(address).violations[width] == []


# 320 pixels are what is left of 1280 at a zoom of 400 %.
@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [360, 320])
def test_a_narrow_window_never_scrolls_sideways(visit: Visit, address: str, width: int) -> None:
    assert visit(address).widths[width] <= width


# What was asked for early and not used was asked for in vain, on the slowest networks most of all.
@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "shapes"),
    [
        ("/", "overview"),
        ("/embed?layer=fire", "overview"),
        ("/boundaries", "detail"),
        ("/boundaries/E23000012/RX9", "detail"),
    ],
)
def test_a_map_fetches_the_shapes_that_it_draws_and_no_others(
    open_page: Callable[[str], Page], england_and_wales: str, address: str, shapes: str
) -> None:
    page = open_page(england_and_wales + address)

    expect(page.locator(".leaflet-areas-pane path").first).to_be_attached()

    fetched = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [Path(name).stem for name in fetched if name.endswith(".json")] == [shapes]
