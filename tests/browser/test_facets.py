"""The filters as people use them: counts that follow, and choices folded away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


@pytest.mark.browser
def test_on_the_map_the_counts_follow_what_is_ticked(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales)
    page.wait_for_load_state("networkidle")
    expect(page.locator("label[for=status-live]")).to_contain_text("(73)")

    page.locator("#theme-control-rooms").check()

    expect(page.locator("label[for=status-live]")).to_contain_text("(4)")
    expect(page.locator("label[for=theme-estates]")).to_contain_text("(27)")


@pytest.mark.browser
def test_without_script_several_schemes_can_be_asked_for(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/projects", script=False)

    page.get_by_text("Schemes", exact=True).click()
    page.locator("#scheme-shared-hq").check()
    page.locator("#scheme-housing").check()
    page.get_by_role("button", name="Apply").click()

    expect(page.locator("#results caption")).to_contain_text("as recorded in the 2016 overview")
    expect(page.locator("#scheme-housing")).to_be_visible()
    assert "scheme=housing" in page.url
    assert "scheme=shared-hq" in page.url


@pytest.mark.browser
def test_a_letter_leads_to_the_areas_that_begin_with_it(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/areas", height=500)

    page.get_by_role("link", name="areas with W").click()

    expect(page.get_by_role("link", name="Warwickshire Police")).to_be_in_viewport()
