"""The headers that every response carries."""

import pytest

from web.fetched import Visitor

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
ADDRESSES = [
    "/",
    "/projects",
    "/projects/forced-entry-westoy",
    "/projects/forced-entry-westoy/card",
    "/areas",
    "/areas/police/E23000901",
    "/gaps",
    "/national",
    "/boundaries",
    "/boundaries/E23000901/E31000901",
    "/areas/police/E23000901/briefing",
    "/print",
    "/pictures/map.svg",
    "/export/gaps.csv",
    "/export/areas.geojson",
    "/nonsense",
    "/?layer=nonsense",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_inline_and_no_other_host(visitor: Visitor, address: str) -> None:
    answer = visitor.answer(address)

    assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_sniffed_and_no_cookie_is_set(visitor: Visitor, address: str) -> None:
    answer = visitor.answer(address)

    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


def test_pages_are_asked_for_again(visitor: Visitor) -> None:
    assert visitor.answer("/").headers["Cache-Control"] == "no-cache"


def test_errors_are_not_stored(visitor: Visitor) -> None:
    assert visitor.answer("/nonsense").headers["Cache-Control"] == "no-store"
