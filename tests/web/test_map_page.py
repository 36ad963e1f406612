"""The map page as the server draws it, before any script runs."""

import json
import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from web.fetched import Visitor, text_of

IN_TOYTOWN = "-1.85,52.7"
AT_SEA = "-6,51"
OFF_THE_COAST = "-1.3925,52.6410"


def state(page: BeautifulSoup) -> dict[str, object]:
    element = page.select_one("#map-state")
    assert element is not None
    read: dict[str, object] = json.loads(element.get_text())
    return read


def test_says_how_many_projects_there_are(visitor: Visitor) -> None:
    page = visitor.page("/")

    assert text_of(page, "[data-region=said]") == "4 projects: all projects"


def test_the_map_stands_before_its_filters(visitor: Visitor) -> None:
    first = visitor.page("/").select_one(".app-map__picture, #filters")

    assert first
    assert first.name == "svg"


def test_the_styles_are_the_first_thing_that_the_page_waits_for(visitor: Visitor) -> None:
    first = visitor.page("/").select_one("body > *")

    assert first
    assert first.get("rel") == ["stylesheet"]


def test_lists_the_same_projects_as_a_table(visitor: Visitor) -> None:
    page = visitor.page("/?theme=first-response")

    rows = [row.get_text() for row in page.select("#results tbody th")]
    assert len(rows) == 2


def test_gives_each_area_the_fill_of_its_themes(visitor: Visitor) -> None:
    page = visitor.page("/")

    # Northtoy has nothing; Midtoy's force takes part in two, and Eastoy's co-responding reaches it.
    assert state(page)["fills"] == {
        "E23000901": None,
        "E23000902": "fill-first-response-demand-estates",
        "E23000903": "fill-first-response-demand",
    }


def test_defines_every_fill_that_it_uses(visitor: Visitor) -> None:
    page = visitor.page("/?layer=fire")

    fills = state(page)["fills"]
    assert isinstance(fills, dict)
    defined = {str(pattern["id"]) for pattern in page.select("pattern")}
    assert {fill for fill in fills.values() if fill} <= defined


def test_a_filter_narrows_the_markers(visitor: Visitor) -> None:
    page = visitor.page("/?theme=estates")

    markers = state(page)["markers"]
    assert isinstance(markers, list)
    assert len(markers) == 1


def test_a_place_lists_its_three_services(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={IN_TOYTOWN}")

    services = [link.get_text() for link in page.select(".app-place__services a")]
    assert services == ["Midtoy Police", "Westoy Fire", "Toyshire Ambulance"]


def test_a_place_lists_the_projects_that_reach_it(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={IN_TOYTOWN}")

    assert text_of(page, "#place-heading") == "2 projects at this place"


def test_a_place_says_what_is_not_recorded_there(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={IN_TOYTOWN}")

    assert "Joint control rooms" in text_of(page, "[data-place] .govuk-body-s:nth-last-of-type(2)")


def test_a_place_at_sea_has_no_services(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={AT_SEA}")

    assert text_of(page, "#place-heading") == "No services at this place"


def test_a_place_off_the_coast_is_shown_at_the_nearest_land(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={OFF_THE_COAST}")

    assert text_of(page, ".app-place__away") == (
        "This point is in tidal water or off the coast. The nearest land, 1.2 km away, is shown."
    )
    assert text_of(page, ".app-place__services a") == "Southtoy Police"


def test_the_map_marks_the_nearest_land(visitor: Visitor) -> None:
    found = state(visitor.page(f"/?at={OFF_THE_COAST}"))

    assert found["cell"] == "E23000903-E31000902-RZ2"
    assert found["at"] != [-1.3925, 52.641]


def test_a_filter_that_leaves_nothing_says_what_to_do(visitor: Visitor) -> None:
    page = visitor.page("/?theme=wider")

    assert "Leave out one filter" in text_of(page, "#results .govuk-inset-text")


def test_the_form_has_ticked_what_was_asked_for(visitor: Visitor) -> None:
    page = visitor.page("/?theme=demand&layer=fire&outlines=police")

    ticked = {(str(box["name"]), str(box["value"])) for box in page.select("input[checked]")}
    assert ticked == {
        ("theme", "demand"),
        ("layer", "fire"),
        ("outlines", "police"),
        ("colour", "theme"),
        ("markers", "grouped"),
    }


def test_the_form_carries_the_other_filters_along(visitor: Visitor) -> None:
    page = visitor.page("/?colour=count")

    hidden = [(field["name"], field["value"]) for field in page.select("input[type=hidden]")]
    assert ("colour", "count") in hidden


def test_no_outlines_can_be_asked_for(visitor: Visitor) -> None:
    page = visitor.page("/?outlines=none")

    assert state(page)["outlines"] == []


def test_every_download_is_of_the_same_selection(visitor: Visitor) -> None:
    page = visitor.page("/?theme=demand&layer=fire&at=-1.85,52.7")

    addresses = [str(link["href"]) for link in page.select("[data-region=tools] .app-formats a")]
    assert len(addresses) > 20
    assert {address.split("?")[1] for address in addresses} == {"layer=fire&theme=demand"}


def test_every_download_of_the_page_is_there(visitor: Visitor) -> None:
    page = visitor.page("/?theme=demand&layer=fire&at=-1.85,52.7")

    for link in page.select(".app-formats a"):
        assert visitor.answer(str(link["href"])).status_code == 200


def test_a_place_names_the_partners_of_its_projects(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={IN_TOYTOWN}")

    assert "With Midtoy Police, " in text_of(page, ".app-place__projects")


def test_the_projects_of_a_place_can_be_taken_away(visitor: Visitor) -> None:
    page = visitor.page(f"/?at={IN_TOYTOWN}")

    link = page.select_one(".app-place .app-formats a[href*='.csv']")
    assert link
    rows = visitor.answer(str(link["href"])).text.splitlines()
    assert len(rows) == 1 + 2


def test_names_the_source_of_the_boundaries(visitor: Visitor) -> None:
    page = visitor.page("/")

    assert "Crown copyright and database right 2017" in text_of(page, ".app-map-page__credit")


@pytest.mark.parametrize("query", ["colour=count", "colour=gap&theme=demand"])
def test_draws_what_the_map_is_coloured_by(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/?{query}")

    defined = {pattern["id"] for pattern in page.select("pattern")}
    listed = {row["data-fill"] for row in page.select("[data-fill]")}
    assert listed - {"none"} <= defined


def fetched(page: BeautifulSoup) -> list[str]:
    """The files that a page asks for, in the order in which it names them."""
    named = page.select("link[rel=stylesheet], link[rel=preload], script[src]")
    paths = [urlsplit(str(each.get("href") or each["src"])).path for each in named]
    return [path.rpartition("/")[2] for path in paths]


@pytest.mark.parametrize("address", ["/?layer=fire", "/embed?layer=fire"])
def test_what_the_map_is_seen_with_is_asked_for_before_what_it_works_with(
    visitor: Visitor, address: str
) -> None:
    seen, working = ["first-view.svg", "map.css", "app.css"], ["overview.json", "map.js", "app.js"]

    assert fetched(visitor.page(address)) == [*seen, *working]


@pytest.mark.parametrize("address", ["/", "/embed"])
def test_the_view_to_which_people_come_first_has_its_picture_within(
    visitor: Visitor, address: str
) -> None:
    drawn, page = (
        re.findall(r"<path vector-effect[^>]+>", visitor.client.get(each).get_data(as_text=True))
        for each in ("/pictures/first-view.svg", address)
    )

    # The three police areas, and the borders of each layer.
    assert len(drawn) >= 3 + 3
    assert page == drawn
    assert "first-view.svg" not in fetched(visitor.page(address))


@pytest.mark.parametrize("query", ["theme=demand", "layer=fire", "at=-1.85,52.7"])
def test_other_views_name_their_picture(visitor: Visitor, query: str) -> None:
    within = visitor.page(f"/?{query}").select_one("[data-map-beneath] img")

    assert within
    assert urlsplit(str(within["src"])).path == "/pictures/first-view.svg"
