"""The pages about the register: what it is, who can use it, and what can be taken away."""

import pytest
from bs4 import BeautifulSoup

from web.fetched import Visitor, text_of


@pytest.fixture
def data(visitor: Visitor) -> BeautifulSoup:
    """The page of the data."""
    return visitor.page("/data")


@pytest.mark.parametrize("address", ["/about", "/data", "/accessibility"])
def test_every_page_links_to_the_pages_about_it(visitor: Visitor, address: str) -> None:
    assert visitor.page("/").select_one(f"footer a[href='{address}']")


@pytest.mark.parametrize("address", ["/about", "/data", "/accessibility", "/data/projects.csv"])
def test_they_take_no_parameters(visitor: Visitor, address: str) -> None:
    assert visitor.answer(f"{address}?theme=demand").status_code == 400


def test_what_this_is_counts_what_the_register_holds(visitor: Visitor) -> None:
    said = text_of(visitor.page("/about"), "main")

    assert "This map puts 4 projects in their places" in said
    assert "3 police forces, 3 fire and rescue authorities and 2 ambulance trusts" in said
    assert "8 cells" in said


@pytest.mark.parametrize("word", ["Footprint", "Coterminous", "Coverage", "Gap", "None recorded"])
def test_the_words_of_the_map_are_explained(visitor: Visitor, word: str) -> None:
    page = visitor.page("/about")

    assert word in [term.get_text() for term in page.select("dl dt")]


def test_the_statement_claims_no_conformance(visitor: Visitor) -> None:
    assert "we claim no conformance" in text_of(visitor.page("/accessibility"), "main")


def test_every_download_of_the_page_is_there(visitor: Visitor, data: BeautifulSoup) -> None:
    addresses = {str(link["href"]) for link in data.select("#main a[href^='/data/']")}
    addresses |= {str(link["href"]) for link in data.select("#main a[href^='/export/']")}

    assert len(addresses) > 20
    for address in addresses:
        assert visitor.answer(address).status_code == 200, address


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("projects.csv", "text/csv; charset=utf-8"),
        ("datapackage.json", "application/json"),
        ("register.zip", "application/zip"),
        (
            "register.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ],
)
def test_a_file_says_what_it_is(visitor: Visitor, name: str, kind: str) -> None:
    answer = visitor.answer(f"/data/{name}")

    assert answer.content_type == kind
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_same_file_is_not_sent_twice(visitor: Visitor) -> None:
    tag = visitor.answer("/data/projects.csv").headers["ETag"]

    answer = visitor.client.get("/data/projects.csv", headers={"If-None-Match": tag})

    assert answer.status_code == 304


def test_a_broken_download_can_be_taken_up_again(visitor: Visitor) -> None:
    whole = visitor.answer("/data/boundaries.zip").data

    rest = visitor.client.get("/data/boundaries.zip", headers={"Range": "bytes=100-"})

    assert (rest.status_code, rest.data) == (206, whole[100:])


@pytest.mark.parametrize("name", ["nothing.csv", "..%2Fatlas.json", "%2e%2e%2fmanifest.json"])
def test_nothing_else_is_sent(visitor: Visitor, name: str) -> None:
    assert visitor.answer(f"/data/{name}").status_code == 404


def test_the_dictionary_has_every_column_with_its_meaning(data: BeautifulSoup) -> None:
    rows = data.select("#schemes-csv tbody tr")

    columns = [[cell.get_text() for cell in row.select("th, td")] for row in rows]
    assert [column[0] for column in columns] == ["id", "theme", "name"]
    assert columns[2][1:] == [
        "The scheme's heading, as the overview prints it.",
        "text",
        "always",
    ]


def test_the_dictionary_lists_the_words_of_a_closed_list(data: BeautifulSoup) -> None:
    assert "text: live, pilot, planned, exploring, completed" in text_of(data, "#projects-csv")


def test_doubtful_figures_stand_with_their_reason(data: BeautifulSoup) -> None:
    main = text_of(data, "main")

    assert "1 of 5 figures are printed in a way that leaves doubt" in main
    assert "Printed as 1.5m and as 15m in the same sentence." in main


def test_differences_from_the_index_are_explained(data: BeautifulSoup) -> None:
    main = text_of(data, "main")

    assert "2 differences from the overview’s own Service index" in main  # noqa: RUF001
    assert "The index is mistaken: no project stands there." in main


def test_sound_borders_are_said_to_be(data: BeautifulSoup) -> None:
    assert "Reading the borders found nothing to mend" in text_of(data, "main")
