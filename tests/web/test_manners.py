"""How every address behaves towards methods, bodies and headers, whatever these are."""

import json

import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.current import switch
from reliability.catalogue import row
from reliability.doors import ANSWERING, DOORS, Addresses

METHODS = "GET, HEAD, OPTIONS"
WRITING = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "FOO", "PROPFIND")
JSON = "application/json"

DEEP = b"[" * 100_000
POINTS = json.dumps({"type": "LineString", "coordinates": [[0, 0]] * 100_000}).encode()
BODIES = {
    "nested 100,000 deep": (DEEP, JSON),
    "a geometry of 100,000 points": (POINTS, "application/geo+json"),
    "NaN": (b'{"bbox": [NaN, Infinity, 1e400, -Infinity]}', JSON),
    "duplicate keys": (b'{"a": 1, "a": 2}', JSON),
    "a lone surrogate": (b'{"q": "\\ud800"}', JSON),
    "a byte order mark": (b"\xef\xbb\xbf{}", JSON),
    "bytes that are no UTF-8": (b"\xff\xfe{\x00}\x00", JSON),
    "another character set": ('{"q": "é"}'.encode("latin-1"), f"{JSON}; charset=utf-16"),
    "a character set that there is not": (b"{}", f"{JSON}; charset=klingon"),
    "nothing": (b"", JSON),
    "bytes after the end": (b"{} {}", JSON),
    "the wrong type": (b"12", JSON),
    "a form": (b"limit=1&limit=2", "application/x-www-form-urlencoded"),
    "a broken upload": (
        b"--x\r\nContent-Disposition: form-data",
        "multipart/form-data; boundary=x",
    ),
}
every_body = pytest.mark.parametrize(("body", "kind"), BODIES.values(), ids=BODIES)

NONSENSE = {
    "Accept": ("nonsense", "*/*;q=x", "text/html;q=0, */*", ",,,", "a" * 5_000, "\u00e9"),
    "Accept-Encoding": ("nonsense", "br;q=x", "*;q=0", "identity;q=0", ",,"),
    "Accept-Language": ("cy", "x" * 2_000, "\u0161"),
    "If-None-Match": ("garbage", '"', "W/", '"a', "*, *", "W/W/x", "a" * 5_000),
    "If-Modified-Since": ("yesterday", "Thu, 99 Foo 9999 99:99:99 GMT", "0", "-1"),
    "If-Match": ("garbage", "W/"),
    "Range": ("bytes=0-0", "bytes=9-1", "lines=1-2", "bytes=-0", "bytes=a-b", "bytes=0-0,2-3"),
    "Content-Length": ("0",),
    "Cookie": ("a=b; session=x", "=", "x" * 4_000),
    "Authorization": ("Basic !!!", "Bearer x"),
}


@row(
    "N13",
    fault="A body nested 100,000 deep, or a geometry of very many points",
    seen="nothing here takes a body: 405, or the same answer as without it",
    elsewhere="43 kB took a gigabyte (MapServer#7542); the same depth is a 500 in Flask (measured)",
)
@pytest.mark.parametrize("body", [DEEP, POINTS], ids=["nested", "points"])
def test_n13_a_body_of_any_depth_is_not_read(
    client: FlaskClient, address_of: Addresses, body: bytes
) -> None:
    for door in ANSWERING.values():
        answer = client.post(address_of(door), data=body, content_type=JSON)

        assert answer.status_code == 405


@row(
    "N14",
    fault="A body that is no JSON: NaN, a lone surrogate, a mark, another character set, nothing",
    seen="405 to what sends; where something is asked for, the same answer as without a body",
)
@every_body
def test_n14_whatever_is_sent_is_refused(
    client: FlaskClient, address_of: Addresses, body: bytes, kind: str
) -> None:
    statuses = {
        client.open(address_of(door), method=method, data=body, content_type=kind).status_code
        for door in ANSWERING.values()
        for method in ("POST", "PUT", "PATCH")
    }

    assert statuses == {405}


@every_body
def test_n14_a_body_changes_no_answer(
    client: FlaskClient, address_of: Addresses, body: bytes, kind: str
) -> None:
    for endpoint in ("api.list_projects", "features.show_items", "records.show_projects"):
        address = address_of(DOORS[endpoint])

        answer = client.get(address, data=body, content_type=kind)

        assert (answer.status_code, answer.data) == (200, client.get(address).data)


@row(
    "N20",
    fault="A method that there is not, or nonsense in Accept, `f`, If-None-Match, Range",
    seen="405 with Allow; HEAD is GET without a body; never a fault of the server's",
)
@pytest.mark.parametrize("method", WRITING)
def test_n20_nothing_can_be_sent_and_allow_says_what_can(
    client: FlaskClient, address_of: Addresses, method: str
) -> None:
    answers = [client.open(address_of(door), method=method) for door in DOORS.values()]

    assert {(a.status_code, a.headers.get("Allow")) for a in answers} == {(405, METHODS)}


def test_n20_head_is_get_without_the_body(client: FlaskClient, address_of: Addresses) -> None:
    for door in DOORS.values():
        for coding in ("identity", "br"):
            asked = {"path": address_of(door), "headers": {"Accept-Encoding": coding}}
            full, head = client.get(**asked), client.head(**asked)

            assert (head.status_code, head.data) == (full.status_code, b"")
            assert told(head)[2] == told(full)[2]


def test_n20_options_says_what_there_is(client: FlaskClient, address_of: Addresses) -> None:
    answers = [client.options(address_of(door)) for door in DOORS.values()]

    allowed = {", ".join(sorted(a.headers["Allow"].split(", "))) for a in answers}
    assert ({a.status_code for a in answers}, allowed) == ({200}, {METHODS})


ONE_TIME = ("Date", "X-Request-ID")
"""Headers that are of one answer alone."""


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in NONSENSE.items() for text in texts]
)
def test_n20_nonsense_in_a_header_does_no_harm(
    client: FlaskClient, address_of: Addresses, name: str, text: str
) -> None:
    statuses = {
        client.get(address_of(door), headers={name: text}).status_code
        for door in ANSWERING.values()
    }

    assert statuses <= {200, 206, 304, 406, 412, 416}


@pytest.mark.parametrize("form", ["xml", "JSON", "../html", "", "json,html", "{{7*7}}"])
def test_n20_a_format_that_there_is_not_is_refused(
    client: FlaskClient, address_of: Addresses, form: str
) -> None:
    statuses = {
        client.get(address_of(door, ("f", form))).status_code
        for door in ANSWERING.values()
        if "f" in door.takes
    }

    assert statuses == {400}


def test_n20_what_the_client_has_is_not_sent_again(
    client: FlaskClient, address_of: Addresses
) -> None:
    tagged = 0
    for door in ANSWERING.values():
        address = address_of(door)
        tag = client.get(address).headers.get("ETag")
        if not tag:
            continue
        tagged += 1
        for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            answer = client.get(address, headers={"If-None-Match": known})
            assert (answer.status_code, answer.data) == (304, b""), (address, known)
        assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200

    assert tagged > 20


def test_n20_a_part_that_is_outside_the_file_is_refused_with_its_length(
    client: FlaskClient,
) -> None:
    length = len(client.get("/data/projects.csv").data)

    answer = client.get("/data/projects.csv", headers={"Range": "bytes=99999999-"})

    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{length}")


@row(
    "N24",
    fault="A page of another site sends something in a visitor's name",
    seen="405: nothing here takes anything, and nobody has a session",
)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
        {"Referer": "https://evil.example/", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin", "Cookie": "session=x"},
        {"X-HTTP-Method-Override": "DELETE"},
    ],
    ids=lambda headers: next(iter(headers.values())),
)
def test_n24_nothing_is_taken_from_another_site(
    client: FlaskClient, address_of: Addresses, headers: dict[str, str]
) -> None:
    for door in DOORS.values():
        answer = client.post(address_of(door), data={"a": "b"}, headers=headers)

        assert (answer.status_code, answer.headers["Allow"]) == (405, METHODS)
        assert "Set-Cookie" not in answer.headers


VARIED = {
    "Accept-Language": "cy",
    "Cookie": "session=x; theme=dark",
    "Origin": "https://evil.example",
    "Referer": "https://evil.example/<script>",
    "User-Agent": "<script>alert(1)</script>",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    "X-Forwarded-Prefix": "/evil",
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Scheme": "evil",
    "X-Host": "evil.example",
    "X-Original-URL": "/national",
    "X-Rewrite-URL": "/national",
    "X-HTTP-Method-Override": "DELETE",
    "Forwarded": "host=evil.example;proto=gopher",
    "Authorization": "Bearer x",
    "Sec-Fetch-Mode": "navigate",
    "Save-Data": "on",
    "X-Requested-With": "XMLHttpRequest",
    "DNT": "1",
}


@row(
    "N25",
    fault="A header that a cache does not look at changes what the cache keeps",
    seen="answers depend on the address, Accept and Accept-Encoding, which Vary says; no cookies",
    elsewhere="an answer with a cookie was kept and given to others (CVE-2023-30861, Flask)",
)
@pytest.mark.parametrize("endpoint", DOORS)
def test_n25_no_other_header_changes_an_answer(
    client: FlaskClient, address_of: Addresses, endpoint: str
) -> None:
    assert changing(client, address_of(DOORS[endpoint])) == []


def changing(client: FlaskClient, address: str) -> list[str]:
    """List the headers of a request that change the answer."""
    plain = told(client.get(address))
    return [
        name
        for name, text in VARIED.items()
        if told(client.get(address, headers={name: text})) != plain
    ]


def told(answer: TestResponse) -> tuple[int, bytes, dict[str, str]]:
    """Give all that an answer says but the time."""
    headers = {name: text for name, text in answer.headers.items() if name not in ONE_TIME}
    return answer.status_code, answer.data, headers


def test_n25_an_answer_that_changes_would_be_seen(app: Flask) -> None:
    careless = create_app(switch(app).current.folder, Settings.model_construct(kept_bytes=0))
    careless.after_request(repeat_the_visitor)

    assert changing(careless.test_client(use_cookies=False), "/national") == [
        "Cookie",
        "User-Agent",
    ]


def repeat_the_visitor(response: Response) -> Response:
    """Do what no answer may: the tests' own bad example."""
    response.data = response.data + request.headers.get("User-Agent", "").encode()
    if request.cookies:
        response.set_cookie("seen", "1")
    return response


@pytest.mark.parametrize("endpoint", DOORS)
def test_n25_vary_says_what_an_answer_depends_on(
    client: FlaskClient, address_of: Addresses, endpoint: str
) -> None:
    address = address_of(DOORS[endpoint])
    plain = client.get(address)
    for name, text in (
        ("Accept", "text/html"),
        ("Accept", "application/json"),
        ("Accept-Encoding", "br"),
        ("Accept-Encoding", "gzip"),
    ):
        answer = client.get(address, headers={name: text})

        if (answer.data, answer.content_type) != (plain.data, plain.content_type):
            assert name in (answer.headers.get("Vary", "") or "").split(", ")
            assert name in (plain.headers.get("Vary", "") or "").split(", ")
            assert answer.headers.get("ETag", "") != plain.headers.get("ETag")


@pytest.mark.parametrize("wrong", ["?x=1", "/nonsense"])
def test_n25_refusals_say_what_they_depend_on(client: FlaskClient, wrong: str) -> None:
    address = f"/ogc/collections/police{wrong}"
    page = client.get(address, headers={"Accept": "text/html"})
    problem = client.get(address, headers={"Accept": "application/json"})

    assert page.mimetype != problem.mimetype
    assert "Accept" in page.headers["Vary"].split(", ")
    assert "Accept" in problem.headers["Vary"].split(", ")


def test_n25_no_answer_sets_a_cookie(client: FlaskClient, address_of: Addresses) -> None:
    for door in DOORS.values():
        for pairs in ((), (("nonsense", "1"),)):
            assert "Set-Cookie" not in client.get(address_of(door, *pairs)).headers
