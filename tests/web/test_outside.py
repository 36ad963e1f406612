"""How the map is seen from outside: hosts, proxies, and a path below another site."""

import re
from collections import deque
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from escwg_map.settings import Settings
from escwg_map.web import create_app

PROXY = "10.0.0.9"
CLIENT = "192.0.2.7"


def client_of(folder: Path, **settings: str) -> FlaskClient:
    """Make an app with these settings, and a client."""
    return create_app(folder, Settings.model_construct(**settings)).test_client()  # type: ignore[arg-type] # texts


def asked(client: FlaskClient, path: str, peer: str = PROXY, **headers: str) -> TestResponse:
    """Ask as a proxy does."""
    named = {f"X-Forwarded-{name}": text for name, text in headers.items()}
    return client.get(path, headers=named, environ_overrides={"REMOTE_ADDR": peer})


def root(answer: TestResponse) -> str:
    """What the addresses of the list of pages begin with."""
    found = re.search("<loc>([^<?]*)", answer.text)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def behind(toyshire_published: Path) -> FlaskClient:
    """The map behind a proxy that is listed."""
    hosts = "map.example.org *.example.net localhost"
    return client_of(toyshire_published, trusted_hosts=hosts, trusted_proxies="10.0.0.0/24 ::1")


def test_a_listed_proxy_is_believed(behind: FlaskClient) -> None:
    answer = asked(behind, "/sitemap.xml", Host="map.example.org", Proto="https", Prefix="/esc")

    assert root(answer) == "https://map.example.org/esc/"
    assert "Strict-Transport-Security" in answer.headers


def test_another_address_is_not_believed(behind: FlaskClient) -> None:
    answer = asked(
        *(behind, "/sitemap.xml", CLIENT), Host="map.example.org", Proto="https", Prefix="/esc"
    )

    assert root(answer) == "http://localhost/"


def test_the_last_proxy_is_believed_and_not_what_was_there_before(behind: FlaskClient) -> None:
    answer = asked(
        *(behind, "/sitemap.xml"), Host="evil.example, map.example.org", Proto="ftp, https"
    )

    assert root(answer) == "https://map.example.org/"


@pytest.mark.parametrize("host", ["evil.example", "map.example.org.evil.example", "example.net"])
def test_a_proxy_cannot_bring_a_host_that_is_not_trusted(behind: FlaskClient, host: str) -> None:
    answer = asked(behind, "/", Host=host)

    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_a_name_below_a_trusted_one_will_do(behind: FlaskClient) -> None:
    assert asked(behind, "/about", Host="a.b.example.net").status_code == 200


@pytest.mark.parametrize("prefix", ["//evil.example", "/a b", "/..;/", "evil", "/<x>"])
def test_a_prefix_that_is_no_path_is_left_out(behind: FlaskClient, prefix: str) -> None:
    assert root(asked(behind, "/sitemap.xml", Prefix=prefix)) == "http://localhost/"


def test_the_public_address_stands_whatever_is_asked(toyshire_published: Path) -> None:
    client = client_of(toyshire_published, public_url="https://www.example.org/esc/")

    answer = client.get("/sitemap.xml", base_url="http://www.example.org:8000")

    assert root(answer) == "https://www.example.org/esc/"
    assert client.get("/about", base_url="http://localhost").status_code == 400


@pytest.mark.parametrize(
    "address",
    ["/feed.atom", "/api/v1/", "/ogc/?f=json", "/robots.txt", "/data/catalog.jsonld", "/", "/api"],
)
def test_no_address_has_the_host_that_was_asked(toyshire_published: Path, address: str) -> None:
    client = client_of(
        toyshire_published,
        public_url="https://www.example.org/esc",
        trusted_hosts="internal.example",
    )

    answer = client.get(address, base_url="http://internal.example:8000")

    assert answer.status_code == 200
    assert "internal.example" not in answer.text
    assert "https://www.example.org/esc/" in answer.text or address == "/api"


@pytest.mark.parametrize("path", ["/esc/about", "/about"])
def test_a_proxy_may_pass_the_path_on_whole_or_without_ours(
    toyshire_published: Path, path: str
) -> None:
    client = client_of(toyshire_published, public_url="http://localhost/esc")

    assert client.get(path).status_code == 200


def test_health_is_told_whatever_the_host(toyshire_published: Path) -> None:
    answer = client_of(toyshire_published).get("/livez", base_url="http://10.1.2.3:8000")

    assert answer.status_code != 400


def pages_under(client: FlaskClient, start: str, most: int = 400) -> dict[str, TestResponse]:
    """Follow every link of every page, as long as it leads to this host."""
    found: dict[str, TestResponse] = {}
    waiting = deque([start])
    while waiting and len(found) < most:
        address = waiting.popleft()
        if address in found:
            continue
        found[address] = answer = client.get(address)
        if answer.mimetype == "text/html":
            waiting.extend(linked(address, answer.text))
    return found


def linked(address: str, text: str) -> list[str]:
    """Every address that a page of ours names on this host, without its fragment."""
    page = BeautifulSoup(text, "html.parser")
    named = [
        str(element[name])
        for name in ("href", "src", "action", "data-address", "data-suggestions", "data-action")
        for element in page.select(f"[{name}]")
    ]
    whole = [urljoin(f"http://localhost{address}", each) for each in named]
    parts = [urlsplit(each) for each in whole]
    return [
        part.path + (f"?{part.query}" if part.query else "")
        for part in parts
        if part.netloc == "localhost"
    ]


def test_every_link_of_a_map_below_another_site_stays_below_it(toyshire_published: Path) -> None:
    client = client_of(toyshire_published, public_url="http://localhost/esc")

    found = pages_under(client, "/esc/")

    assert len(found) > 200
    assert [address for address in found if not f"{address}/".startswith("/esc/")] == []
    assert [address for address, answer in found.items() if answer.status_code >= 400] == []


def test_the_page_where_one_is_is_marked_below_another_site(toyshire_published: Path) -> None:
    client = client_of(toyshire_published, public_url="http://localhost/esc")

    page = BeautifulSoup(client.get("/esc/projects").text, "html.parser")

    marked = [str(each["href"]) for each in page.select("nav [aria-current=page]")]
    assert marked == ["/esc/projects"]


def test_an_address_of_oembed_below_another_site_is_known(toyshire_published: Path) -> None:
    client = client_of(toyshire_published, public_url="http://localhost/esc")

    answer = client.get("/esc/oembed?url=http://localhost/esc/%3Flayer=fire")

    assert "http://localhost/esc/embed" in answer.text


def test_a_request_is_named_by_a_listed_proxy_alone(app: Flask, behind: FlaskClient) -> None:
    given = {"X-Request-ID": "0123456789abcdef"}
    through = behind.get("/about", headers=given, environ_overrides={"REMOTE_ADDR": PROXY})

    assert through.headers["X-Request-ID"] == given["X-Request-ID"]
    assert (
        app.test_client().get("/about", headers=given).headers["X-Request-ID"]
        != given["X-Request-ID"]
    )
