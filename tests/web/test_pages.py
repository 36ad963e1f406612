"""The plain pages: projects, areas, gaps."""

import pytest

from web.fetched import Visitor, text_of


def test_projects_are_listed_in_the_order_of_themes(visitor: Visitor) -> None:
    page = visitor.page("/projects")

    themes = [row.select("td")[0].get_text() for row in page.select("#results tbody tr")]
    assert themes == [
        "First response and co-responding",
        "First response and co-responding",
        "Demand management and rationalisation",
        "Shared estates and assets",
    ]


def test_projects_link_to_the_map_of_the_same_selection(visitor: Visitor) -> None:
    page = visitor.page("/projects?status=live")

    assert page.select_one("main a[href='/?status=live']")


def test_a_project_names_its_partners_with_links_to_services(visitor: Visitor) -> None:
    page = visitor.page("/projects/forced-entry-westoy")

    assert page.select_one("main a[href='/areas/fire/E31000901']")
    assert "Toytown Council" in text_of(page, "main")


def test_a_project_says_where_in_the_overview_it_stands(visitor: Visitor) -> None:
    page = visitor.page("/projects/cardiac-arrest-southtoy")

    assert "page 7" in text_of(page, ".govuk-summary-list")


def test_a_project_says_what_is_not_sure(visitor: Visitor) -> None:
    page = visitor.page("/projects/shared-hq-midtoy")

    sure = text_of(page, ".app-facts .govuk-summary-list__row:last-child")
    assert "under a Future heading" in sure
    assert "1 partner is inferred" in sure
    assert "1 figure is doubtful" in sure


def test_a_project_says_where_its_page_is_inferred(visitor: Visitor) -> None:
    page = visitor.page("/projects/co-responding-eastoy")

    assert "pages 12 to 13 (pages inferred" in text_of(page, ".app-facts")


def test_a_project_names_the_partner_in_the_lead_first(visitor: Visitor) -> None:
    page = visitor.page("/projects/forced-entry-westoy")

    first, *_ = page.select(".app-partners li")
    assert " ".join(first.get_text().split()) == "Westoy Fire (in the lead)"


def test_a_project_shows_where_it_is(visitor: Visitor) -> None:
    page = visitor.page("/projects/forced-entry-westoy")

    assert page.select_one("img[src='/pictures/projects/forced-entry-westoy.svg'][alt]")
    assert page.select_one("a[href='/?layer=fire&scheme=forced-entry&at=-1.7943,52.7145']")


def test_a_project_names_the_nearest_of_its_theme(visitor: Visitor) -> None:
    page = visitor.page("/projects/cardiac-arrest-southtoy")

    said = text_of(page, "section[aria-labelledby=peers] tbody")
    assert "Firefighters answer medical calls in Eastoy" in said
    assert "shares ground with this one" in said


def test_a_doubtful_figure_is_flagged(visitor: Visitor) -> None:
    page = visitor.page("/projects/shared-hq-midtoy")

    assert text_of(page, ".app-doubtful") == "Doubtful"


def test_the_card_of_a_project_is_no_whole_page(visitor: Visitor) -> None:
    answer = visitor.answer("/projects/cardiac-arrest-southtoy/card")

    assert answer.text.lstrip().startswith('<article class="app-project-card"')


def test_the_card_of_a_project_has_its_first_figures(visitor: Visitor) -> None:
    card = visitor.answer("/projects/shared-hq-midtoy/card").text

    assert "cost of the building: <strong>£1,500,000</strong> (doubtful)" in card


def test_areas_are_listed_with_what_is_recorded(visitor: Visitor) -> None:
    page = visitor.page("/areas?layer=fire")

    rows = {row.select_one("th a").get_text(): row for row in page.select("tbody tr")}  # type: ignore[union-attr]
    assert "None recorded" in rows["Northtoy Fire"].get_text()


def test_an_area_says_how_its_projects_meet_it(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    # Eastoy has two of Midtoy's four districts, and Midtoy Police is no partner there.
    assert "Reaches 50% of the area" in text_of(page, "main")


def test_an_area_without_projects_says_that_this_proves_nothing(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000901")

    assert "None recorded in the 2016 overview" in text_of(page, ".govuk-inset-text")


def test_an_area_lists_who_shares_its_ground(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    names = [link.get_text() for link in page.select("section[aria-labelledby=sharing] th a")]
    assert names == [
        "Westoy Fire",
        "Eastoy Fire",
        "Toyshire Ambulance",
        "Seaside Ambulance",
    ]


def test_shares_of_ground_are_drawn_as_bars_beside_their_text(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    row = page.select("section[aria-labelledby=sharing] tbody tr")[2]
    assert row.select("td")[2].get_text().strip() == "75%"
    assert [bar["width"] for bar in row.select(".app-bar__part")] == ["45.0", "45.0"]


def test_an_area_shows_its_picture_and_its_first_numbers(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    assert page.select_one("img[src='/pictures/areas/police/E23000902.svg'][alt]")
    assert "projects it takes part in 2" in text_of(page, ".app-key-figures")


def test_an_area_puts_its_projects_under_their_themes(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    headings = page.select("section[aria-labelledby=projects] th[scope=rowgroup]")
    assert [" ".join(heading.get_text().split()) for heading in headings] == [
        "First response and co-responding",
        "Demand management and rationalisation",
        "Shared estates and assets",
    ]


def test_every_part_of_an_area_s_page_can_be_jumped_to(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    for link in page.select(".app-contents a"):
        assert page.select_one(str(link["href"]))


def test_an_area_leads_to_a_place_inside_it_on_the_map(visitor: Visitor) -> None:
    page = visitor.page("/areas/fire/E31000901")

    link = page.select_one(".app-actions a[href^='/?']")
    assert link
    assert "Westoy Fire" in text_of(visitor.page(str(link["href"])), ".app-place__services")


def test_an_area_names_its_leaders_in_2016(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000902")

    leaders = text_of(page, ".govuk-summary-list")
    assert "Police and crime commissioner Bob Baker (Ind)" in leaders
    assert "Printed as Commissioner" in leaders


def test_an_area_without_leaders_does_not_speak_of_them(visitor: Visitor) -> None:
    page = visitor.page("/areas/police/E23000901")

    assert "Leaders" not in text_of(page, "main")


def test_a_national_agreement_says_who_and_what(visitor: Visitor) -> None:
    page = visitor.page("/national")

    said = text_of(page, ".app-agreement")
    assert "Association of Toyshire Forces and Toyshire Fire Officers. July 2015." in said
    assert [item.get_text() for item in page.select("ol.govuk-list li")] == [
        "Answer within a day.",
        "Meet every quarter.",
    ]


def test_the_figures_of_a_whole_scheme_stand_on_its_page(visitor: Visitor) -> None:
    page = visitor.page("/projects?scheme=cardiac-arrest")

    assert "people whose heart stops" in text_of(page, ".app-with-filters")


def test_the_figures_of_a_scheme_are_given_to_no_project(visitor: Visitor) -> None:
    page = visitor.page("/projects/cardiac-arrest-southtoy")

    assert "people whose heart stops" not in text_of(page, "main")


def test_gaps_count_projects_and_link_to_them(visitor: Visitor) -> None:
    page = visitor.page("/gaps?layer=fire")

    address = "/projects?theme=demand&service=E31000901"
    assert text_of(page, f"td a[href='{address}']") == "1"
    assert len(visitor.page(address).select("#results tbody tr")) == 1


@pytest.mark.parametrize(
    "address", ["/", "/places", "/projects", "/areas", "/gaps", "/boundaries", "/national"]
)
def test_every_page_marks_itself_in_the_navigation(visitor: Visitor, address: str) -> None:
    page = visitor.page(address)

    assert [link["href"] for link in page.select("nav [aria-current=page]")] == [address]


@pytest.mark.parametrize("layer", ["police", "fire", "ambulance"])
def test_every_link_of_the_gaps_leads_to_a_page(visitor: Visitor, layer: str) -> None:
    page = visitor.page(f"/gaps?layer={layer}")

    for link in page.select("table a"):
        visitor.page(str(link["href"]))
