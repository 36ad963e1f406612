"""Pages in a Chromium that has kept nothing, each watched while it is loaded and used."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

from bench.plan import NotMeasuredError
from browser.chromium import found_chromium, started

_HERE = Path(__file__).parent
_WATCHING = (_HERE / "watching.js").read_text(encoding="utf-8")
_FILTERING = (_HERE / "filtering.js").read_text(encoding="utf-8")
_PATIENCE = 120_000
_STILL = 700
"""Milliseconds without a new shape after which there will be none."""

_ELSEWHERE = "localhost"
"""Another site than 127.0.0.1, to a browser."""

_BITS = 1024 / 8
_3G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1638.4 * 0.9 * _BITS,
    "uploadThroughput": 750 * 0.9 * _BITS,
}
"""What the browser's own tools call "Fast 3G": 1.44 Mbit/s, and 562.5 ms before each answer."""


@dataclass(frozen=True)
class Visit:
    """An address, and how many shapes are on its map at least once all are drawn."""

    address: str
    shapes: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium.

    Raises:
        NotMeasuredError: there is none.
    """
    path = found_chromium()
    if path is None:
        raise NotMeasuredError("no chromium (apt-get install chromium)")
    with started(path) as browser:
        yield browser


@contextmanager
def visited(
    browser: Browser, visit: Visit, *, on_3g: bool = False, encoding: str = ""
) -> Iterator[tuple[Page, list[Request]]]:
    """Open a page in a profile of its own, and wait until its map is drawn.

    It is come to from another site, as by a link. A browser begins another process then, whoever is
    visited; from an empty page it would for those alone who part themselves from their openers.
    """
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page, requests = context.new_page(), list[Request]()
    page.set_default_timeout(_PATIENCE)
    page.goto(f"http://{_ELSEWHERE}:{urlsplit(visit.address).port}/livez")
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - it needs a function
    page.add_init_script(_WATCHING)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if on_3g:
        session.send("Network.emulateNetworkConditions", _3G)
    if encoding:
        page.set_extra_http_headers({"Accept-Encoding": encoding})
    page.goto(visit.address)
    page.wait_for_function(
        """([shapes, still]) => {
            const { shapes: there, drawn, seen } = window.benchWatched;
            return there.map >= shapes && seen.map > 0 && performance.now() - drawn.map > still;
        }""",
        arg=[visit.shapes, _STILL],
    )
    yield page, requests
    context.close()


@dataclass(frozen=True)
class Fetched:
    """What a page fetched: bytes of bodies, as they were sent, and requests."""

    size: int
    requests: int


def fetched(browser: Browser, visit: Visit, encoding: str) -> Fetched:
    """Open a page, and count what it fetches when all is sent in one encoding."""
    with visited(browser, visit, encoding=encoding) as (_, requests):
        sizes = [request.sizes()["responseBodySize"] for request in requests]
    return Fetched(sum(sizes), len(sizes))


@dataclass(frozen=True)
class Drawn:
    """Milliseconds from asking for a page to the last shape.

    `first` is when the page had painted every shape that is seen at first, `seen` when these were
    on the screen, for which tiles are filled after that. Where a picture of the map comes before
    it, that is sooner than the map's own shapes, painted at `last`.
    """

    first: float
    seen: float
    last: float


def drawn_after(page: Page) -> Drawn:
    """Say when the shapes were painted and seen."""
    watched = page.evaluate("() => benchWatched")
    drawn, seen = watched["drawn"], watched["seen"]
    first = "picture" if "picture" in drawn else "map"
    return Drawn(first=drawn[first], seen=seen[first], last=drawn["map"])


def blocked_while_panning(page: Page) -> list[float]:
    """Drag the map to and fro, and give the milliseconds that each long task took meanwhile."""
    box = page.locator(".leaflet-container").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    began = page.evaluate("() => performance.now()")
    for across, down in ((150, 90), (-150, -90), (-120, 60), (120, -60)):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + across, y + down, steps=40)
        page.mouse.up()
    # What a drag leaves to do is done before the next frame but one.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))")
    blocked = page.evaluate("() => window.benchWatched.blocked")
    return [took for started, took in blocked if started >= began]


def filter_changes(page: Page) -> list[float]:
    """Change every filter in turn, and give the milliseconds until each result was painted."""
    return list(map(float, page.evaluate(_FILTERING)))
