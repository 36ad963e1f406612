"""Charts and sortable tables, as people see and use them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

CHARTS = ["/gaps", "/projects"]


@pytest.mark.browser
@pytest.mark.parametrize("address", CHARTS)
def test_no_word_of_a_chart_is_smaller_than_12_pixels_on_a_phone(
    open_page: Open, england_and_wales: str, address: str
) -> None:
    page = open_page(england_and_wales + address, width=360)

    sizes: list[float] = page.locator(".app-chart text").evaluate_all(
        "words => words.map(w => parseFloat(w.getAttribute('font-size')) * w.getScreenCTM().a"
        " || parseFloat(w.getAttribute('font-size')) * Math.abs(w.getScreenCTM().b))"
    )

    assert sizes
    assert min(sizes) >= 12


@pytest.mark.browser
@pytest.mark.parametrize("address", CHARTS)
def test_no_word_of_a_chart_is_cut_off(
    open_page: Open, england_and_wales: str, address: str
) -> None:
    page = open_page(england_and_wales + address, width=360)

    outside = page.locator(".app-chart text").evaluate_all(
        """words => words.filter(word => {
            const [inner, outer] = [word, word.ownerSVGElement].map(e => e.getBoundingClientRect());
            return inner.left < outer.left - 1 || inner.right > outer.right + 1
                || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
        }).map(word => word.textContent)"""
    )

    assert outside == []


@pytest.mark.browser
@pytest.mark.parametrize("address", CHARTS)
def test_the_words_of_charts_take_the_readers_colours(
    open_page: Open, england_and_wales: str, address: str
) -> None:
    page = open_page(england_and_wales + address)
    page.emulate_media(forced_colors="active", color_scheme="dark")

    colours = page.evaluate(
        "['.app-chart text', 'h1'].map(e => getComputedStyle(document.querySelector(e)))"
        ".map(style => [style.fill, style.color])"
    )

    assert colours[0][0] == colours[1][1] == "rgb(255, 255, 255)"


@pytest.mark.browser
def test_a_table_is_sorted_with_the_keyboard_alone(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/areas?layer=ambulance")

    page.get_by_role("link", name="People (2011)").focus()
    page.keyboard.press("Enter")

    expect(page.locator("th[aria-sort=descending]")).to_contain_text("People")
    expect(page.locator("tbody th").first).to_have_text("London Ambulance Service NHS Trust")
