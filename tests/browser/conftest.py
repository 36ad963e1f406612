"""Fixtures of the browser tests: a Chromium, served maps, and pages that are watched."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import found_chromium, started
from browser.hostile import write_hostile_register
from browser.watched import Watched
from serving import serving


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, or fail where one is required."""
    path = found_chromium()
    if path is None:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER=1, but no Chromium is installed")
        pytest.skip("no Chromium on this machine: install the package chromium to run this")
    with started(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def hostile(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a map whose register holds markup and code in every text column."""
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile_register(toyshire / "data", folder)
    with serving(
        data=folder,
        boundaries=toyshire / "boundaries",
        published=tmp_path_factory.mktemp("published"),
    ) as address:
        yield address


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages that are watched: nothing may be logged, and nothing may leave the app."""
    watched: list[Watched] = []

    def open_(address: str, *, width: int = 1366, height: int = 768, **context: bool) -> Page:
        page = Watched(chromium, address, (width, height), context)
        watched.append(page)
        return page.page

    yield open_
    for page in watched:
        page.close()
    for page in watched:
        assert page.complaints == []
