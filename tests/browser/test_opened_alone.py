"""What is no page, opened alone in a browser: shown, though it may do nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reliability.processes import started

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(toyshire_published: Path) -> Iterator[str]:
    """The address of Toyshire's map."""
    with started(toyshire_published, trusted_hosts="127.0.0.1") as server:
        yield f"http://127.0.0.1:{server.port}"


@pytest.mark.parametrize(
    "path",
    ["/pictures/map.svg", "/pictures/map-with-key.svg", "/pictures/areas/fire/E31000901.svg"],
)
def test_a_picture_opened_alone_is_drawn(
    address: str, open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(address + path)

    shapes = page.locator("path").evaluate_all(
        "all => all.filter(each => each.getBBox().width > 5"
        " && getComputedStyle(each).fill !== 'none').length"
    )
    assert shapes > 2


@pytest.mark.parametrize("path", ["/api/v1/projects", "/robots.txt"])
def test_a_text_opened_alone_is_shown(
    address: str, open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(address + path)

    assert page.locator(":root").inner_text().strip()


def test_a_picture_in_a_page_is_drawn(address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{address}/areas/police/E23000901/briefing")

    drawn = page.locator("img").evaluate_all("all => all.map(each => each.naturalWidth > 0)")
    assert drawn
    assert all(drawn)
