"""The questions that people come with, each answered on a phone and on a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.pair import compare

Open = Callable[..., Page]

AREAS = ".leaflet-areas-pane path"
SIZES = {"phone": (360, 740), "desk": (1366, 768)}


@pytest.fixture(params=list(SIZES.values()), ids=list(SIZES))
def visit(
    request: pytest.FixtureRequest, open_page: Open, england_and_wales: str
) -> Callable[[str], Page]:
    """Open a page of the map on a phone or on a desk."""
    width, height = request.param

    def visit_(path: str) -> Page:
        return open_page(england_and_wales + path, width=width, height=height)

    return visit_


Visit = Callable[[str], Page]


@pytest.mark.browser
def test_what_happens_here(visit: Visit) -> None:
    page = visit("/?theme=estates")
    expect(page.locator(AREAS)).to_have_count(43)

    box = page.get_by_label("Find a place, service or project")
    box.press_sequentially("kingston upon hull")
    expect(page.locator(".autocomplete__option").first).to_contain_text("Kingston upon Hull")
    box.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("#place-heading")).to_have_text("1 project at this place")
    expect(page.locator("#place-heading")).to_be_focused()
    services = page.locator(".app-place__services a")
    expect(services).to_have_text(["Humberside Police", "Humberside Fire", "Yorkshire Ambulance"])
    page.get_by_role("link", name="Joint police and fire vehicle workshop").first.click()
    expect(page.locator("main")).to_contain_text("pages 24 and 26")


@pytest.mark.browser
def test_who_does_this_already_near_me(visit: Visit) -> None:
    page = visit("/areas")

    page.get_by_role("link", name="Nottinghamshire Police").click()
    expect(page.locator("h1")).to_have_text("Nottinghamshire Police")
    expect(page.locator("main")).to_contain_text("None recorded in the 2016 overview")
    page.get_by_role("link", name="Derbyshire Constabulary").first.click()

    expect(page.locator("h1")).to_have_text("Derbyshire Constabulary")
    expect(page.locator("main")).to_contain_text("Houses in multiple occupation taskforce")


@pytest.mark.browser
def test_where_is_nothing_recorded(visit: Visit) -> None:
    page = visit("/gaps")

    page.get_by_role("navigation", name="Layer").get_by_role("link", name="Fire").click()
    matrix = page.locator(".app-matrix")
    row = matrix.get_by_role("row", name="Suffolk Fire and Rescue Service")
    expect(row).to_contain_text("None recorded")
    page.goto(page.url.replace("/gaps", "/") + "&colour=gap&theme=control-rooms")

    expect(page.locator(AREAS)).to_have_count(48)
    expect(page.locator(".app-legend").first).to_contain_text("None recorded: 1")
    assert page.locator(f"{AREAS}[fill^='url(#gap-none-']").count() == 41


@pytest.mark.browser
def test_which_services_share_this_ground(visit: Visit) -> None:
    page = visit("/boundaries")

    compare(page, "Humberside Police", "East Midlands Ambulance Service NHS Trust")

    expect(page.locator(AREAS)).to_have_count(3)
    expect(page.locator(".app-pair-key__both")).to_contain_text("30% of Humberside Police")


@pytest.mark.browser
def test_what_exists(visit: Visit) -> None:
    page = visit("/projects")

    page.locator("#theme-control-rooms").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("main")).to_contain_text("6 projects: theme Joint control rooms")
    page.get_by_role("link", name="Joint command and control centre in Merseyside").first.click()

    expect(page.locator("main")).to_contain_text("Merseyside Fire and Rescue Service")
    expect(page.locator("main")).to_contain_text("2016 overview")


@pytest.mark.browser
def test_where_am_i(visit: Visit) -> None:
    page = visit("/places")

    page.get_by_label("Name, coordinates or grid reference").fill("TQ 30 80")
    page.get_by_role("button", name="Find").click()

    services = page.locator(".app-place__services a")
    expect(services).to_have_text(
        ["Metropolitan Police", "London Fire Brigade", "London Ambulance"]
    )


@pytest.mark.browser
def test_what_binds_everyone(visit: Visit) -> None:
    page = visit("/national")

    expect(page.get_by_role("heading", level=2)).to_have_count(4)
    expect(page.locator("main")).to_contain_text("What it commits to")


@pytest.mark.browser
def test_can_i_have_it(visit: Visit) -> None:
    page = visit("/data")

    with page.expect_download() as taken:
        page.get_by_role("link", name="projects.csv").first.click()

    assert taken.value.suggested_filename.endswith("projects.csv")
    assert taken.value.path().read_text(encoding="utf-8").count("\n") > 102


@pytest.mark.browser
def test_can_i_have_what_i_see(visit: Visit) -> None:
    page = visit("/?theme=control-rooms")

    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV of projects").click()

    assert taken.value.path().read_text(encoding="utf-8").count("control-rooms,") >= 6


@pytest.mark.browser
def test_can_i_trust_it(visit: Visit) -> None:
    page = visit("/")

    page.get_by_role("contentinfo").get_by_role("link", name="About").click()

    for word in ("coterminous", "Coverage", "Gap", "National Overview"):
        expect(page.locator("main")).to_contain_text(word)


@pytest.mark.browser
def test_the_whole_way_by_keyboard(visit: Visit) -> None:
    page = visit("/")
    expect(page.locator(AREAS)).to_have_count(43)

    page.get_by_label("Find a place, service or project").focus()
    page.keyboard.type("essex police")
    expect(page.locator(".autocomplete__option").first).to_contain_text("Essex Police")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Essex Police")
    _tab_to(page, "First responders at Newport fire station, Essex")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("First responders at Newport fire station, Essex")
    page.go_back()  # the browser's own key for it, which a browser without a window has not
    expect(page.locator("h1")).to_have_text("Essex Police")
    _tab_to(page, "These projects (CSV)")
    with page.expect_download() as taken:
        page.keyboard.press("Enter")

    assert "cardiac-arrest-essex" in taken.value.path().read_text(encoding="utf-8")


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the link of this name has the focus, as many times as there are stops."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(name):
            return
    raise AssertionError(f"no Tab leads to '{name}'")
