"""What is seen of the map page before its map is drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

PICTURE = ".app-map__picture"

WATCH_THE_SCRIPT = """() => {
    let map;
    Object.defineProperty(window, "escwgMap", {
        get: () => map,
        set: (made) => {
            window.mapMade = performance.now();
            map = made;
        },
    });
}"""


@pytest.mark.browser
def test_the_map_is_made_when_the_page_has_been_seen(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/gaps")
    page.add_init_script(f"({WATCH_THE_SCRIPT})()")

    page.goto(england_and_wales)
    expect(page.locator(PICTURE)).to_be_hidden()

    seen, made = page.evaluate(
        "() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, mapMade]"
    )
    assert 0 < seen < made


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1366])
def test_a_link_to_the_results_leads_there_though_they_are_laid_out_later(
    open_page: Open, england_and_wales: str, width: int
) -> None:
    page = open_page(f"{england_and_wales}/#results", width=width)

    expect(page.locator("#results tbody tr").last).to_be_visible()
    assert page.locator("#results").bounding_box()["y"] == pytest.approx(0, abs=1)  # type: ignore[index]


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1366])
def test_a_page_that_is_loaded_again_stays_where_it_was_in_the_results(
    open_page: Open, england_and_wales: str, width: int
) -> None:
    page = open_page(england_and_wales, width=width)
    last = page.locator("#results tbody tr").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()

    page.reload()

    expect(last).to_be_visible()
    expect(last).to_be_in_viewport()


@pytest.mark.browser
def test_results_of_another_view_are_there_at_once(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)
    expect(page.locator("#results tbody tr").last).to_be_visible()

    shown: bool = page.evaluate(
        """() => new Promise((done) => {
            document.addEventListener("escwg:shown", () => {
                done(document.querySelector("#results tbody tr").checkVisibility());
            });
            document.querySelector("#theme-control-rooms").click();
        })"""
    )

    assert shown
