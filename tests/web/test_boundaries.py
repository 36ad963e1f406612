"""The pages about shared ground: two layers compared, two services on one map."""

import json

import pytest

from web.fetched import Visitor, text_of


def rows(visitor: Visitor, address: str, table: int) -> dict[str, list[str]]:
    """Read a table of a page: the cells of each row by the row's name."""
    body = visitor.page(address).select("table")[table].select("tbody tr")
    return {
        row.select("th")[0].get_text(): [c.get_text() for c in row.select("td")] for row in body
    }


def test_compares_police_with_fire_at_first(visitor: Visitor) -> None:
    page = visitor.page("/boundaries")

    assert text_of(page, ".app-layer-tabs [aria-current]") == "Police and fire"


def test_says_how_many_areas_are_coterminous(visitor: Visitor) -> None:
    page = visitor.page("/boundaries")

    # Northtoy alone has the same ground for police and fire.
    assert "1 of 3 areas cover the same ground" in text_of(page, "caption")


def test_says_how_each_area_lies(visitor: Visitor) -> None:
    found = rows(visitor, "/boundaries", 0)

    # Midtoy has two of its four districts in Westoy and two in Eastoy, who reach beyond it.
    assert found["Midtoy Police"][:2] == ["overlaps", "2"]
    assert found["Northtoy Police"][0] == "covers the same ground as"


def test_gives_the_effective_number_of_partners(visitor: Visitor) -> None:
    found = rows(visitor, "/boundaries", 0)

    # Two halves: 1 / (0.25 + 0.25).
    assert found["Midtoy Police"][-2:] == ["2.00", "2.00"]


def test_lists_every_overlap_with_its_shares(visitor: Visitor) -> None:
    page = visitor.page("/boundaries?layer=police&other=ambulance")

    captions = [caption.get_text() for caption in page.select("caption")]
    assert captions[-1].startswith("6 overlaps of police force areas and ambulance trust areas")


SHARES = ["/boundaries", "/boundaries/E23000902/E31000901", "/areas/police/E23000902", "/gaps"]


@pytest.mark.parametrize("address", SHARES)
def test_says_what_counts_as_a_sliver_wherever_shares_are_shown(
    visitor: Visitor, address: str
) -> None:
    page = visitor.page(address)

    assert "nowhere as wide as 500 metres is a sliver" in text_of(page, "main")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("layer=fire&other=fire", "name two layers"),
        ("layer=coastguard", "police, fire and ambulance"),
        ("layr=fire", "Did you mean 'layer'?"),
        ("layer=fire&layer=police", "2 times"),
    ],
)
def test_refuses_layers_that_make_no_pair(visitor: Visitor, query: str, said: str) -> None:
    page = visitor.page(f"/boundaries?{query}", status=400)

    assert said in text_of(page, "main")


def test_a_pair_says_what_it_shares(visitor: Visitor) -> None:
    page = visitor.page("/boundaries/E23000902/E31000901")

    # Two districts of 10 km by 10 km with a thousand people each.
    assert text_of(page, ".govuk-body-l") == (
        "They share 200 km² of ground, home to 2,000 people in 2011."
    )


def test_a_pair_tells_the_map_whose_cells_are_whose(visitor: Visitor) -> None:
    page = visitor.page("/boundaries/E23000902/E31000901")

    element = page.select_one("#pair-state")
    assert element is not None
    state = json.loads(element.get_text())
    assert state["both"] == ["E23000902-E31000901-RZ1"]
    assert state["other"] == ["E23000903-E31000901-RZ1"]


def test_a_pair_lists_the_projects_of_both(visitor: Visitor) -> None:
    page = visitor.page("/boundaries/E23000902/E31000901")

    assert page.select_one("main a[href='/projects/shared-hq-midtoy']")


def test_a_pair_without_common_ground_says_so(visitor: Visitor) -> None:
    page = visitor.page("/boundaries/E23000901/E31000901")

    assert text_of(page, ".govuk-body-l") == "They share no ground."


def test_a_pair_with_an_unknown_service_is_not_there(visitor: Visitor) -> None:
    page = visitor.page("/boundaries/E23000901/E31999999", status=404)

    assert "'E31999999'" in text_of(page, "main")


def test_gaps_say_how_many_people_live_where_a_theme_is(visitor: Visitor) -> None:
    found = rows(visitor, "/gaps", 1)

    # First response lives in Southtoy and Eastoy: six of eight districts of rows 0 and 1.
    assert found["First response and co-responding"][:3] == ["2", "6,000", "38%"]


def test_gaps_list_services_that_share_ground_but_no_project(visitor: Visitor) -> None:
    found = rows(visitor, "/gaps", 2)

    assert "Northtoy Police" in found


def test_a_filter_widens_the_gaps(visitor: Visitor) -> None:
    all_pairs = visitor.page("/gaps").select("table")[2].select("tbody tr")

    fewer_projects = visitor.page("/gaps?theme=estates").select("table")[2].select("tbody tr")

    assert len(fewer_projects) > len(all_pairs)


def test_an_area_learns_who_near_it_fills_a_gap(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000901")

    peers = text_of(page, "section[aria-labelledby=gaps]")
    assert "Who near this area does already what is not recorded here" in peers
    assert "Midtoy Police and Westoy Fire share a border with this area" in peers


TABLES = [
    *("cells", "coterminosity", "coverage", "coverage-by-scheme", "gaps", "gaps-by-scheme"),
    *("lonely-cells", "meets", "overlaps", "strangers"),
]


@pytest.mark.parametrize("what", TABLES)
def test_every_table_can_be_taken_away_in_two_formats(visitor: Visitor, what: str) -> None:
    lines = visitor.answer(f"/export/{what}.csv").text.splitlines()

    assert len(json.loads(visitor.answer(f"/export/{what}.json").text)["rows"]) == len(lines) - 1


def test_a_table_is_of_the_same_selection_as_the_page(visitor: Visitor) -> None:
    exported = json.loads(visitor.answer("/export/gaps.json?layer=fire&theme=demand").text)["rows"]

    recorded = {row["name"] for row in exported if row["recorded"]}
    assert recorded == {"Westoy Fire"}


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("E23000902", "coverage"),
        ("E23000902", "projects"),
        ("E23000902", "sharing"),
        ("E23000901", "peers"),
    ],
)
def test_every_table_of_an_area_can_be_taken_away(visitor: Visitor, code: str, what: str) -> None:
    page = visitor.page(f"/areas/police/{code}")

    link = page.select_one(f"main a[href='/areas/police/{code}/{what}.csv']")
    assert link is not None
    assert visitor.answer(str(link["href"])).text.count("\n") > 1


def test_coverage_within_an_area_is_of_its_people(visitor: Visitor) -> None:
    rows = json.loads(visitor.answer("/export/coverage.json?area=E23000903").text)["rows"]

    # The cardiac arrest project has all of Southtoy; Eastoy's has half of it, counted once.
    first = {row["status"]: row for row in rows if row["theme"] == "first-response"}
    assert (first["any"]["people"], first["any"]["people_share"]) == (4000, 1.0)


def test_an_unknown_table_is_not_there(visitor: Visitor) -> None:
    page = visitor.page("/export/secrets.csv", status=404)

    assert "'secrets'" in text_of(page, "main")


def test_two_services_can_be_picked(visitor: Visitor) -> None:
    answer = visitor.answer("/boundaries?one=E23000902&two=E31000901")

    assert (answer.status_code, answer.location) == (302, "/boundaries/E23000902/E31000901")


def test_every_service_can_be_picked(visitor: Visitor) -> None:
    page = visitor.page("/boundaries")

    assert len(page.select("select[name=one] option")) == 8


@pytest.mark.parametrize("query", ["one=E23000902", "one=x&two=RZ1", "one=RZ1&two=RZ2&three=4"])
def test_refuses_what_is_no_pair_of_services(visitor: Visitor, query: str) -> None:
    visitor.page(f"/boundaries?{query}", status=400)


def test_the_links_of_the_matrix_carry_the_filters(visitor: Visitor) -> None:
    page = visitor.page("/gaps?layer=fire&status=live&status=pilot")

    link = page.select_one("table.govuk-table td a[href*='theme=demand']")
    assert link is not None
    assert str(link["href"]).endswith("&service=E31000901&status=live&status=pilot")


def test_the_counts_of_an_area_link_to_projects_in_that_area(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000903")

    address = "/projects?theme=demand&status=live&status=pilot&area=E23000903"
    assert text_of(page, f"td a[href='{address}']") == "1"
    assert len(visitor.page(address).select("#results tbody tr")) == 1
