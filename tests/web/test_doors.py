"""What every address does with parameters that will not do: it refuses them before anything else.

The tables run over all addresses of the app, so that one which is added is tested, too.
"""

from collections.abc import Iterable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from reliability.catalogue import row
from reliability.doors import ANSWERING, DOORS, Addresses

Case = tuple[str, str, str]
"""An endpoint, one of its parameters, and a text for it."""

ARABIC = "\u0661\u0662"
NOT_NUMBERS = ("-1", "1.5", "many", "1_000", ARABIC, "\n10", " 10", "+10", "1e3", "9" * 5_000)
NUMBERS = ("limit", "offset", "from", "to", "maxwidth", "maxheight")
NOT_POINTS = (
    *("1", "1,2,3", "1;2", "nan,52", "inf,52", "1e400,52", "1_0,52", f"{ARABIC},52", "1,160"),
    *("-1.85,52.7\n", "x,y", "1," + "9" * 5_000),
)
NOT_BOXES = (
    *("1", "1,2", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "1;2;3;4", "a,b,c,d", ",,,", " "),
    *("1 2 3 4", "", "nan,50,1,51", "0,50,inf,51", "0,50,1e400,51", "0,50,1_0,51"),
    *(f"0,50,{ARABIC},51", "0,52,1,51", "0,50,1,160", "0,-91,1,51", "0,50,1," + "9" * 5_000),
)
EXPRESSIONS = (
    *("java.lang.Runtime.getRuntime().exec('id')", "__class__", "{{7*7}}", "${7*7}", "#{7*7}"),
    *("../../etc/passwd", "' OR 1=1 --", '"; DROP TABLE x', "]", "%", "_", "\x00", "a\r\nb: c"),
)
TEXTS = ("q", "url", "title")
"""What takes any text; everything else is a number, a box, a point, a time or a known word."""


def cases(texts: Iterable[str], names: Iterable[str] = ()) -> Iterator[Case]:
    """Give every parameter of these names, of every door, each of the texts."""
    for endpoint, door in ANSWERING.items():
        for name in door.takes:
            if name in names:
                yield from ((endpoint, name, text) for text in texts)


WORDS = {name for door in DOORS.values() for name in door.takes} - {*TEXTS, *NUMBERS}


def refused(client: FlaskClient, address: str, name: str) -> list[str]:
    """Ask, and say what is amiss in the refusal; nothing, if it is as it should be."""
    answer = client.get(address)
    if answer.status_code != 400:
        return [f"{answer.status_code}: {address[:200]}"]
    if answer.mimetype == "application/problem+json" and (answer.json or {})["parameter"] != name:
        return [f"names another parameter: {address[:200]}"]
    return []


def all_refused(client: FlaskClient, address_of: Addresses, table: Iterable[Case]) -> None:
    amiss = [
        fault
        for endpoint, name, text in table
        for fault in refused(client, address_of(DOORS[endpoint], (name, text)), name)
    ]
    assert amiss == []


def test_every_address_of_the_app_is_a_door(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(DOORS)


@pytest.mark.parametrize("endpoint", ANSWERING)
def test_every_door_answers_what_it_takes(
    client: FlaskClient, address_of: Addresses, endpoint: str
) -> None:
    door = DOORS[endpoint]

    answers = {
        name: client.get(address_of(door, (name, text))).status_code
        for name, text in door.takes.items()
    }

    assert client.get(address_of(door)).status_code == 200
    assert answers == dict.fromkeys(door.takes, 200)


@row(
    "N1",
    fault="A box of too few numbers or too many, of words, or of nothing",
    seen="400, which names `bbox` and says what it takes",
    elsewhere="nine of twelve such boxes were a 500 (stac-server#176)",
)
def test_n1_a_box_that_is_none_is_refused(client: FlaskClient, address_of: Addresses) -> None:
    all_refused(client, address_of, cases(NOT_BOXES, ["bbox"]))


@row(
    "N2",
    fault="A number that is not one, or not finite: nan, inf, 1e400, 1_0, Arabic digits",
    seen="400, which names the parameter",
    elsewhere="such a box became no geometry, and then a 500 (measured with shapely)",
)
@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e400", "1_0", ARABIC])
@pytest.mark.parametrize("place", range(4))
def test_n2_a_box_has_finite_numbers_in_plain_digits(
    client: FlaskClient, number: str, place: int
) -> None:
    numbers = ["-3", "52", "0", "54"]
    numbers[place] = number

    address = DOORS["features.show_items"].asking(("bbox", ",".join(numbers)))

    assert refused(client, address, "bbox") == []


def test_n2_a_point_is_two_finite_numbers_on_the_globe(
    client: FlaskClient, address_of: Addresses
) -> None:
    all_refused(client, address_of, cases(NOT_POINTS, ["at"]))


@row(
    "N3",
    fault="A box whose south lies north of its north, or off the globe",
    seen="400; a west that lies east of the east goes across the 180th meridian",
    elsewhere="such boxes were answered (stac-fastapi#163, ogcapi-features#163)",
)
@pytest.mark.parametrize(
    ("box", "status"),
    [
        ("0,52,1,51", 400),
        ("0,50,1,160", 400),
        ("0,-160,1,51", 400),
        ("-400,50,1,51", 400),
        ("170,-10,-170,10", 200),
        ("-180,-90,180,90", 200),
    ],
)
def test_n3_a_box_stands_upright_on_the_globe(client: FlaskClient, box: str, status: int) -> None:
    address = DOORS["features.show_items"].asking(("bbox", box))

    assert client.get(address).status_code == status


@row(
    "N4",
    fault="A limit of 0, -1, `1_000`, Arabic digits, a line break, a text, 5,000 digits",
    seen="400, which says from what to what",
    elsewhere="Flask's `type=int` takes all of these but the text as a number (measured)",
)
def test_n4_a_number_is_plain_digits(client: FlaskClient, address_of: Addresses) -> None:
    all_refused(client, address_of, cases(NOT_NUMBERS, NUMBERS))
    all_refused(client, address_of, cases(["0"], ["limit", "from", "to", "maxwidth", "maxheight"]))


@row(
    "N5",
    fault="A limit above the most",
    seen="the most that there is, and no error",
    elsewhere="OGC 17-069r4 wants it so, and a plain check against the schema refuses it",
)
@pytest.mark.parametrize("limit", ["1001", "10001", "999999"])
def test_n5_a_limit_above_the_most_is_no_error(
    client: FlaskClient, address_of: Addresses, limit: str
) -> None:
    answers = {
        address: client.get(address).status_code
        for endpoint, name, text in cases([limit], ["limit"])
        for address in [address_of(DOORS[endpoint], (name, text))]
    }

    assert len(answers) > 15
    assert set(answers.values()) == {200}


@row(
    "N6",
    fault="A parameter that there is not",
    seen="400, which names it, and the one that was meant if one is near",
    elsewhere="pygeoapi answers as if it were not there",
)
@pytest.mark.parametrize("name", ["limt", "_x", "__class__", "Q", "callback", "<script>", "f "])
def test_n6_an_unknown_parameter_is_refused_everywhere(
    client: FlaskClient, address_of: Addresses, name: str
) -> None:
    amiss = [
        fault
        for door in ANSWERING.values()
        for fault in refused(client, address_of(door, (name, "5")), name)
    ]

    assert amiss == []


def test_n6_the_parameter_that_was_meant_is_named(client: FlaskClient) -> None:
    for address in ("/api/v1/projects", "/projects", "/ogc/collections/police/items"):
        assert "Did you mean" in client.get(f"{address}?limt=5").text


@row(
    "N7",
    fault="A parameter given twice that takes one value",
    seen="400; only what narrows by several values may be repeated",
    elsewhere="memory was overwritten (MapServer#5387, #7555)",
)
def test_n7_a_parameter_that_takes_one_value_is_refused_twice(
    client: FlaskClient, address_of: Addresses
) -> None:
    amiss = [
        fault
        for door in ANSWERING.values()
        for name, text in door.takes.items()
        if name not in door.lists
        for second in (text, "", "nonsense")
        for fault in refused(client, address_of(door, (name, text), (name, second)), name)
    ]

    assert amiss == []


def test_n7_a_list_may_be_repeated(client: FlaskClient, address_of: Addresses) -> None:
    statuses = {
        client.get(address_of(door, (name, text), (name, text))).status_code
        for door in ANSWERING.values()
        for name, text in door.takes.items()
        if name in door.lists
    }

    assert statuses == {200}


@row(
    "N8",
    fault="A parameter that will not do, where there is nothing to answer with",
    seen="400 all the same",
    elsewhere="the value went unread into a script block (GHSA-288j-mhpj-gmmr, MapServer)",
)
def test_n8_a_bad_parameter_is_refused_where_nothing_matches(
    client: FlaskClient, address_of: Addresses
) -> None:
    nothing = {"q": "zzzz", "bbox": "-179,1,-178,2", "at": "0,0"}
    amiss = []
    for door in ANSWERING.values():
        empty = next((each for each in nothing.items() if each[0] in door.takes), None)
        for name in (door.takes if empty else {}).keys() - {*TEXTS, empty[0] if empty else ""}:
            assert empty
            address = address_of(door, empty, (name, "<script>"))
            amiss += refused(client, address, name)

    assert amiss == []


@row(
    "N9",
    fault="An offset past the end of the list, or of 10^12",
    seen="200 with an empty list and the number of all, up to 1,000,000; then 400",
)
@pytest.mark.parametrize("offset", ["9", "1000", "1000000"])
def test_n9_past_the_end_there_is_nothing(client: FlaskClient, offset: str) -> None:
    for address in ("/api/v1/projects", "/ogc/collections/projects/items"):
        answer = client.get(f"{address}?offset={offset}")

        assert answer.json
        assert (answer.status_code, answer.json["numberMatched"]) == (200, 4)
        assert answer.json.get("items", answer.json.get("features")) == []
        assert answer.json["numberReturned"] == 0


def test_n9_every_list_ends(client: FlaskClient, address_of: Addresses) -> None:
    table = cases(["1000000"], ["offset"])
    statuses = {
        client.get(address_of(DOORS[endpoint], (name, text))).status_code
        for endpoint, name, text in table
    }

    assert statuses == {200}


def test_n9_nobody_counts_so_far(client: FlaskClient, address_of: Addresses) -> None:
    all_refused(client, address_of, cases(["1000001", "1" + "0" * 12], ["offset"]))


@row(
    "N10",
    fault="A filter with wildcards, quotation marks, brackets, or a text without end",
    seen="nothing matches but the same text; an unknown field or more than 200 letters are 400",
)
@pytest.mark.parametrize("text", ["%", "_", "*", "'", '"', "]", "\\", "A%", "' OR '1'='1", ".*"])
def test_n10_a_filter_compares_the_text_and_no_more(client: FlaskClient, text: str) -> None:
    address = DOORS["features.show_items"].asking(("title", text))

    answer = client.get(address)

    assert answer.json
    assert (answer.status_code, answer.json["numberMatched"]) == (200, 0)


def test_n10_a_text_has_at_most_200_characters(client: FlaskClient, address_of: Addresses) -> None:
    all_refused(client, address_of, cases(["a" * 201, "\u0130" * 201], ["q", "title"]))
    all_refused(client, address_of, cases(["a" * 5_000], ["url"]))


def test_n10_a_text_of_200_characters_is_answered(
    client: FlaskClient, address_of: Addresses
) -> None:
    statuses = {
        client.get(address_of(DOORS[endpoint], (name, text))).status_code
        for endpoint, name, text in cases(["a" * 200], ["q", "title"])
    }

    assert statuses == {200}


@row(
    "N11",
    fault="An expression of some language where a name is expected",
    seen="400: names are looked up in fixed tables, and never evaluated",
    elsewhere="a property's name was evaluated and ran code (CVE-2024-36401, GeoServer)",
)
def test_n11_a_name_is_looked_up(client: FlaskClient, address_of: Addresses) -> None:
    all_refused(client, address_of, cases(EXPRESSIONS, WORDS))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_n11_the_name_of_a_parameter_is_looked_up(client: FlaskClient, name: str) -> None:
    for endpoint in ("features.show_items", "api.list_projects", "records.show_projects"):
        assert refused(client, DOORS[endpoint].asking((name, "1")), name) == []


@pytest.mark.parametrize(
    "text", ["{{1234*4321}}", "${1234*4321}", "#{1234*4321}", "<%=1234*4321%>"]
)
def test_n11_a_text_is_shown_as_it_was_typed(client: FlaskClient, text: str) -> None:
    answer = client.get("/places", query_string={"q": text})

    assert "1234*4321" in answer.text
    assert "5332114" not in answer.text
