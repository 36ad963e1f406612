"""Which scripts turn text into markup: Trusted Types, reported and not yet enforced, find them all.

The map has nowhere to report to, so it is reported to this test: a script of ours that begins to
write what somebody typed as markup is found here.
"""

import re

import pytest
from playwright.sync_api import Browser, Page, Route

REPORTED = {"content-security-policy-report-only": "require-trusted-types-for 'script'"}
NOTED = """
    window.written = [];
    document.addEventListener("securitypolicyviolation", ({ sample, sourceFile }) =>
        written.push(`${sourceFile.split("/").pop()} ${sample}`));
"""
KNOWN = {
    "fixed text of Leaflet's": r"map\.js Element innerHTML\|"
    r"(<svg/>|<span aria-hidden=\"true\">(\+|&#x2212;|&#215;)</span>|[0-9.,]+ (k?m|mi|ft))",
    "pages and cards, parsed and not run": r"app\.js DOMParser parseFromString\|<.*",
    "a library of the publication's": r"app\.js HTMLScriptElement src\|/published/.*",
    "data of a page, whose type is never run": r"app\.js HTMLScriptElement text\|\{.*",
    "suggestions, whose text was escaped as text of a node": r"accessible-autocomplete\.min\.js "
    r"Element innerHTML\|(<span class=\"app-search-box__text\">.*)?",
}


@pytest.mark.browser
def test_only_fixed_text_and_our_own_pages_become_markup(chromium: Browser, hostile: str) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.add_init_script(NOTED)
    context.route("**/*", reported)
    page = context.new_page()

    page.goto(hostile)
    used(page)
    written = set(page.evaluate("written"))
    context.close()

    fits = {each: what_fits(each) for each in written}
    assert [each for each, known in fits.items() if not known] == []
    assert set().union(*fits.values()) == KNOWN.keys()


def what_fits(written: str) -> set[str]:
    return {name for name, known in KNOWN.items() if re.fullmatch(known, written, re.DOTALL)}


def reported(route: Route) -> None:
    """Ask for an answer, and add the policy to a page."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    route.fulfill(response=answer, headers=answer.headers | REPORTED)


def used(page: Page) -> None:
    """Do what brings markup to a map: filter, open a popup, look closely, search."""
    page.locator(".app-marker, .app-cluster").first.wait_for()
    page.locator("#filters input[type=checkbox]").first.check()
    page.wait_for_url("**/?*")
    page.locator(".app-marker").first.press("Enter")
    page.locator(".leaflet-popup h2, .leaflet-popup h3, .leaflet-popup a").first.wait_for()
    page.locator("#find").press_sequentially("toy")
    page.locator(".autocomplete__option").first.wait_for()
