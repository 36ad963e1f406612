"""How the API behaves towards caches and towards scripts of other sites."""

import pytest

from web.api.conftest import Program
from web.fetched import Visitor

ADDRESSES = ["/", "/openapi.json", "/projects", "/projects/shared-hq-midtoy", "/locate?at=0,0"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_that_has_not_changed_is_not_sent_again(program: Program, address: str) -> None:
    etag = program.answer(address).headers["ETag"]

    again = program.answer(address, If_None_Match=etag)

    assert not etag.startswith("W/")
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_nor_is_a_compressed_one(program: Program, coding: str) -> None:
    first = program.answer("/projects", Accept_Encoding=coding)

    again = program.answer("/projects", Accept_Encoding=coding, If_None_Match=first.headers["ETag"])

    assert first.headers["Content-Encoding"] == coding
    assert (again.status_code, again.data) == (304, b"")


def test_another_answer_has_another_etag(program: Program) -> None:
    one, other = program.answer("/projects"), program.answer("/projects?limit=1")

    assert one.headers["ETag"] != other.headers["ETag"]


@pytest.mark.parametrize("address", [*ADDRESSES, "/nonsense", "/projects?x=1"])
def test_scripts_of_any_site_may_read(program: Program, address: str) -> None:
    headers = program.answer(address, Origin="https://example.org").headers

    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in headers


def test_a_browser_that_asks_first_is_told_what_it_may(program: Program) -> None:
    response = program.client.options(
        "/api/v1/projects",
        headers={
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )

    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize(
    "address", ["/", "/projects", "/api", "/data", "/pictures/map.svg", "/nonsense"]
)
def test_pages_are_not_for_scripts_of_other_sites(visitor: Visitor, address: str) -> None:
    assert "Access-Control-Allow-Origin" not in visitor.answer(address).headers


def test_a_head_request_has_no_body(program: Program) -> None:
    response = program.client.head("/api/v1/projects")

    assert (response.status_code, response.data) == (200, b"")
