"""The search box and the reader's own location, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

Open = Callable[..., Page]

HULL = {"longitude": -0.335, "latitude": 53.745}
OPTIONS = ".autocomplete__option"


def typed(page: Page, text: str) -> Page:
    """Type into the search box as a reader does, a key after the other."""
    page.get_by_label("Name, coordinates or grid reference").press_sequentially(text)
    return page


@pytest.mark.browser
def test_a_suggestion_is_chosen_by_keyboard(open_page: Open, england_and_wales: str) -> None:
    page = typed(open_page(f"{england_and_wales}/places"), "Essx")
    expect(page.locator(OPTIONS).first).to_contain_text("Essex County Fire and Rescue Service")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/areas/fire/E31000015")
    expect(page.locator("h1")).to_have_text("Essex County Fire and Rescue Service")


@pytest.mark.browser
def test_a_suggestion_is_chosen_by_pointer(open_page: Open, england_and_wales: str) -> None:
    page = typed(open_page(f"{england_and_wales}/places"), "HFRS")

    page.locator(OPTIONS, has_text="Humberside").click()

    expect(page.locator("h1")).to_have_text("Humberside Fire and Rescue Service")


@pytest.mark.browser
def test_enter_without_a_choice_searches_for_what_was_typed(
    open_page: Open, england_and_wales: str
) -> None:
    page = typed(open_page(f"{england_and_wales}/places"), "HFRS")
    expect(page.locator(OPTIONS)).to_have_count(2)

    page.keyboard.press("Enter")

    expect(page.locator("#results")).to_have_text("2 results for “HFRS”")


@pytest.mark.browser
def test_escape_closes_the_suggestions(open_page: Open, england_and_wales: str) -> None:
    page = typed(open_page(f"{england_and_wales}/places"), "essex")
    expect(page.locator(OPTIONS).first).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(OPTIONS).first).to_be_hidden()


@pytest.mark.browser
def test_the_number_of_suggestions_is_announced(open_page: Open, england_and_wales: str) -> None:
    page = typed(open_page(f"{england_and_wales}/places"), "HFRS")

    statuses = page.locator(".app-search-box [role=status]")
    expect(statuses.filter(has_text="2 results are available")).to_have_count(1)


@pytest.mark.browser
def test_the_library_is_fetched_only_when_the_box_is_used(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/places")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("typeof accessibleAutocomplete") == "undefined"

    with page.expect_response("**/accessible-autocomplete.min.js") as answer:
        page.locator("#find").focus()

    assert answer.value.ok


@pytest.mark.browser
def test_the_box_keeps_its_text_and_the_focus_when_the_library_arrives(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/places?q=essex")

    page.locator("#find").focus()

    box = page.locator("input.autocomplete__input")
    expect(box).to_be_focused()
    expect(box).to_have_value("essex")


@pytest.mark.browser
def test_what_is_typed_while_the_library_comes_is_kept(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/places")
    held: list[Route] = []
    page.route("**/accessible-autocomplete.min.js", lambda route: held.append(route))  # noqa: PLW0108
    typed(page, "Ess")

    held[0].continue_()
    expect(page.locator("input.autocomplete__input")).to_be_focused()
    page.keyboard.type("ex")

    expect(page.locator("#find")).to_have_value("Essex")
    expect(page.locator(OPTIONS).first).to_contain_text("Essex")


@pytest.mark.browser
def test_the_form_works_when_suggestions_do_not_arrive(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/places")
    page.route("**/places/suggestions*", lambda route: route.fulfill(status=200, body="not JSON"))

    typed(page, "HFRS").keyboard.press("Enter")

    expect(page.locator("#results")).to_have_text("2 results for “HFRS”")


@pytest.mark.browser
def test_without_script_the_form_still_finds(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/places", script=False)

    typed(page, "Northumbia").get_by_role("button", name="Find").click()

    expect(page.locator(".app-finding__name").first).to_have_text("Northumbria Police")
    expect(page.get_by_role("button", name="Use my location")).to_be_hidden()


@pytest.mark.browser
def test_a_location_that_is_shared_shows_what_there_is(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/places")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HULL)  # type: ignore[arg-type]

    page.get_by_role("button", name="Use my location").click()

    page.wait_for_url("**/places?at=-0.335,53.745")
    expect(page.locator(".app-place__services a").first).to_have_text("Humberside Police")


@pytest.mark.browser
def test_on_the_map_a_location_keeps_the_filters(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/?theme=estates")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HULL)  # type: ignore[arg-type]

    page.get_by_role("button", name="Use my location").click()

    expect(page.locator("#place-heading")).to_be_focused()
    assert page.url == f"{england_and_wales}/?theme=estates&at=-0.335,53.745"


@pytest.mark.browser
def test_a_location_that_is_refused_is_said_in_plain_words(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/places")
    page.context.clear_permissions()

    page.get_by_role("button", name="Use my location").click()

    expect(page.get_by_role("status")).to_contain_text("Your location was not shared")


@pytest.mark.browser
def test_suggestions_stay_inside_a_phone(open_page: Open, england_and_wales: str) -> None:
    page = typed(open_page(f"{england_and_wales}/places", width=360, height=740), "fire")
    expect(page.locator(OPTIONS)).to_have_count(10)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
