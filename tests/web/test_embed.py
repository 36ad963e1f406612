"""The map alone, for a frame in somebody's page."""

from web.fetched import Visitor, text_of


def test_shows_the_same_selection_as_the_page(visitor: Visitor) -> None:
    page = visitor.page("/embed?theme=first-response")

    assert text_of(page, "[data-region=said]").startswith("2 projects: theme First response")


def test_has_the_map_its_legend_and_its_attribution(visitor: Visitor) -> None:
    page = visitor.page("/embed")

    assert page.select_one("[data-module=map-view]")
    assert page.select_one(".app-legend")
    assert "Crown copyright" in text_of(page, ".app-map-page__credit")


def test_has_no_header_and_no_filters(visitor: Visitor) -> None:
    page = visitor.page("/embed")

    assert not page.select("header, footer, form")


def test_leads_to_the_whole_map_of_the_same_view(visitor: Visitor) -> None:
    page = visitor.page("/embed?layer=fire")

    assert page.select_one("a[href='/?layer=fire'][target=_blank]")
