"""A register that attacks is shown as text, everywhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.hostile import MARK
from reliability.catalogue import row
from reliability.payloads import PAYLOADS

Open = Callable[..., Page]

PAGES = [
    "/",
    "/?at=-1.85,52.7",
    "/?layer=ambulance&q=%3Cimg%20src=x%20onerror=window." + MARK + "=1%3E",
    "/projects",
    "/projects?view=cards",
    "/data",
    "/projects/forced-entry-westoy",
    "/areas",
    "/areas/police/E23000902",
    "/gaps",
    "/national",
    "/places",
    "/places?q=toytown",
    "/places?q=%22%3E%3Cimg%20src=x%20onerror=window." + MARK + "=1%3E",
    "/boundaries",
    "/boundaries/E23000902/E31000901",
    "/ogc/collections/projects/items?f=html",
    "/ogc/collections/projects/items/forced-entry-westoy?f=html",
]


BOTH = pytest.mark.parametrize(
    "without_policy", [False, True], ids=["with our policy", "without it"]
)


def was_hacked(page: Page) -> bool:
    return bool(page.evaluate(f"'{MARK}' in window"))


@row(
    "O2",
    fault="the register, a search or an address holds markup or code",
    seen="text, on every page, in popups and tooltips; nothing runs, without our policy too",
    elsewhere="texts of a folium map ran code (python-visualization/folium#1640)",
)
@pytest.mark.browser
@BOTH
@pytest.mark.parametrize("address", PAGES)
def test_o2_no_page_runs_what_the_register_holds(
    open_page: Open, hostile: str, address: str, *, without_policy: bool
) -> None:
    page = open_page(hostile + address, without_policy=without_policy)

    page.wait_for_load_state("networkidle")

    assert MARK in page.locator("body").inner_text()
    assert not was_hacked(page)


@pytest.mark.browser
@BOTH
def test_o2_popups_and_tooltips_show_markup_as_text(
    open_page: Open, hostile: str, *, without_policy: bool
) -> None:
    page = open_page(hostile + "/?theme=estates", without_policy=without_policy)

    marker = page.locator(".app-marker").first
    marker.hover()
    expect(page.locator(".leaflet-tooltip").first).to_contain_text(MARK)
    marker.click()

    expect(page.locator(".leaflet-popup .app-project-card")).to_contain_text(MARK)
    assert not was_hacked(page)


@pytest.mark.browser
@BOTH
def test_o2_suggestions_show_markup_as_text(
    open_page: Open, hostile: str, *, without_policy: bool
) -> None:
    page = open_page(hostile + "/places", without_policy=without_policy)

    page.locator("#find").press_sequentially("toy")

    expect(page.locator(".autocomplete__option").first).to_contain_text(MARK)
    assert not was_hacked(page)


@pytest.mark.browser
def test_o2_an_export_opened_as_a_page_runs_nothing(open_page: Open, hostile: str) -> None:
    page = open_page(hostile + "/gaps")

    text = page.evaluate("fetch('/export/projects.geojson').then(answer => answer.text())")
    page.goto(hostile + "/gaps")

    assert MARK in text
    assert not was_hacked(page)


@row(
    "O3",
    fault="a text holds backticks or ${…}, which run inside a script that is allowed",
    seen="backticks and braces, as text; no script is written from texts of the register",
    elsewhere="a policy does not help: folium writes texts into its own script (measured)",
)
@pytest.mark.browser
@pytest.mark.parametrize("address", ["/", "/?at=-1.85,52.7", "/projects", "/embed", "/gaps"])
def test_o3_backticks_and_braces_are_text(open_page: Open, hostile: str, address: str) -> None:
    page = open_page(hostile + address, without_policy=True)

    page.wait_for_load_state("networkidle")

    scripts = page.locator("script:not([src])").evaluate_all(
        "all => all.filter(one => !one.type.includes('json')).map(one => one.text)"
    )
    assert [script for script in scripts if MARK in script] == []
    assert "`${window." in page.content()
    assert not was_hacked(page)


@pytest.mark.browser
@pytest.mark.parametrize(
    "careless",
    ["<p>{}</p>".format, "<script>const text = `{}`</script>".format],
    ids=["between tags", "in a template of a script"],
)
def test_o2_a_careless_page_would_be_found_out(
    chromium: Browser, careless: Callable[[str], str]
) -> None:
    ran = []
    for payload in PAYLOADS:
        page = chromium.new_page()
        page.set_content(careless(payload))
        ran.append(was_hacked(page))
        page.close()

    assert any(ran)
