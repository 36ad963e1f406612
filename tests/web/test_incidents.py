"""Incidents as a weight: on pages, in files and the API, where counts of them are served."""

import csv
import io
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from demand.toyshire_counts import counts_of
from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.writing import write_counts
from escwg_map.exports.formats import FORMATS
from escwg_map.settings import Settings
from escwg_map.web import create_app
from web.fetched import Visitor, text_of
from web.incidents import ALIKE, serving_counts

RULE = (
    "Incidents counted from 1 file. Counts of 1 to 7 are shown as *, and so are sums that would "
    "give one of these away; others are rounded to the nearest 5."
)
EXACT = (
    "Incidents counted from 1 file. These counts are exact: none is hidden, and none is rounded."
)

PAGES = (
    "/gaps?weight=incidents",
    "/areas?weight=incidents",
    "/areas/police/E23000903?weight=incidents",
    "/?colour=gap&weight=incidents",
    "/embed?colour=gap&weight=incidents",
    "/print?colour=gap&weight=incidents",
)
ANYWHERE = (
    *(*PAGES, "/projects?weight=incidents", "/print?weight=incidents"),
    *("/pictures/map.svg?weight=incidents", "/export/gaps.csv?weight=incidents"),
    *("/areas/police/E23000903/coverage.csv?weight=incidents", "/api/v1/gaps?weight=incidents"),
    "/oembed?url=http%3A%2F%2Flocalhost%2F%3Fweight%3Dincidents",
)


@pytest.fixture(scope="module")
def client(toyshire_published: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Somebody who asks for anything, where counts are served."""
    return serving_counts(toyshire_published, tmp_path_factory.mktemp("counts"))


@pytest.fixture(scope="module")
def exact(toyshire_published: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The same, where the counts are exact."""
    return serving_counts(toyshire_published, tmp_path_factory.mktemp("counts"), exact=True)


@pytest.fixture
def reader(client: FlaskClient) -> Visitor:
    """Somebody who reads pages with incidents."""
    return Visitor(client)


def rows(visitor: Visitor, address: str, selector: str) -> list[list[str]]:
    table = visitor.page(address).select(f"{selector} tbody tr")
    return [[cell.get_text().strip() for cell in row.select("th, td")] for row in table]


@pytest.mark.parametrize("address", ANYWHERE)
def test_incidents_are_refused_where_there_are_none(visitor: Visitor, address: str) -> None:
    answer = visitor.answer(address)

    assert answer.status_code == 400
    assert "This map has no counts of incidents" in answer.text


@pytest.mark.parametrize("address", ["/gaps", "/areas", "/areas/police/E23000903", "/"])
def test_they_are_not_offered_there_either(visitor: Visitor, address: str) -> None:
    page = visitor.page(address)

    assert not page.select("a[href*='weight=incidents'], input[value=incidents]")


@pytest.mark.parametrize("address", ["/gaps", "/areas", "/areas/police/E23000903"])
def test_pages_offer_incidents_beside_people(reader: Visitor, address: str) -> None:
    assert reader.page(address).select("a[href*='weight=incidents']")


def test_the_form_of_the_map_offers_them(reader: Visitor) -> None:
    page = reader.page("/?colour=gap&weight=incidents")

    chosen = [str(button["value"]) for button in page.select("input[name=weight][checked]")]
    assert chosen == ["incidents"]


@pytest.mark.parametrize("address", PAGES)
def test_pages_say_whose_they_are_and_how_they_are_shown(reader: Visitor, address: str) -> None:
    assert RULE in text_of(reader.page(address), "main")


@pytest.mark.parametrize("address", PAGES)
def test_pages_say_that_they_are_exact(exact: FlaskClient, address: str) -> None:
    assert EXACT in text_of(Visitor(exact).page(address), "main")


def test_areas_are_listed_by_incidents_as_they_are_shown(reader: Visitor) -> None:
    found = rows(reader, "/gaps?weight=incidents&layer=ambulance&sort=-incidents", ".app-matrix")

    # 209 in Inland and 201 in Seaside, by the cells' counts.
    assert [row[:2] for row in found] == [
        ["Toyshire Ambulance", "210"],
        ["Seaside Ambulance", "200"],
    ]


def test_an_area_says_what_fell_where_each_theme_reaches_and_outside(reader: Visitor) -> None:
    found = rows(reader, "/areas/police/E23000903?weight=incidents", "#coverage ~ .app-table")

    # Southtoy has 66, 3 and 5; its own project reaches all, that of Westoy the 66 alone.
    whole = ["2", "75", "100%", "0"]
    assert found[0] == ["First response and co-responding", *whole, *whole]
    assert found[1][:5] == ["Demand management and rationalisation", "1", "65", "87%", "10"]


def test_a_chart_gives_the_shares_of_what_is_shown(reader: Visitor) -> None:
    page = reader.page("/gaps?weight=incidents")

    assert text_of(page, "#coverage-chart-title") == "Incidents where a theme has a project"
    assert "Joint control rooms: 0 incidents, 0%" in text_of(page, "#coverage-chart-says")


def test_the_title_of_an_exact_chart_says_so(exact: FlaskClient) -> None:
    title = text_of(Visitor(exact).page("/gaps?weight=incidents"), "#coverage-chart-title")

    assert title == "Incidents where a theme has a project (exact counts)"


def test_the_map_grades_gaps_by_incidents(reader: Visitor) -> None:
    page = reader.page("/?colour=gap&theme=wider&weight=incidents")

    assert "Gaps by incidents: Wider collaboration" in text_of(page, "#legend")
    assert "None recorded: 200 incidents or more" in text_of(page, "#legend")


def test_links_to_tables_keep_the_weight(reader: Visitor) -> None:
    page = reader.page("/?colour=gap&weight=incidents")

    assert [a["href"] for a in page.select("#results a[href^='/gaps']")] == [
        "/gaps?colour=gap&weight=incidents"
    ]


def test_an_order_by_incidents_is_left_behind_with_them(reader: Visitor) -> None:
    page = reader.page("/areas?weight=incidents&sort=-incidents")

    assert page.select("nav a[href='/areas']")
    assert reader.answer("/areas?sort=-incidents").status_code == 400


def test_a_file_has_a_star_where_a_count_is_hidden(client: FlaskClient) -> None:
    body = client.get("/export/cells.csv?weight=incidents").text

    found = {
        row["cell"]: (row["incidents"], row["exact"]) for row in csv.DictReader(io.StringIO(body))
    }
    assert found["E23000903-E31000902-RZ1"] == ("*", "false")
    assert found["E23000901-E31000903-RZ1"] == ("25", "false")
    assert found["E23000902-E31000902-RZ2"] == ("0", "false")


def test_every_row_of_an_exact_file_says_so(exact: FlaskClient) -> None:
    body = exact.get("/export/gaps.csv?weight=incidents").text

    assert {row["exact"] for row in csv.DictReader(io.StringIO(body))} == {"true"}


@pytest.mark.parametrize("ending", FORMATS)
def test_incidents_are_written_in_every_format(client: FlaskClient, ending: str) -> None:
    answer = client.get(f"/export/cells.{ending}?weight=incidents")

    assert answer.status_code == 200
    assert f'filename="escwg-map-cells-by-incidents.{ending}"' in str(answer.headers)


def test_a_file_says_whose_they_are(client: FlaskClient) -> None:
    said = json.loads(client.get("/export/areas.json?weight=incidents").text)["metadata"]

    assert (said["incidents"], said["exact"]) == (RULE, "false")


def test_the_api_answers_with_numbers_and_stars(client: FlaskClient) -> None:
    answer = json.loads(client.get("/api/v1/cells?weight=incidents").text)

    assert RULE in answer["selection"]
    assert [item["incidents"] for item in answer["items"]] == [25, 195, 60, 55, 0, 65, "*", "*"]
    assert {item["exact"] for item in answer["items"]} == {False}


@pytest.mark.parametrize("call", ["areas", "cells", "overlaps", "gaps", "coverage"])
def test_rows_of_the_api_are_those_of_the_file(client: FlaskClient, call: str) -> None:
    items = json.loads(client.get(f"/api/v1/{call}?weight=incidents&limit=1000").text)["items"]

    rows = json.loads(client.get(f"/export/{call}.json?weight=incidents").text)["rows"]
    assert sorted(map(json.dumps, items)) == sorted(map(json.dumps, rows))


@pytest.mark.parametrize("call", ["areas", "cells", "overlaps", "gaps", "coverage"])
def test_the_api_has_no_incidents_unless_they_are_asked_for(client: FlaskClient, call: str) -> None:
    assert "incidents" not in client.get(f"/api/v1/{call}").text


def test_the_document_offers_what_there_is(client: FlaskClient, visitor: Visitor) -> None:
    def weights(text: str) -> list[str]:
        takes = json.loads(text)["paths"]["/gaps"]["get"]["parameters"]
        return next(list(each["schema"]["enum"]) for each in takes if each["name"] == "weight")

    assert weights(client.get("/api/v1/openapi.json").text) == ["people", "km2", "incidents"]
    assert weights(visitor.answer("/api/v1/openapi.json").text) == ["people", "km2"]


def test_areas_of_the_api_are_sorted_by_what_is_shown(client: FlaskClient) -> None:
    answer = client.get("/api/v1/areas?weight=incidents&sort=-incidents").text

    assert [item["incidents"] for item in json.loads(answer)["items"]] == [220, 115, 75]


@pytest.mark.parametrize(
    "address",
    [
        "/export/gaps.csv?weight=incidents",
        "/api/v1/gaps?weight=incidents",
        "/areas/police/E23000901/coverage.csv?weight=incidents",
        "/pictures/map-with-key.svg?weight=incidents&colour=gap",
    ],
)
def test_other_counts_have_another_etag(
    client: FlaskClient, toyshire_published: Path, tmp_path: Path, address: str
) -> None:
    other = serving_counts(toyshire_published, tmp_path, (900, *ALIKE[1:]))

    assert client.get(address).headers["ETag"] != other.get(address).headers["ETag"]


def test_counts_of_other_areas_are_not_offered(toyshire_published: Path, tmp_path: Path) -> None:
    # As after a switch to a publication of other boundaries.
    elsewhere = CellCount("E23000999", "E31000901", "RZ1", "", 20, 20)
    file = tmp_path / "counts.json"
    write_counts(file, Counts((elsewhere,), 0, 0, "1 file"))
    client = create_app(
        toyshire_published, Settings.model_construct(demand=file, trusted_hosts="localhost")
    ).test_client()

    assert client.get("/gaps?weight=incidents").status_code == 400
    assert client.get("/gaps").status_code == 200


def test_threshold_and_rounding_are_settings(toyshire_published: Path, tmp_path: Path) -> None:
    file = tmp_path / "counts.json"
    write_counts(file, counts_of((25, 196, 60, 55, 0, 66, 3, 5)))
    settings = Settings.model_construct(
        demand=file, demand_threshold=4, demand_rounding=10, trusted_hosts="localhost"
    )
    client = create_app(toyshire_published, settings).test_client()

    items = json.loads(client.get("/api/v1/cells?weight=incidents").text)["items"]

    assert [item["incidents"] for item in items] == [30, 200, 60, 60, 0, 70, "*", 10]


def test_the_log_holds_no_count(toyshire_published: Path, tmp_path: Path) -> None:
    log: list[bytes] = []
    serving_counts(toyshire_published, tmp_path, log=log).get("/gaps?weight=incidents").close()

    assert [set(json.loads(line)) for line in log] == [
        {
            *("time", "level", "event", "request_id", "method", "route", "status"),
            *("generation", "ms", "bytes"),
        }
    ]
