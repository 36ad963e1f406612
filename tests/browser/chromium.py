"""The system's Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def found_chromium() -> str | None:
    """Find it, by the names that it has on one system or another."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def started(path: str) -> Iterator[Browser]:
    """Start it, and end it afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()
