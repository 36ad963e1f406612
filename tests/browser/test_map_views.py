"""The views of the map page: what a link brings back, and what happens when one does not arrive."""

from collections.abc import Callable
from math import hypot

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

AREAS = ".leaflet-areas-pane path"
SAID = "[data-region=said]"
LISTED = ".app-marker-list a"

_CHANGED = """() => {
    const element = document.getElementById("map-state");
    const state = JSON.parse(element.textContent);
    for (const marker of state.markers) %s;
    element.textContent = JSON.stringify(state);
    document.dispatchEvent(new CustomEvent("escwg:shown"));
    %s;
}"""
"""What brings a view of the server's making into another state."""

CLOSEST = "escwgMap.map.setView([52.95, -1.15], escwgMap.map.getMaxZoom(), { animate: false })"
ON_ONE_POINT = _CHANGED % ("marker.at = [-1.15, 52.95]", CLOSEST)
WITHOUT_TITLES = _CHANGED % ("delete marker.title", "")


@pytest.mark.browser
def test_on_a_desk_the_filters_stand_below_the_heading_and_beside_the_map(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales)
    page.set_viewport_size({"width": 1366, "height": 768})
    parts = (".app-map-page__intro", ".app-map-page__filters", ".app-map-page__map")

    intro, filters, shown = (page.locator(part).bounding_box() for part in parts)

    assert intro
    assert filters
    assert shown
    assert filters["y"] == pytest.approx(intro["y"] + intro["height"], abs=1)
    assert filters["x"] + filters["width"] == pytest.approx(shown["x"], abs=1)


@pytest.mark.browser
def test_the_form_follows_a_click_on_the_legend(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)

    page.locator(".app-legend").get_by_role("link", name="Joint control rooms").click()

    expect(page.locator("#theme-control-rooms")).to_be_checked()


@pytest.mark.browser
def test_the_form_follows_the_back_button(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)
    page.locator("#theme-control-rooms").check()
    expect(page.locator(SAID)).to_contain_text("theme Joint control rooms")

    page.go_back()

    expect(page.locator("#theme-control-rooms")).not_to_be_checked()


@pytest.mark.browser
def test_the_count_is_said_by_the_same_live_region(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)
    region = page.locator(SAID).element_handle()

    page.locator("#theme-control-rooms").check()
    expect(page.locator(SAID)).to_contain_text("6 projects")

    assert (
        region.evaluate("region => region.isConnected && region.getAttribute('role')") == "status"
    )


@pytest.mark.browser
def test_the_focus_stays_on_the_box_that_was_ticked(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales)

    page.locator("#theme-control-rooms").check()
    expect(page.locator(SAID)).to_contain_text("theme Joint control rooms")

    expect(page.locator("#theme-control-rooms")).to_be_focused()


@pytest.mark.browser
def test_of_two_filters_in_a_hurry_both_count(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)

    page.locator("#theme-control-rooms").check()
    page.locator("#status-live").check()

    expect(page.locator(SAID)).to_contain_text("theme Joint control rooms; status live")


@pytest.mark.browser
def test_a_view_that_does_not_arrive_says_so_and_the_next_one_does(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/gaps")
    page.goto(england_and_wales)
    expect(page.locator(AREAS)).to_have_count(43)
    # A real refusal would be logged by the browser, which the watch over the page forbids.
    page.evaluate(
        """() => {
            window.realFetch = window.fetch;
            window.fetch = () => Promise.reject(new TypeError("offline"));
        }"""
    )

    page.locator("#theme-control-rooms").check()
    expect(page.locator("[data-map-message]")).to_contain_text("That view did not arrive")
    page.evaluate("() => { window.fetch = window.realFetch; }")
    page.locator("#status-live").check()

    expect(page.locator(SAID)).to_contain_text("status live")
    expect(page.locator("[data-map-message]")).to_be_hidden()


@pytest.mark.browser
def test_the_table_view_has_no_map_and_leads_back_to_it(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/?layer=fire")

    page.get_by_role("navigation", name="View").get_by_role("link", name="Table").click()
    expect(page.locator(".app-map")).to_have_count(0)
    page.get_by_role("navigation", name="View").get_by_role("link", name="Map").click()

    expect(page.locator(AREAS)).to_have_count(48)


@pytest.mark.browser
def test_spread_markers_do_not_cover_each_other(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?markers=spread", width=360, height=740)
    expect(page.locator(".app-marker")).to_have_count(102)

    corners = page.locator(".app-marker").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({ x, y }) => [x, y])"
    )

    near = [
        (one, other)
        for i, one in enumerate(corners)
        for other in corners[i + 1 :]
        if max(abs(one[0] - other[0]), abs(one[1] - other[1])) < 23
    ]
    assert near == []


@pytest.mark.browser
def test_names_of_areas_show_when_there_is_room(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?markers=none")
    expect(page.locator(AREAS)).to_have_count(43)
    expect(page.locator(".app-label")).to_have_count(0)

    page.evaluate("() => void escwgMap.map.setView([53.2, -0.5], 9, { animate: false })")

    expect(page.locator(".app-label", has_text="Lincolnshire Police")).to_be_visible()


@pytest.mark.browser
def test_full_screen_keeps_what_is_selected_in_view(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/?at=-0.335,53.745")

    page.get_by_role("button", name="Full screen").click()

    page.wait_for_function("() => document.fullscreenElement?.id === 'main'")
    expect(page.locator("#place-heading")).to_be_in_viewport()


@pytest.mark.browser
def test_zooming_to_the_selection_brings_its_ground_close(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/?at=-0.335,53.745")
    expect(page.locator(".leaflet-selected-pane path")).to_have_count(4)
    before = page.evaluate("escwgMap.map.getZoom()")

    page.get_by_role("button", name="Zoom to what is shown").click()

    page.wait_for_function("zoom => escwgMap.map.getZoom() > zoom", arg=before)


@pytest.mark.browser
def test_the_link_of_a_view_is_copied_whole(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?layer=fire")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_text("Share", exact=True).click()
    page.get_by_role("button", name="Copy link to this view").click()

    expect(page.locator(".app-copy-text__said").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{england_and_wales}/?layer=fire"


@pytest.mark.browser
def test_the_embed_code_shows_the_same_view_in_a_frame(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/?layer=ambulance")
    page.get_by_text("Share", exact=True).click()
    code = page.get_by_label("Code to embed this map").input_value()

    page.route("**/somebody", lambda route: route.fulfill(body=code, content_type="text/html"))
    page.goto(f"{england_and_wales}/somebody")

    framed = page.frame_locator("iframe")
    expect(framed.locator("[data-region=said]")).to_contain_text("102 projects")


@pytest.mark.browser
def test_the_menu_of_a_phone_opens_and_closes(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales, width=360, height=740)
    gaps = page.get_by_role("navigation", name="Main").get_by_role("link", name="Gaps")
    expect(gaps).to_be_hidden()

    page.get_by_role("button", name="Menu").click()
    expect(gaps).to_be_visible()
    gaps.press("Escape")

    expect(gaps).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()


@pytest.mark.browser
def test_without_script_the_menu_of_a_phone_is_open(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales, width=360, height=740, script=False)

    gaps = page.get_by_role("navigation", name="Main").get_by_role("link", name="Gaps")
    expect(gaps).to_be_visible()


@pytest.mark.browser
def test_markers_and_groups_never_cover_each_other(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales, width=360, height=740)
    expect(page.locator(AREAS)).to_have_count(43)

    middles = page.locator(".app-marker, .app-cluster").evaluate_all(
        """all => all.map(one => one.getBoundingClientRect())
            .map(({ x, y, width, height }) => [x + width / 2, y + height / 2])"""
    )

    assert len(middles) > 10
    assert closest(middles) >= 38


@pytest.mark.browser
def test_a_group_opened_by_key_comes_apart(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales)
    expect(page.locator(AREAS)).to_have_count(43)
    zoom = page.evaluate("escwgMap.map.getZoom()")

    page.locator(".app-cluster").first.focus()
    page.keyboard.press("Enter")

    page.wait_for_function("zoom => escwgMap.map.getZoom() > zoom", arg=zoom)
    expect(page.locator("[role=application]")).to_be_focused()


@pytest.mark.browser
def test_a_group_that_no_zoom_parts_lists_its_projects(
    open_page: Open, england_and_wales: str
) -> None:
    page = on_one_point(open_page(f"{england_and_wales}/?theme=control-rooms"))

    page.locator(".app-cluster").click()

    expect(page.locator(LISTED)).to_have_count(6)


@pytest.mark.browser
def test_markers_that_come_without_titles_get_them_when_they_stand_alone(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales)
    expect(page.locator(AREAS)).to_have_count(43)
    names = names_of_markers(page)

    with page.expect_response(lambda answer: "/titles?id=" in answer.url):
        page.evaluate(WITHOUT_TITLES)

    expect(page.locator(".app-marker[aria-label='A project']")).to_have_count(0)
    assert names_of_markers(page) == names


@pytest.mark.browser
def test_a_group_that_came_without_titles_lists_them(
    open_page: Open, england_and_wales: str
) -> None:
    page = on_one_point(open_page(f"{england_and_wales}/?theme=control-rooms"))
    page.locator(".app-cluster").click()
    titles = page.locator(LISTED).all_text_contents()
    assert len(titles) == 6

    page.evaluate(WITHOUT_TITLES)
    page.locator(".app-cluster").click()

    expect(page.locator(LISTED)).to_have_text(titles)


@pytest.mark.browser
def test_a_popup_on_a_phone_is_all_in_sight(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales, width=360, height=740)

    page.locator(".app-marker").first.press("Enter")

    expect(page.locator(".leaflet-popup a").first).to_be_visible()
    page.wait_for_function(
        """() => {
            const popup = document.querySelector(".leaflet-popup");
            const { left, right } = popup.getBoundingClientRect();
            return left >= 44 && right <= 360;
        }"""
    )


def on_one_point(page: Page) -> Page:
    expect(page.locator(".app-marker")).not_to_have_count(0)
    page.evaluate(ON_ONE_POINT)
    return page


def names_of_markers(page: Page) -> list[str]:
    names = page.locator(".app-marker").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert names
    return sorted(names)


def closest(places: list[list[float]]) -> float:
    return min(hypot(x - a, y - b) for i, (x, y) in enumerate(places) for a, b in places[i + 1 :])
