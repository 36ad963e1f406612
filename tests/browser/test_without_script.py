"""Every question can be answered with JavaScript switched off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


@pytest.fixture(params=[(360, 740), (1366, 768)], ids=["phone", "desk"])
def visit(
    request: pytest.FixtureRequest, open_page: Open, england_and_wales: str
) -> Callable[[str], Page]:
    """Open a page of the map without script."""
    width, height = request.param

    def visit_(path: str) -> Page:
        return open_page(england_and_wales + path, width=width, height=height, script=False)

    return visit_


Visit = Callable[[str], Page]


@pytest.mark.browser
def test_the_map_is_a_picture_of_the_same_view(visit: Visit) -> None:
    page = visit("/?layer=fire&theme=estates")

    picture = page.locator("img.app-map__picture")
    expect(picture).to_be_visible()
    shown: str = picture.evaluate("image => image.currentSrc")
    assert shown.endswith("/pictures/map.svg?layer=fire&theme=estates")
    expect(page.locator("[data-map-message]")).to_be_in_viewport()


@pytest.mark.browser
def test_what_happens_here(visit: Visit) -> None:
    page = visit("/")

    page.get_by_label("Find a place, service or project").fill("hull")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Show on the map").first.click()

    expect(page.locator(".app-place__services a").first).to_have_text("Humberside Police")


@pytest.mark.browser
def test_a_place_is_chosen_from_the_list(visit: Visit) -> None:
    page = visit("/?theme=estates")

    page.get_by_label("Choose a place from the list").select_option("Essex Police")
    page.get_by_role("button", name="Show", exact=True).click()

    expect(page.locator("#place-heading")).to_be_visible()
    expect(page.locator(".app-place__services a").first).to_have_text("Essex Police")
    assert "theme=estates" in page.url


@pytest.mark.browser
def test_who_does_this_already_near_me(visit: Visit) -> None:
    page = visit("/areas/police/E23000022")

    expect(page.locator("main")).to_contain_text("shares a border")


@pytest.mark.browser
def test_where_is_nothing_recorded(visit: Visit) -> None:
    page = visit("/")

    page.get_by_label("Gaps of the themes chosen").check()
    page.locator("#theme-control-rooms").check()
    page.get_by_role("button", name="Apply").click()

    expect(page.locator(".app-legend").first).to_contain_text("None recorded: 1")


@pytest.mark.browser
def test_which_services_share_this_ground(visit: Visit) -> None:
    page = visit("/boundaries/E23000012/RX9")

    expect(page.locator("main")).to_contain_text("They share 1,038 km²")


@pytest.mark.browser
def test_filters_apply_with_the_button(visit: Visit) -> None:
    page = visit("/projects")

    page.get_by_label("Information sharing", exact=False).first.check()
    page.get_by_role("button", name="Apply").click()

    expect(page.locator("main")).to_contain_text("6 projects: theme Information sharing")


@pytest.mark.browser
def test_the_menu_of_downloads_opens(visit: Visit) -> None:
    page = visit("/?theme=estates")

    page.get_by_text("Download", exact=True).click()

    expect(page.get_by_role("link", name="GeoPackage of areas")).to_be_visible()


@pytest.mark.browser
def test_nothing_is_offered_that_needs_script(visit: Visit) -> None:
    page = visit("/")

    expect(page.get_by_text("Share", exact=True)).to_be_hidden()
