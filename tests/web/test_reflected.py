"""Text from outside that is shown again: as text, wherever it stood in the address."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from reliability.catalogue import row
from reliability.doors import ANSWERING, DOORS, Addresses, with_query
from reliability.payloads import FOR_SCRIPTS, PAYLOADS
from reliability.running import what_would_run

MARKUP = ("text/html", "image/svg+xml", "application/atom+xml", "application/xml")
HTML = {"Accept": "text/html"}
CLOSED = ("layer", "theme", "limit", "at", "from", "service", "cell", "sort")
"""Of the parameters that take no text, one of each sort of reader."""

EVERYWHERE = [
    (endpoint, name) for endpoint, door in ANSWERING.items() for name in (*door.takes, "nonsense")
]
"""Each door with each of its parameters, and with one that it does not take."""


def amiss(answer: TestResponse, payload: str) -> bool:
    """Whether an answer repeats markup, or could be taken for a page."""
    if answer.mimetype in MARKUP:
        return any(sign in payload for sign in "<\"'") and payload in answer.text
    return answer.headers["X-Content-Type-Options"] != "nosniff"


@row(
    "N21",
    fault="Markup or code in whatever an address holds: a value, a name, a path",
    seen="the text itself, on the page, in its title and on the page of errors; nothing runs",
    elsewhere="Datasette#1360, #2359 and MapServer#7517 showed it as markup",
)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_n21_no_answer_repeats_markup(
    client: FlaskClient, address_of: Addresses, payload: str
) -> None:
    repeated = []
    for endpoint, name in EVERYWHERE:
        address = address_of(DOORS[endpoint], (name, payload))
        if amiss(client.get(address, headers=HTML), payload):
            repeated.append(address)

    assert repeated == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_n21_the_name_of_a_parameter_is_shown_as_text(
    client: FlaskClient, address_of: Addresses, payload: str
) -> None:
    for door in ANSWERING.values():
        answer = client.get(address_of(door, (payload, "1")), headers=HTML)

        assert answer.status_code == 400
        assert not amiss(answer, payload)


PLACES = (
    *("/{}", "/projects/{}", "/areas/{}/E23000902", "/areas/police/{}", "/export/{}.csv"),
    *("/export/areas.{}", "/data/{}", "/boundaries/{}/RZ1", "/pictures/areas/{}/RZ1.svg"),
    *("/ogc/{}", "/ogc/collections/{}", "/ogc/collections/police/items/{}", "/api/v1/{}"),
    *("/api/v1/projects/{}", "/published/{}/x", "/areas/police/RZ1/{}.csv"),
)


@pytest.mark.parametrize("place", PLACES)
def test_n21_an_address_that_leads_nowhere_is_shown_as_text(
    client: FlaskClient, place: str
) -> None:
    for payload in PAYLOADS:
        answer = client.get(place.format(quote(payload, safe="")), headers=HTML)

        assert answer.status_code in (404, 308)
        assert not amiss(answer, payload)
        assert answer.mimetype != "text/html" or what_would_run(answer.text) == []


PAGES = ("/places", "/projects", "/", "/areas", "/gaps", "/print", "/embed")


@pytest.mark.parametrize("page", PAGES)
def test_n21_a_browser_would_find_nothing_to_run(client: FlaskClient, page: str) -> None:
    for payload in PAYLOADS if page == "/places" else PAYLOADS[::6]:
        answer = client.get(with_query(page, ("q", payload)))

        assert answer.status_code == 200
        assert what_would_run(answer.text) == []


@pytest.mark.parametrize("name", CLOSED)
def test_n21_nor_would_it_on_the_page_of_errors(client: FlaskClient, name: str) -> None:
    for payload in PAYLOADS:
        answer = client.get(with_query("/projects", (name, payload)))

        assert answer.status_code == 400
        assert what_would_run(answer.text) == []


def test_n21_markup_that_is_repeated_would_be_found() -> None:
    careless = (
        "<!doctype html><title>{0}</title><p>{0}</p><input value=\"{0}\"><input value='{0}'>"
        '<textarea>{0}</textarea><style>{0}</style><a href="{0}">x</a><!-- {0} -->'
    )

    missed = [each for each in PAYLOADS if not what_would_run(careless.replace("{0}", each))]

    assert missed == list(FOR_SCRIPTS)


def test_n21_programs_get_what_no_browser_takes_for_a_page(
    client: FlaskClient, address_of: Addresses
) -> None:
    kinds = {
        answer.mimetype
        for endpoint, door in ANSWERING.items()
        if endpoint.startswith("api.")
        for name in (*door.takes, "nonsense")
        for answer in [client.get(address_of(door, (name, PAYLOADS[0])), headers=HTML)]
    }

    assert kinds == {"application/json", "application/problem+json"}
