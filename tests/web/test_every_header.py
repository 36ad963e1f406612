"""Every address with every status: the whole set of headers, and no cookie."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from escwg_map.settings import Settings
from escwg_map.web import create_app

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": "escwg-map",
}
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'none'"
)
NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox"
FOR_EVER = "public, max-age=31536000, immutable"
EXAMPLES = {
    "project_id": "forced-entry-westoy",
    "layer": "police",
    "code": "E23000901",
    "one": "E23000901",
    "other": "E31000901",
    "what": "map",
    "format_": "csv",
    "collection_id": "projects",
    "scheme": "jesip",
    "id": "forced-entry-westoy",
    "name": "projects.csv",
    "path": "static/js/app.js",
}
"""Something for each part of an address; where there is nothing such, the answer is a 404."""


def addresses(app: Flask) -> Iterator[str]:
    """One address of every rule."""
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            yield adapter.build(rule.endpoint, {n: value(rule, n) for n in rule.arguments})
        yield "/nonsense"
        yield "/api/nonsense"
        yield "/ogc/nonsense"


def value(rule: Rule, name: str) -> str:
    """Something for a part of an address."""
    if rule.endpoint == "downloads.export_table" and name == "what":
        return "gaps"
    if rule.endpoint == "downloads.export_area_table" and name == "what":
        return "coverage"
    if rule.endpoint == "features.show_item":
        return {"collection_id": "projects"}.get(name, "forced-entry-westoy")
    return EXAMPLES.get(name, "1")


def answers(app: Flask) -> Iterator[TestResponse]:
    """Every address: found, not changed, sent something, with a parameter that there is not."""
    client = app.test_client()
    for address in addresses(app):
        found = client.get(address, base_url="https://localhost")
        yield found
        if etag := found.headers.get("ETag"):
            yield client.get(address, headers={"If-None-Match": etag}, base_url="https://localhost")
        yield client.post(address, base_url="https://localhost")
        yield client.post(
            address, environ_overrides={"CONTENT_LENGTH": str(2**21)}, base_url="https://localhost"
        )
        yield client.get(f"{address}?nonsense=1", base_url="https://localhost")
        yield client.get(address, headers={"Host": "evil.example"}, base_url="https://evil.example")


def faults(answer: TestResponse) -> list[str]:
    """What is missing, wrong, or should not be there."""
    headers, status = answer.headers, answer.status_code
    page = answer.mimetype == "text/html"
    embed = answer.request.path == "/embed" and answer.request.method == "GET"
    given = headers.get("Content-Security-Policy")
    # That it has not changed is told without a type, and with the policy of what has not.
    policy = PAGE if page or (status == 304 and given != NO_PAGE) else NO_PAGE
    if embed:
        policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    passing = status >= 400 or answer.request.path in ("/livez", "/readyz")
    cached = "no-store" if passing else "no-cache"
    if answer.request.path.startswith("/published/") and status < 400:
        cached = FOR_EVER
    wanted = {
        **ALWAYS,
        "Content-Security-Policy": policy,
        "Cache-Control": cached,
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        **({} if embed else {"X-Frame-Options": "DENY"}),
    }
    wrong = [f"{n}: {headers.get(n)}" for n, text in wanted.items() if headers.get(n) != text]
    open_ = headers.get("Access-Control-Allow-Origin")
    shared = headers.get("Cross-Origin-Resource-Policy")
    wrong += ["shared"] if shared not in ("same-origin", "cross-origin") else []
    wrong += ["read by others"] if open_ and (open_, shared) != ("*", "cross-origin") else []
    wrong += ["named"] if "X-Request-ID" not in headers else []
    return wrong + [n for n in ("Set-Cookie", "Access-Control-Allow-Credentials") if n in headers]


@pytest.fixture(scope="module")
def known(toyshire_published: Path) -> Flask:
    """The app, with an address for reports of weaknesses."""
    settings = Settings.model_construct(security_contact="mailto:security@example.org")
    return create_app(toyshire_published, settings)


def test_every_address_carries_every_header_whatever_the_status(known: Flask) -> None:
    seen = list(answers(known))

    assert {a.status_code for a in seen} >= {200, 304, 400, 404, 405, 413}
    assert [(a.request.url, a.status, wrong) for a in seen if (wrong := faults(a))] == []


def test_an_app_without_our_headers_would_be_found() -> None:
    naive = Flask("naive")
    naive.add_url_rule("/", "naive", lambda: "")

    assert len(faults(naive.test_client().get("/"))) > 8


def test_addresses_that_are_plain_on_the_outside_do_not_ask_for_tls(known: Flask) -> None:
    assert "Strict-Transport-Security" not in known.test_client().get("/").headers


@pytest.mark.parametrize("address", ["/api/v1/projects", "/ogc/", "/data/projects.csv"])
def test_data_is_for_the_scripts_of_other_sites(known: Flask, address: str) -> None:
    answer = known.test_client().get(address)

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("address", ["/", "/projects", "/data", "/embed"])
def test_pages_are_not_for_the_scripts_of_other_sites(known: Flask, address: str) -> None:
    answer = known.test_client().get(address)

    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
