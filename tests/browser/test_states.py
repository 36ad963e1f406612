"""The map page in the states that people bring it into: nothing in them shuts anybody out."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations

Open = Callable[..., Page]

AREAS = ".leaflet-areas-pane path"


def with_every_filter_open(page: Page) -> None:
    page.locator("#filters details:not([open]) > summary").evaluate_all(
        "all => all.forEach(summary => summary.click())"
    )


def with_a_place_selected(page: Page) -> None:
    page.get_by_label("Choose a place from the list").select_option("Essex Police")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#place-heading")).to_be_focused()


def with_a_popup_open(page: Page) -> None:
    page.locator("#theme-control-rooms").check()
    expect(page.locator("[data-region=said]")).to_contain_text("6 projects")
    page.locator(".app-marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup .app-project-card")).to_be_visible()
    expect(page.locator(".leaflet-popup")).to_have_css("opacity", "1")  # it fades in


def with_nothing_found(page: Page) -> None:
    page.locator("#theme-control-rooms").check()
    page.locator("#status-completed").check()
    expect(page.locator(".app-map-page__loosen .app-loosen")).to_be_visible()


def with_the_downloads_open(page: Page) -> None:
    page.get_by_text("Download", exact=True).click()


def with_the_link_to_share_open(page: Page) -> None:
    page.get_by_text("Share", exact=True).click()


def with_suggestions_open(page: Page) -> None:
    page.get_by_label("Find a place, service or project").press_sequentially("essex")
    expect(page.locator(".autocomplete__option").first).to_be_visible()


def with_the_shapes_missing(page: Page) -> None:
    page.route("**/map/overview.json", lambda route: route.fulfill(status=200, body="not JSON"))
    page.reload()
    expect(page.locator("[data-map-message]")).to_contain_text("did not arrive")


def with_the_crosshair_shown(page: Page) -> None:
    page.locator("[role=application]").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".app-crosshair")).to_be_visible()


STATES = [
    with_every_filter_open,
    with_a_place_selected,
    with_a_popup_open,
    with_nothing_found,
    with_the_downloads_open,
    with_the_link_to_share_open,
    with_suggestions_open,
    with_the_shapes_missing,
    with_the_crosshair_shown,
]
SEEN = """() => {
    const now = document.activeElement;
    const parts = [now, now.nextElementSibling].filter(Boolean)
        .flatMap(each => ["", "::before"].map(part => getComputedStyle(each, part)));
    return parts.some(({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none");
}"""
"""Whether what has the focus shows it: itself, or the box that stands for it beside it."""

every_state = pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)


@pytest.mark.browser
@every_state
@pytest.mark.parametrize("width", [360, 1366])
def test_axe_finds_nothing(
    open_page: Open, england_and_wales: str, state: Callable[[Page], None], width: int
) -> None:
    page = open_page(england_and_wales, width=width)
    expect(page.locator(AREAS)).to_have_count(43)

    state(page)

    assert violations(page) == []


@pytest.mark.browser
@every_state
def test_nothing_is_lost_320_pixels_wide(
    open_page: Open, england_and_wales: str, state: Callable[[Page], None]
) -> None:
    # 1280 pixels at 400 %: what WCAG 2.2 calls reflow.
    page = open_page(england_and_wales, width=320, height=256)
    expect(page.locator(AREAS)).to_have_count(43)

    state(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/?layer=coastguard", "/nonsense", "/places?q=SE1"])
def test_axe_finds_nothing_on_a_page_that_says_what_is_wrong(
    chromium: Browser, england_and_wales: str, address: str
) -> None:
    # Not watched: Chromium itself logs every answer that is an error.
    page = chromium.new_page()
    page.goto(england_and_wales + address)

    found = violations(page)
    page.close()

    assert found == []


@pytest.mark.browser
def test_what_is_open_on_a_small_screen_lies_inside_it(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales, width=320, height=640)

    for name in ("Download", "Share"):
        page.get_by_text(name, exact=True).click()
        box = page.locator("details[open] .app-tool__inside").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.get_by_text(name, exact=True).click()


@pytest.mark.browser
def test_forced_colours_keep_the_map_and_its_controls(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales)
    page.emulate_media(forced_colors="active")

    expect(page.locator(AREAS)).to_have_count(43)
    fills = page.locator(AREAS).evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert any("fill-" in fill for fill in fills)
    assert violations(page) == []


@pytest.mark.browser
def test_who_wants_less_motion_sees_none(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator(AREAS)).to_have_count(43)

    page.evaluate("document.body.setAttribute('aria-busy', 'true')")
    page.get_by_role("button", name="Zoom in").click()

    running = page.evaluate(
        "document.getAnimations().filter(a => a.playState === 'running').length"
    )
    assert running == 0


@pytest.mark.browser
def test_the_focus_can_be_seen_wherever_tab_leads(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?markers=none")
    expect(page.locator(AREAS)).to_have_count(43)

    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(SEEN)
        if not seen:
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))

    assert unseen == []
