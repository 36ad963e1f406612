"""A folder of files answers, too: on a plain file host under a path, and opened as files."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.axe import violations
from browser.hostile import MARK, write_hostile_register
from browser.pair import compare
from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.static_site.work import write_site

Open = Callable[..., Page]
Visit = Callable[[str], Page]

READABLE = [
    "index.html",
    "index.html?theme=estates&at=-0.335,53.745",
    "index.html?theme=control-rooms&status=completed",
    "projects.html",
    "areas.html",
    "gaps.html",
    "boundaries.html",
    "places.html?q=hull",
    "national.html",
    "data.html",
    "about.html",
    "accessibility.html",
    "embed.html",
]

AREAS = ".leaflet-areas-pane path"
SAID = ".app-map-page__said"


@pytest.fixture(scope="module")
def hosted(shipped_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on Python's own file server, under a path."""
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some" / "where").symlink_to(shipped_site)
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    server = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert server.stdout
    try:
        port = re.search(r"port (\d+)", server.stdout.readline())
        assert port
        yield f"http://127.0.0.1:{port[1]}/some/where"
    finally:
        server.terminate()
        server.wait(timeout=10)
        server.stdout.close()


@pytest.fixture(params=["http", "file"])
def visit(
    request: pytest.FixtureRequest, open_page: Open, hosted: str, shipped_site: Path
) -> Visit:
    """Open a page of the site, from the host or as a file."""
    base = hosted if request.param == "http" else shipped_site.as_uri()
    return lambda path: open_page(f"{base}/{path}")


@pytest.mark.browser
def test_the_map_is_drawn_as_the_legend_says(visit: Visit) -> None:
    page = visit("index.html")

    expect(page.locator(AREAS)).to_have_count(43)
    pale = page.locator("[data-region=legend] [data-fill=none]").get_attribute("data-areas")
    assert page.locator(f"{AREAS}:not([fill^='url'])").count() == int(pale or 0)


@pytest.mark.browser
@pytest.mark.parametrize("path", READABLE)
def test_a_page_can_be_read_by_everyone(open_page: Open, hosted: str, path: str) -> None:
    page = open_page(f"{hosted}/{path}", width=360)
    page.wait_for_load_state("networkidle")

    assert violations(page) == []


@pytest.mark.browser
def test_a_theme_is_kept_and_the_address_gives_it_again(visit: Visit) -> None:
    page = visit("index.html")

    page.locator("#theme-control-rooms").check()
    expect(page.locator(SAID)).to_have_text("6 projects: theme Joint control rooms")
    expect(page.locator("#results tbody tr")).to_have_count(6)
    page.reload()

    expect(page.locator(SAID)).to_have_text("6 projects: theme Joint control rooms")
    expect(page.locator("#theme-control-rooms")).to_be_checked()
    expect(page.locator(".app-choices__count").first).to_have_text("(16)")


@pytest.mark.browser
def test_the_back_button_goes_back_a_view(visit: Visit) -> None:
    page = visit("index.html")

    page.locator("#theme-control-rooms").check()
    expect(page.locator("#results tbody tr")).to_have_count(6)
    page.go_back()

    expect(page.locator(SAID)).to_have_text("102 projects: all projects")


@pytest.mark.browser
def test_another_layer_and_colour_are_drawn(visit: Visit) -> None:
    page = visit("index.html?layer=fire&colour=gap&theme=control-rooms")

    expect(page.locator(AREAS)).to_have_count(48)
    expect(page.locator(f"{AREAS}[fill^='url(#gap-none-']")).to_have_count(41)


@pytest.mark.browser
def test_a_place_is_selected_and_a_project_of_it_opened(visit: Visit) -> None:
    page = visit("index.html?theme=estates&at=-0.335,53.745")

    expect(page.locator("#place-heading")).to_have_text("1 project at this place")
    services = page.locator(".app-place__services a")
    expect(services).to_have_text(["Humberside Police", "Humberside Fire", "Yorkshire Ambulance"])
    page.locator(".app-place__projects a").first.click()

    expect(page.locator("h1")).to_contain_text("Joint police and fire vehicle workshop")


@pytest.mark.browser
def test_a_click_on_the_map_selects_the_place(visit: Visit) -> None:
    page = visit("index.html")
    expect(page.locator(AREAS)).to_have_count(43)

    page.locator(".leaflet-container").click(position={"x": 30, "y": 300})
    expect(page.locator("#place-heading")).to_have_text("No services at this place")
    nottingham = "Object.values(escwgMap.map.latLngToContainerPoint([52.95, -1.15]))"
    x, y = page.evaluate(nottingham)
    page.locator(".leaflet-container").click(position={"x": x, "y": y})
    services = page.locator(".app-place__services a")
    expect(services.first).to_have_text("Nottinghamshire Police")
    page.locator(".app-place-choice select").select_option(label="Essex Police")
    page.locator(".app-place-choice button").click()

    expect(page.locator("#place-heading")).to_have_text(re.compile(r"\d+ projects at this place"))
    expect(page.locator("#place-heading")).to_be_focused()


@pytest.mark.browser
def test_a_marker_shows_the_card_of_its_project(visit: Visit) -> None:
    page = visit("index.html?q=workshop&markers=spread")

    page.locator(".app-marker").first.click()

    expect(page.locator(".leaflet-popup .app-project-card")).to_contain_text("2016 overview")


@pytest.mark.browser
def test_nothing_found_says_what_to_loosen(visit: Visit) -> None:
    page = visit("index.html?theme=control-rooms&status=completed")

    loosen = page.locator("[data-region=loosen]")
    expect(loosen).to_contain_text("No project in the register is like that. Leave out one filter")
    loosen.get_by_role("link", name="status completed").click()

    expect(page.locator(SAID)).to_have_text("6 projects: theme Joint control rooms")


@pytest.mark.browser
def test_the_table_keeps_the_filters_and_is_sorted(visit: Visit) -> None:
    page = visit("index.html?theme=control-rooms")
    expect(page.locator("#results tbody tr")).to_have_count(6)

    page.get_by_role("link", name="Table", exact=True).click()
    expect(page.locator("#results tbody tr")).to_have_count(6)
    page.locator(".app-table__sort").first.click()

    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Project")
    titles = page.locator("#results tbody th").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)


@pytest.mark.browser
def test_facets_of_the_list_lead_to_a_list_that_filters(visit: Visit) -> None:
    page = visit("projects.html")

    page.locator("#theme-control-rooms").check()
    page.get_by_role("button", name="Apply").click()

    expect(page.locator(SAID)).to_have_text("6 projects: theme Joint control rooms")


@pytest.mark.browser
def test_the_search_suggests_and_leads_to_the_place(visit: Visit) -> None:
    page = visit("index.html")

    box = page.get_by_label("Find a place, service or project")
    box.press_sequentially("kingston upon hull")
    expect(page.locator(".autocomplete__option").first).to_contain_text("Kingston upon Hull")
    box.press("ArrowDown")
    page.keyboard.press("Enter")

    services = page.locator(".app-place__services a")
    expect(services).to_have_text(["Humberside Police", "Humberside Fire", "Yorkshire Ambulance"])


@pytest.mark.browser
def test_the_page_of_the_search_finds_names_and_coordinates(visit: Visit) -> None:
    page = visit("places.html?q=merthyr")
    expect(page.locator(".app-finding").first).to_contain_text("Merthyr Tydfil")

    page.get_by_label("Name or coordinates").fill("53.745, -0.335")
    page.get_by_role("button", name="Find").click()

    expect(page.locator(".app-place__services a").first).to_have_text("Humberside Police")


@pytest.mark.browser
def test_two_services_are_compared(visit: Visit) -> None:
    page = visit("boundaries.html")

    compare(page, "Humberside Police", "East Midlands Ambulance Service NHS Trust")

    expect(page.locator(AREAS)).to_have_count(3)
    expect(page.locator(".app-pair-key__both")).to_contain_text("30% of Humberside Police")


@pytest.mark.browser
def test_two_services_that_share_no_ground_are_said_to(visit: Visit) -> None:
    page = visit("boundaries.html")

    compare(page, "Humberside Police", "London Ambulance Service NHS Trust")

    expect(page.locator(".app-pair-form [role=status]")).to_contain_text("share no ground")


@pytest.mark.browser
def test_the_embedded_map_has_the_view_that_was_shared(visit: Visit) -> None:
    page = visit("embed.html?theme=control-rooms&at=-0.335,53.745")

    expect(page.locator(SAID)).to_have_text("6 projects: theme Joint control rooms")
    expect(page.locator("#place-heading")).to_contain_text("Humberside Fire")


@pytest.mark.browser
def test_what_cannot_be_understood_is_said(visit: Visit) -> None:
    page = visit("index.html?theme=none-such")

    expect(page.locator(SAID)).to_contain_text("“none-such” will not do for “theme”")


@pytest.fixture(scope="module")
def hostile_site(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site whose register holds markup and code in every text column."""
    data, folder = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("site") / "hostile"
    write_hostile_register(toyshire / "data", data)
    kept = tmp_path_factory.mktemp("published")
    settings = Settings(data=data, boundaries=toyshire / "boundaries", published=kept)
    write_site(published(settings), folder)
    return folder.as_uri()


@pytest.mark.browser
@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "index.html?layer=fire&at=-1.85,52.7",
        "index.html?theme=estates&markers=spread",
        f"index.html?q=%3Cimg%20src=x%20onerror=window.{MARK}=1%3E",
        "embed.html?at=-1.85,52.7",
        "cards.html?sort=title",
        "places.html?q=toytown",
        f"places.html?q=%3Cimg%20src=x%20onerror=window.{MARK}=1%3E",
        "projects/forced-entry-westoy.html",
    ],
)
def test_nothing_that_the_register_holds_is_run(
    open_page: Open, hostile_site: str, address: str
) -> None:
    page = open_page(f"{hostile_site}/{address}")

    page.wait_for_load_state("networkidle")

    assert MARK in page.locator("body").inner_text()
    assert not page.evaluate(f"'{MARK}' in window")


@pytest.mark.browser
def test_files_are_taken_away(open_page: Open, hosted: str) -> None:
    page = open_page(f"{hosted}/data.html")

    with page.expect_download() as taken:
        page.get_by_role("link", name="register.zip").first.click()

    assert taken.value.suggested_filename == "register.zip"


@pytest.mark.browser
def test_without_script_the_page_has_picture_and_table_and_says_what_it_lacks(
    open_page: Open, hosted: str
) -> None:
    page = open_page(f"{hosted}/index.html", script=False)

    picture = page.locator("img.app-map__picture")
    expect(picture).to_be_visible()
    expect(page.locator("svg.app-map__picture")).to_be_hidden()
    assert picture.evaluate("image => [image.currentSrc.split('/').pop(), image.naturalWidth]") == [
        "map.svg",
        640,
    ]
    expect(page.locator("#results tbody tr")).to_have_count(102)
    note = page.locator("#filters noscript .app-note")
    expect(note).to_contain_text("Filters need JavaScript on this copy of the map")
