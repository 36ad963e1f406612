"""The headers that every response carries."""

from pathlib import Path

import pytest

from escwg_map.settings import Settings
from escwg_map.web import create_app
from web.fetched import Visitor

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'none'"
)
NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox"
ADDRESSES = [
    "/",
    "/projects",
    "/projects/forced-entry-westoy",
    "/projects/forced-entry-westoy/card",
    "/areas",
    "/areas/police/E23000901",
    "/gaps",
    "/national",
    "/places?q=toytown",
    "/places/suggestions?q=toytown",
    "/boundaries",
    "/boundaries/E23000901/E31000901",
    "/areas/police/E23000901/briefing",
    "/print",
    "/pictures/map.svg",
    "/pictures/first-view.svg",
    "/export/gaps.csv",
    "/export/areas.geojson",
    "/api",
    "/api/v1/projects",
    "/api/v1/nonsense",
    "/data/catalog.jsonld",
    "/feed.atom",
    "/sitemap.xml",
    "/robots.txt",
    "/pictures/preview.png",
    "/nonsense",
    "/?layer=nonsense",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_inline_and_no_other_host(visitor: Visitor, address: str) -> None:
    answer = visitor.answer(address)

    policy = POLICY if answer.mimetype == "text/html" else NOT_A_PAGE
    assert answer.headers["Content-Security-Policy"] == policy


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_sniffed_and_no_cookie_is_set(visitor: Visitor, address: str) -> None:
    answer = visitor.answer(address)

    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


def test_pages_are_asked_for_again(visitor: Visitor) -> None:
    assert visitor.answer("/").headers["Cache-Control"] == "no-cache"


def test_errors_are_not_stored(visitor: Visitor) -> None:
    assert visitor.answer("/nonsense").headers["Cache-Control"] == "no-store"


def test_the_embedded_map_may_be_framed_by_our_own_pages(visitor: Visitor) -> None:
    answer = visitor.answer("/embed")

    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers


def test_the_embedded_map_may_be_framed_by_the_hosts_that_are_set(toyshire_published: Path) -> None:
    app = create_app(
        toyshire_published,
        Settings.model_construct(embed_hosts="https://www.example.org *.example.net"),
    )

    answer = app.test_client().get("/embed")

    assert answer.headers["Content-Security-Policy"].endswith(
        "frame-ancestors 'self' https://www.example.org *.example.net"
    )


def test_the_hosts_that_may_embed_may_frame_no_other_page(toyshire_published: Path) -> None:
    app = create_app(
        toyshire_published, Settings.model_construct(embed_hosts="https://www.example.org")
    )

    assert app.test_client().get("/").headers["Content-Security-Policy"] == POLICY
