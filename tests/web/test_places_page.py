"""The page that finds places, services and projects, before any script runs."""

import json

import pytest
from bs4 import BeautifulSoup

from escwg_map.selection.parameters import Point
from escwg_map.web.places import Place
from web.fetched import Visitor, text_of

IN_TOYTOWN = "52.7, -1.85"
OFF_THE_COAST = "52.641, -1.3925"


def found(page: BeautifulSoup) -> list[tuple[str, str]]:
    """The kind and the name of everything found, in order."""
    kinds = [kind.get_text().rstrip(".") for kind in page.select(".app-finding__kind")]
    names = [name.get_text() for name in page.select(".app-finding__name")]
    return list(zip(kinds, names, strict=True))


def links(page: BeautifulSoup, item: int = 0) -> dict[str, str]:
    """The links of one thing found, by their texts."""
    return {a.get_text(): str(a["href"]) for a in page.select(".app-finding")[item].select("a")}


def test_explains_what_can_be_typed_with_examples_that_work(visitor: Visitor) -> None:
    page = visitor.page("/places")

    examples = [str(link["href"]) for link in page.select(".app-places ul a")]
    assert len(examples) == 8
    for example in examples:
        assert not visitor.page(example).select(".govuk-error-message")


def test_an_empty_search_explains_too(visitor: Visitor) -> None:
    assert "What you can type" in text_of(visitor.page("/places?q=+"), "main")


def test_lists_what_was_found_by_kind(visitor: Visitor) -> None:
    page = visitor.page("/places?q=toytown")

    assert text_of(page, "#results") == "3 results for “toytown”"
    assert found(page) == [
        ("District", "Toytown"),
        ("Place", "Toytown"),
        ("Project", "Fire crews open doors for medical calls in Westoy"),
    ]


def test_one_result_is_said_as_one(visitor: Visitor) -> None:
    assert text_of(visitor.page("/places?q=sandhaven"), "#results").startswith("1 result for")


def test_a_district_leads_to_its_services_and_to_the_map(visitor: Visitor) -> None:
    found = links(visitor.page("/places?q=sandhaven"))

    assert found == {
        "Sandhaven": "/places?at=-1.9275,52.6427",
        "Southtoy Police": "/areas/police/E23000903",
        "Westoy Fire": "/areas/fire/E31000901",
        "Toyshire Ambulance": "/areas/ambulance/RZ1",
        "Show on the map: Sandhaven": "/?at=-1.9275,52.6427",
    }


def test_a_service_leads_to_its_area(visitor: Visitor) -> None:
    page = visitor.page("/places?q=westoy+fire")

    assert links(page) == {"Westoy Fire": "/areas/fire/E31000901"}
    assert text_of(page, ".app-finding__line") == (
        "Fire and rescue authority. Takes part in 2 projects."
    )


def test_a_service_without_projects_says_that_none_is_recorded(visitor: Visitor) -> None:
    page = visitor.page("/places?q=northtoy+police")

    assert "None recorded in the 2016 overview" in text_of(page, ".app-finding__line")


def test_a_scheme_leads_to_its_projects(visitor: Visitor) -> None:
    page = visitor.page("/places?q=shared+hq")

    assert links(page) == {"Shared HQ": "/projects?scheme=shared-hq"}


def test_a_project_leads_to_its_page(visitor: Visitor) -> None:
    page = visitor.page("/places?q=open+doors")

    assert list(links(page).values()) == ["/projects/forced-entry-westoy"]
    assert text_of(page, ".app-finding__line") == (
        "Project. Demand management and rationalisation. Pilot in 2016."
    )


def test_a_place_leads_to_the_map_and_to_the_projects_that_name_it(visitor: Visitor) -> None:
    found = links(visitor.page("/places?q=toytown"), 1)

    assert found["Show on the map: Toytown"] == "/?at=-1.7943,52.7145"
    assert "/projects/forced-entry-westoy" in found.values()


def test_every_link_of_the_results_leads_to_a_page(visitor: Visitor) -> None:
    page = visitor.page("/places?q=toy")

    for link in page.select(".app-findings a"):
        visitor.page(str(link["href"]))


def test_names_spelt_nearly_so_are_offered(visitor: Visitor) -> None:
    page = visitor.page("/places?q=Koldhorbuor")

    assert "Nothing found for “Koldhorbuor”" in text_of(page, "main")
    assert page.select_one("main a[href='/places?q=Coldharbour']")


def test_words_that_are_found_alone_are_offered_alone(visitor: Visitor) -> None:
    page = visitor.page("/places?q=sandhaven+seaside")

    assert page.select_one("main li a[href='/places?q=sandhaven']")
    assert page.select_one("main li a[href='/places?q=seaside']")


@pytest.mark.parametrize(
    "query", ["q=52.7,+-1.85", "q=52.7N+1.85W", "q=SK+102+119", "at=-1.85,52.7"]
)
def test_a_place_lists_its_services_and_projects(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/places?{query}")

    services = [link.get_text() for link in page.select(".app-place__services a")]
    assert services == ["Midtoy Police", "Westoy Fire", "Toyshire Ambulance"]
    assert text_of(page, "#place-heading") == "2 projects at this place"


def test_a_grid_reference_says_how_large_its_square_is(visitor: Visitor) -> None:
    page = visitor.page("/places?q=sk1000")

    assert "sk1000 is a square 1 km wide" in text_of(page, "main")


def test_a_place_leads_to_the_map(visitor: Visitor) -> None:
    page = visitor.page(f"/places?q={IN_TOYTOWN}")

    assert page.select_one("[data-place] a[href='/?at=-1.85,52.7']")


def test_n23_a_place_off_the_coast_is_the_nearest_land(visitor: Visitor) -> None:
    page = visitor.page(f"/places?q={OFF_THE_COAST}")

    assert "The nearest land, 1.2 km away, is shown" in text_of(page, ".app-place__away")


def test_n23_near_the_border_the_point_may_be_in_scotland() -> None:
    assert Place(Point(-2.6, 55.3), None).by_the_border
    assert not Place(Point(-1.4, 55.0), None).by_the_border


def test_n23_abroad_there_are_no_services(visitor: Visitor) -> None:
    page = visitor.page("/places?q=57.15,+-2.1")

    assert text_of(page, "#place-heading") == "No services at this place"


@pytest.mark.parametrize("typed", ["SE1", "HU11", "HU1 3DX", "QQ 12 34", "TA 1", "48.85, 2.35"])
def test_n23_a_place_that_leads_nowhere_is_refused_beside_the_box(
    visitor: Visitor, typed: str
) -> None:
    page = visitor.page(f"/places?q={typed}", status=400)

    assert "such as" in text_of(page, ".govuk-error-message")
    assert text_of(page, ".govuk-error-summary a") in text_of(page, ".govuk-error-message")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("theme=demand", "This takes q and at"),
        ("Q=hull", "Did you mean 'q'?"),
        ("q=a&q=b", "2 times"),
        ("q=a&at=-1,52", "not both"),
        ("at=52", "longitude,latitude"),
        (f"q={'a' * 201}", "longer than 200"),
    ],
)
def test_refuses_what_it_does_not_take(visitor: Visitor, query: str, said: str) -> None:
    assert said in text_of(visitor.page(f"/places?{query}", status=400), "main")


def test_what_was_typed_stays_in_the_box(visitor: Visitor) -> None:
    box = visitor.page("/places?q=%3Cb%3E+toytown").select_one("input[name=q]")

    assert box
    assert box["value"] == "<b> toytown"


def test_suggestions_are_a_text_a_kind_and_an_address(visitor: Visitor) -> None:
    answer = visitor.answer("/places/suggestions?q=sandh")

    assert answer.content_type == "application/json; charset=utf-8"
    assert json.loads(answer.data) == [
        {"text": "Sandhaven", "kind": "District", "address": "/?at=-1.9275,52.6427"}
    ]


def test_suggestions_are_asked_for_again(visitor: Visitor) -> None:
    answer = visitor.answer("/places/suggestions?q=sandh")

    assert answer.headers["Cache-Control"] == "no-cache"
    assert "ETag" in answer.headers


def test_there_are_ten_suggestions_at_most(visitor: Visitor) -> None:
    assert len(json.loads(visitor.answer("/places/suggestions?q=e").data)) == 10


@pytest.mark.parametrize("query", ["", "?q=", "?q=+", "?q=zzzz", "?q=SE1", "?q=53.745"])
def test_there_may_be_no_suggestions(visitor: Visitor, query: str) -> None:
    assert json.loads(visitor.answer(f"/places/suggestions{query}").data) == []


def test_suggestions_take_no_other_parameter(visitor: Visitor) -> None:
    assert visitor.answer("/places/suggestions?at=-1,52").status_code == 400


@pytest.mark.parametrize("typed", ["asdfghjkl", "!!!", "1", "\u0661\u0662", "''", "%00", "\u202e"])
def test_n23_nonsense_is_told_what_can_be_typed(visitor: Visitor, typed: str) -> None:
    assert "What you can type" in text_of(visitor.page(f"/places?q={typed}"), "main")
