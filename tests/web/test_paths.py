"""Addresses that try to leave the app: into the file system, or to another site."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from escwg_map.publish.publication import Publication
from reliability.catalogue import row

UPWARDS = (
    *("..", "%2e%2e", "%252e%252e", "..%2f..%2f..%2fetc%2fpasswd", "..%5c..%5cwin.ini"),
    *("..%252f..%252fetc%252fpasswd", "....//....//etc/passwd", "%c0%ae%c0%ae%2fetc%2fpasswd"),
    *("/etc/passwd", "%2fetc%2fpasswd", "file:%2f%2f%2fetc%2fpasswd", "C:%5cwindows%5cwin.ini"),
    *("%00", "projects.csv%00.txt", "CON", "NUL.csv", "aux", "~root", "a" * 300, "%ff%fe", "."),
    *("%0d%0aSet-Cookie:a=b", "__class__", "%7b%7b7*7%7d%7d", "*", "?", "", "%20", "-"),
)
SECRETS = ("root:", "publication.json", "Traceback", "[fonts]")

ELSEWHERE = (
    *("//evil.example", "//evil.example/", "//evil.example/ogc", "/\\evil.example/", "/\\/evil"),
    *("///evil.example/%2e%2e", "/%2f%2fevil.example", "/%5cevil.example", "/.evil.example"),
    *("//evil.example/%2f..", "/ogc//evil.example", "//ogc", "/ogc/..//evil.example", "/api/v1"),
    *("/ogc", "/ogc;x", "/projects;x=1", "/projects/", "/areas/../projects", "/./projects"),
    *("/%2e%2e/projects", "/projects%2f", "//projects", "//projects//forced-entry-westoy"),
    *("/;@evil.example", "/@evil.example", "/https://evil.example", "/http:evil.example"),
    *("/?next=//evil.example", "/boundaries?one=//evil.example&two=RZ1", "/ogc?f=//evil.example"),
)


def rules_with_parts(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.arguments]


def addresses(rule: Rule, text: str) -> Iterator[str]:
    """Put a text where a rule has each of its parts, with good values for the others."""
    good = {
        "layer": "police",
        "code": "E23000902",
        "what": "projects",
        "format_": "csv",
        "one": "E23000902",
        "other": "E31000901",
        "project_id": "forced-entry-westoy",
        "id": "forced-entry-westoy",
        "collection_id": "police",
        "feature_id": "E23000902",
        "name": "projects.csv",
        "path": "static/css/app.css",
        "rest": "collections",
    }
    for part in rule.arguments:
        values = good | {part: text}
        yield "".join(
            values[piece] if is_part else piece for is_part, piece in rule._trace if piece != "|"
        )


def raw(client: FlaskClient, address: str) -> TestResponse:
    """Ask for an address as it is written: the client would put it in order."""
    path, _, query = address.partition("?")
    return client.get("/", environ_overrides=_environment(path, query))


def _environment(path: str, query: str) -> dict[str, str]:
    from urllib.parse import unquote_to_bytes  # noqa: PLC0415

    decoded = unquote_to_bytes(path).decode("latin-1")
    return {"PATH_INFO": decoded, "QUERY_STRING": query, "RAW_URI": path, "REQUEST_URI": path}


@row(
    "N12",
    fault="An address with `..`, a NUL, a name of a device, or 300 letters for a file's name",
    seen="404: files are looked up in the list of those that there are",
    elsewhere="CVE-2026-42352 (pygeoapi), Datasette#555, MapServer#6313: files were sent",
)
@pytest.mark.parametrize("text", UPWARDS)
def test_n12_no_address_leads_out_of_the_publication(
    app: Flask, client: FlaskClient, text: str
) -> None:
    amiss = []
    for rule in rules_with_parts(app):
        for address in addresses(rule, text):
            answer = raw(client, address)
            if answer.status_code in (400, 404, 308) and not any(
                secret in answer.text for secret in SECRETS
            ):
                continue
            if answer.status_code == 200 and text in ("", ".", "?") and answer.data:
                continue  # the address of something else that there is
            amiss.append(f"{answer.status_code} {address[:120]}")

    assert amiss == []


def test_n12_only_what_is_published_is_sent(client: FlaskClient, publication: Publication) -> None:
    inside = [
        path.relative_to(publication.folder).as_posix()
        for path in publication.folder.rglob("*")
        if path.is_file()
    ]
    kept_back = [path for path in inside if not path.startswith(("static/", "map/", "register/"))]

    assert kept_back
    for path in kept_back:
        assert raw(client, f"/published/{publication.name}/{path}").status_code == 404


def test_n12_a_file_put_into_the_folder_is_not_sent(
    client: FlaskClient, publication: Publication
) -> None:
    stray = publication.folder / "register" / "stray.csv"
    stray.write_text("secret", encoding="utf-8")
    try:
        assert raw(client, "/data/stray.csv").status_code == 404
    finally:
        stray.unlink()


def served_carelessly(folder: Path, name: str) -> bytes:
    """What a server sends that joins names to paths: the tests' own bad example."""
    return (folder / name).read_bytes()


def test_n12_a_careless_server_would_be_caught(publication: Publication, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root:", encoding="utf-8")
    depth = "/".join([".."] * len(publication.folder.parts))

    body = served_carelessly(publication.folder, f"{depth}{tmp_path}/secret")

    assert any(secret in body.decode() for secret in SECRETS)


@row(
    "N18",
    fault="An address that a browser takes for another site's: `//evil/`, `/\\evil`, `?next=`",
    seen="404, or a redirection to the same site, once; nobody gives the target of one",
    elsewhere="Datasette had it twice: `//host`, then `/\\host` (#2429, #2680)",
)
@pytest.mark.parametrize("address", ELSEWHERE)
def test_n18_no_address_leads_to_another_site(client: FlaskClient, address: str) -> None:
    answer = raw(client, address)

    if "Location" in answer.headers:
        assert answer.status_code in (302, 308)
        assert leads_home(answer.headers["Location"])
        again = raw(client, urlsplit(answer.headers["Location"]).path)
        assert again.status_code in (200, 404)
    else:
        assert answer.status_code in (200, 400, 404)


def leads_home(location: str) -> bool:
    """Whether a browser that is sent there stays on the site."""
    plain = location.replace("\\", "/")
    return plain.startswith("http://localhost/") or (
        plain.startswith("/") and not plain.startswith("//")
    )


@pytest.mark.parametrize(
    "location",
    ["//evil.example", "/\\evil.example", "\\\\evil.example", "http://evil.example/", "evil"],
)
def test_n18_a_redirection_to_another_site_would_be_seen(location: str) -> None:
    assert not leads_home(location)


@pytest.mark.parametrize(
    "url",
    [
        *("http://evil.example/", "//localhost/", "//evil.example/", "http:/\\evil.example/"),
        *("http://localhost@evil.example/", "http://localhost.evil.example/", "http://[evil/"),
        *("http://localhost:80@evil.example/", "http://localhost\\@evil.example/", "javascript:1"),
        *("javascript://localhost/", "data:text/html,x", "file:///etc/passwd", "ftp://localhost/"),
        *("http://localhost/projects", "http://localhost/../projects", "http://localhost//"),
        *("http://localhost/\u0000x", "http://localhost/%2e%2e", "http://169.254.169.254/"),
    ],
)
def test_n18_oembed_shows_no_other_address(client: FlaskClient, url: str) -> None:
    answer = client.get("/oembed", query_string={"url": url})

    assert answer.status_code == 404
    assert "iframe" not in answer.text


def test_n18_the_pair_picked_in_the_form_is_a_page_of_ours(client: FlaskClient) -> None:
    answer = client.get("/boundaries?one=E23000902&two=E31000901")

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/boundaries/E23000902/E31000901",
    )
