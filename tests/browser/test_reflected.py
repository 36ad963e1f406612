"""Text from outside runs nowhere in a real browser, with our policy and without it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route

from reliability.doors import with_query
from reliability.payloads import MARK, PAYLOADS

LONGEST = 200

Tried = Callable[[str], bool]
"""Opens an address, and says whether anything ran."""


def batches() -> list[str]:
    """Put payloads together, as many as a text may hold."""
    texts = [""]
    for payload in PAYLOADS:
        joined = f"{texts[-1]} {payload}".strip()
        texts[-1:] = [joined] if len(joined) <= LONGEST else [texts[-1], payload]
    return texts


def addresses() -> Iterator[str]:
    for text in batches():
        for page in ("/places", "/projects", "/"):
            yield with_query(page, ("q", text))
        yield with_query("/ogc/collections/projects/items", ("f", "html"), ("title", text))
        yield with_query("/api/v1/search", ("q", text))
        yield with_query("/places/suggestions", ("q", text))
        yield with_query("/pictures/map-with-key.svg", ("q", text))
    for payload in PAYLOADS[::3]:
        yield with_query("/projects", ("layer", payload))
        yield with_query("/api/v1/projects", ("layer", payload))
        yield with_query("/ogc/collections", (payload, "1"), ("f", "html"))


@contextmanager
def trying(browser: Browser, *, policy: bool) -> Iterator[tuple[Page, Tried]]:
    """Give a page, and what tries an address in it."""
    context = browser.new_context(bypass_csp=not policy, accept_downloads=False)
    page = context.new_page()

    def ran(address: str) -> bool:
        page.goto(address, wait_until="load")
        return bool(page.evaluate(f"'{MARK}' in window"))

    try:
        yield page, ran
    finally:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without it"])
def test_n21_nothing_from_outside_runs(chromium: Browser, hostile: str, *, policy: bool) -> None:
    with trying(chromium, policy=policy) as (_, ran):
        assert [address for address in addresses() if ran(hostile + address)] == []


CARELESS = (
    "<!doctype html><title>{0}</title><p>{0}</p><textarea>{0}</textarea><!-- {0} -->"
    '<input value="{0}"><input value=\'{0}\'><iframe src="{0}"></iframe>'
    "<script>var a = '{0}'</script><script>var b = `{0}`</script>"
    "<script>\n//{0}\n</script>"
)


def repeat(route: Route) -> None:
    """Answer with a page that repeats a payload as it is; nothing is asked of any server."""
    number = route.request.url.rpartition("/")[2]
    if number.isdigit():
        body = CARELESS.replace("{0}", PAYLOADS[int(number)])
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
    else:
        route.abort()


@pytest.mark.browser
def test_n21_a_page_that_repeats_what_it_is_given_would_be_seen(chromium: Browser) -> None:
    with trying(chromium, policy=False) as (page, ran):
        page.route("http://127.0.0.1:9/**", repeat)
        missed = [
            payload
            for number, payload in enumerate(PAYLOADS)
            if not ran(f"http://127.0.0.1:9/{number}") and not later(page)
        ]

    assert missed == []


def later(page: Page) -> bool:
    """Whether the mark appears soon: an image has to fail before its handler runs."""
    try:
        page.wait_for_function(f"'{MARK}' in window", timeout=2_000)
    except Exception:
        return False
    return True
