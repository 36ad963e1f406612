"""The map by keyboard: a crosshair selects, Escape returns."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

Open = Callable[..., Page]

AREAS = ".leaflet-areas-pane path"
MAP = "[role=application]"


def focused(page: Page, address: str) -> Page:
    """Wait until the map of all police areas is drawn, and go to it as Tab does."""
    page.goto(address)
    expect(page.locator(AREAS)).to_have_count(43)
    page.locator("[data-module=map-view]").evaluate("map => map.previousElementSibling?.focus()")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.getAttribute('role')") != "application":
        page.keyboard.press("Tab")
    return page


@pytest.fixture
def page(open_page: Open, england_and_wales: str) -> Page:
    return focused(open_page(england_and_wales), f"{england_and_wales}/?markers=none")


@pytest.mark.browser
def test_the_crosshair_shows_when_the_map_has_the_focus(page: Page) -> None:
    expect(page.locator(".app-crosshair")).to_be_visible()


@pytest.mark.browser
def test_what_lies_under_the_crosshair_is_said(page: Page) -> None:
    page.evaluate("() => void escwgMap.map.setView([52.95, -1.15], 9, { animate: false })")

    page.keyboard.press("ArrowDown")

    expect(page.locator("[data-map-announcement]")).to_have_text(
        "Nottinghamshire Police · Nottinghamshire Fire · East Midlands Ambulance"
    )


@pytest.mark.browser
def test_an_arrow_moves_the_crosshair_and_shift_moves_it_in_strides(page: Page) -> None:
    def middle() -> float:
        box = page.locator(".app-crosshair").bounding_box()
        assert box
        return box["x"] + box["width"] / 2

    start = middle()
    page.keyboard.press("ArrowRight")
    step = middle() - start
    page.keyboard.press("Shift+ArrowRight")

    assert (step, middle() - start) == (12, 72)


@pytest.mark.browser
def test_the_map_follows_a_crosshair_that_would_leave_it(page: Page) -> None:
    before = page.evaluate("escwgMap.map.getCenter().lng")

    for _ in range(12):
        page.keyboard.press("Shift+ArrowLeft")

    assert page.evaluate("escwgMap.map.getCenter().lng") < before
    expect(page.locator(".app-crosshair")).to_be_in_viewport()


@pytest.mark.browser
def test_enter_selects_the_place_and_goes_to_what_is_there(page: Page) -> None:
    page.evaluate("() => void escwgMap.map.setView([52.95, -1.15], 9, { animate: false })")

    page.keyboard.press("Enter")

    expect(page.locator("#place-heading")).to_be_focused()
    expect(page.locator(".app-place__services a").first).to_have_text("Nottinghamshire Police")


@pytest.mark.browser
def test_escape_goes_back_to_the_map(page: Page) -> None:
    page.keyboard.press("Enter")
    expect(page.locator("#place-heading")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator(MAP)).to_be_focused()


@pytest.mark.browser
def test_plus_and_minus_zoom(page: Page) -> None:
    before = page.evaluate("escwgMap.map.getZoom()")

    page.keyboard.press("+")
    closer = page.evaluate("escwgMap.map.getZoom()")
    page.keyboard.press("-")

    # At first the map is fitted exactly; from there on it goes by quarters of a zoom.
    assert closer == round(4 * (before + 1)) / 4
    assert page.evaluate("escwgMap.map.getZoom()") == closer - 1


@pytest.mark.browser
def test_a_popup_takes_the_focus_and_gives_it_back(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?theme=control-rooms&area=E23000032")
    marker = page.locator(".app-marker").first
    marker.focus()

    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup .app-project-card")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".app-project-card a").first).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator(".leaflet-popup")).to_have_count(0)
    expect(marker).to_be_focused()


@pytest.mark.browser
def test_a_card_that_comes_late_calls_nobody_back(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?theme=control-rooms&area=E23000032")
    held: list[Route] = []
    page.route("**/projects/*/card*", lambda route: held.append(route))  # noqa: PLW0108
    page.locator(".app-marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup-content")).to_have_text("Loading…")
    page.locator("#find").focus()

    held[0].continue_()

    expect(page.locator(".leaflet-popup .app-project-card")).to_be_visible()
    expect(page.locator("#find")).to_be_focused()


@pytest.mark.browser
def test_the_list_of_places_selects_one(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)

    page.get_by_label("Choose a place from the list").select_option(
        "Humberside Police (with Humberside Fire and East Midlands Ambulance)"
    )
    page.get_by_role("button", name="Show", exact=True).click()

    expect(page.locator("#place-heading")).to_be_focused()
    expect(page.locator(".app-place__services a").last).to_have_text("East Midlands Ambulance")
