"""The lists of projects and areas: facets, order, pages, cards, and what to loosen."""

import pytest
from bs4 import BeautifulSoup

from web.fetched import Visitor, text_of

ROWS = "#results tbody tr"


def label_of(page: BeautifulSoup, field: str) -> str:
    return text_of(page, f"label[for='{field}']")


def titles(page: BeautifulSoup) -> list[str]:
    return [str(row.select_one("th").get_text()) for row in page.select(ROWS)]  # type: ignore[union-attr]


def test_a_choice_says_what_ticking_it_would_leave(visitor: Visitor) -> None:
    page = visitor.page("/projects?theme=first-response&status=live")

    assert label_of(page, "theme-demand") == "Demand management and rationalisation (0)"
    assert label_of(page, "status-live") == "Live (2)"


@pytest.mark.parametrize(
    ("field", "address"),
    [
        ("scheme-forced-entry", "/projects?scheme=forced-entry"),
        ("benefit-savings", "/projects?benefit=savings"),
        ("kind-police", "/projects?kind=police"),
    ],
)
def test_what_is_chosen_is_ticked(visitor: Visitor, field: str, address: str) -> None:
    page = visitor.page(address)

    assert [box["id"] for box in page.select("input[checked]")] == [field]


@pytest.mark.parametrize(
    ("address", "open_"),
    [("/projects", False), ("/projects?scheme=forced-entry", True)],
)
def test_schemes_are_folded_away_unless_one_is_chosen(
    visitor: Visitor, address: str, *, open_: bool
) -> None:
    schemes = visitor.page(address).select_one("details:has(#scheme-forced-entry)")

    assert schemes is not None
    assert ("open" in schemes.attrs) is open_


def test_a_service_is_chosen_from_a_list_by_kind(visitor: Visitor) -> None:
    page = visitor.page("/projects?service=RZ2")

    assert text_of(page, "#service option[selected]") == "Seaside Ambulance"
    assert [group["label"] for group in page.select("#service optgroup")] == [
        "Police force areas",
        "Fire and rescue authority areas",
        "Ambulance trust areas",
    ]


def test_words_and_years_stand_in_their_fields(visitor: Visitor) -> None:
    page = visitor.page("/projects?q=cardiac&from=2014&to=2016")

    fields = {box["name"]: box["value"] for box in page.select("#q, #from, #to")}
    assert fields == {"q": "cardiac", "from": "2014", "to": "2016"}


def test_words_with_markup_stay_words(visitor: Visitor) -> None:
    page = visitor.page("/projects?q=%22%3E%3Cb%3E")

    assert page.select_one("#q")["value"] == '"><b>'  # type: ignore[index]
    assert not page.select("main b")


def test_the_form_carries_the_layer_but_not_the_page(visitor: Visitor) -> None:
    page = visitor.page("/projects?layer=fire&sort=page&limit=2&offset=2")

    hidden = {field["name"]: field["value"] for field in page.select("input[type=hidden]")}
    assert hidden == {"layer": "fire", "sort": "page", "limit": "2"}


def test_a_heading_sorts_and_says_so(visitor: Visitor) -> None:
    page = visitor.page("/projects?sort=-started")

    heading = page.select_one("th[aria-sort]")
    assert heading is not None
    assert heading["aria-sort"] == "descending"
    assert heading.a is not None
    assert heading.a["href"] == "/projects?sort=started"
    assert titles(page)[0] == "Police officers answer cardiac arrests in Southtoy"


def test_an_order_that_the_list_does_not_have_is_refused(visitor: Visitor) -> None:
    page = visitor.page("/projects?sort=km2", status=400)

    assert "not sorted by 'km2'" in text_of(page, "main")


def test_a_list_with_a_limit_has_pages(visitor: Visitor) -> None:
    page = visitor.page("/projects?limit=3")

    assert len(titles(page)) == 3
    assert "Showing 1 to 3 of 4" in text_of(page, "main")
    assert page.select_one(".govuk-pagination__next a")["href"] == "/projects?limit=3&offset=3"  # type: ignore[index]


def test_the_pages_hold_every_project_once(visitor: Visitor) -> None:
    pages = [visitor.page(f"/projects?limit=3&offset={offset}") for offset in (0, 3)]

    assert sorted(titles(pages[0]) + titles(pages[1])) == sorted(titles(visitor.page("/projects")))


def test_a_list_on_one_page_has_no_pages(visitor: Visitor) -> None:
    assert not visitor.page("/projects").select(".govuk-pagination")


def test_projects_can_be_read_as_cards(visitor: Visitor) -> None:
    page = visitor.page("/projects?view=cards&sort=title")

    cards = [card.get_text() for card in page.select(".app-project-card__title")]
    assert cards[0] == "Fire crews open doors for medical calls in Westoy"
    assert not page.select(ROWS)


def test_nothing_found_says_what_to_loosen(visitor: Visitor) -> None:
    page = visitor.page("/projects?theme=demand&status=live")

    links = {link.get_text(): link["href"] for link in page.select(".app-loosen li a")}
    assert links == {
        "theme Demand management and rationalisation": "/projects?status=live",
        "status live": "/projects?theme=demand",
    }


def test_projects_without_a_start_are_counted_in_words(visitor: Visitor) -> None:
    page = visitor.page("/projects")

    assert "2 projects have no stated start and are in no year." in text_of(page, "#starts")


def test_the_areas_can_be_sorted_with_filters_kept(visitor: Visitor) -> None:
    page = visitor.page("/areas?status=live")

    links = [link["href"] for link in page.select("th a.app-table__sort")]
    assert links[2] == "/areas?status=live&sort=-people"


def test_areas_without_many_letters_have_no_jump_list(visitor: Visitor) -> None:
    assert not visitor.page("/areas").select(".app-jump-list")


def test_coverage_is_counted_in_what_was_asked_for(visitor: Visitor) -> None:
    page = visitor.page("/gaps?weight=km2")

    assert text_of(page, "#coverage-chart-title") == "Ground where a theme has a project"
    assert "600 km², 50%" in text_of(page, "#coverage-chart-says")


def test_the_heat_map_has_a_name_and_a_description(visitor: Visitor) -> None:
    page = visitor.page("/gaps?layer=fire")

    (chart,) = page.select(".app-heat svg[role=img]")
    assert text_of(page, f"#{chart['aria-labelledby']}").startswith("Fire and rescue authority")
    assert "none is recorded" in text_of(page, f"#{chart['aria-describedby']}")
