"""Sheets to print, as the server writes them."""

import pytest

from web.fetched import Visitor, text_of

BRIEFING = "/areas/police/E23000902/briefing"


def test_a_briefing_says_what_is_recorded_and_who_shares_the_ground(visitor: Visitor) -> None:
    page = visitor.page(BRIEFING)

    said = text_of(page, "main")
    assert "Firefighters answer medical calls in Eastoy" in said
    assert "Seaside Ambulance 25% 25%" in said
    assert "Bob Baker (Ind), page 77" in said


def test_a_briefing_says_what_is_not_recorded_and_who_near_does_it(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000901/briefing")

    gaps = text_of(page, ".app-sheet__gaps")
    assert "Toyshire Ambulance (shares ground with this area)" in gaps
    assert "Wider collaboration None recorded anywhere in the 2016 overview" in gaps


@pytest.mark.parametrize("address", [BRIEFING, "/print"])
def test_a_sheet_names_its_sources_and_their_dates(visitor: Visitor, address: str) -> None:
    said = text_of(visitor.page(address), ".app-sources")

    for words in ("2016, as recorded", "December 2016", "2011 Census", "Crown copyright"):
        assert words in said
    assert "says nothing about whether services work together" in said


@pytest.mark.parametrize("address", [BRIEFING, "/print"])
def test_nothing_on_a_sheet_is_said_by_the_server_s_clock(visitor: Visitor, address: str) -> None:
    page = visitor.page(address)

    times = page.select("time")
    assert [time.get_text() for time in times] == [""]
    assert page.select_one("[data-printed][hidden]")


def test_the_button_that_prints_is_hidden_until_a_script_shows_it(visitor: Visitor) -> None:
    page = visitor.page(BRIEFING)

    assert page.select_one("button[data-print][hidden]")


def test_a_view_is_printed_with_its_picture_and_its_projects(visitor: Visitor) -> None:
    page = visitor.page("/print?layer=fire&theme=demand")

    assert page.select_one("img[src='/pictures/map-with-key.svg?layer=fire&theme=demand']")
    assert [row.get_text().strip() for row in page.select("th[scope=row]")] == [
        "Fire crews open doors for medical calls in Westoy"
    ]
    assert "theme Demand management" in text_of(page, ".app-sheet__lead")


def test_a_view_is_printed_with_the_place_selected(visitor: Visitor) -> None:
    page = visitor.page("/print?at=-1.85,52.7")

    assert text_of(page, "#place-heading") == "2 projects at this place"


def test_a_view_without_projects_says_so(visitor: Visitor) -> None:
    page = visitor.page("/print?theme=wider")

    assert "No project" in text_of(page, ".govuk-inset-text")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/areas/police/E23999999/briefing", 404),
        ("/areas/sea/E23000901/briefing", 404),
        (f"{BRIEFING}?theme=demand", 400),
        ("/print?colour=nonsense", 400),
    ],
)
def test_what_is_not_there_is_said_so(visitor: Visitor, address: str, status: int) -> None:
    visitor.page(address, status=status)
