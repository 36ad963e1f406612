"""Requests that no browser sends, byte by byte, to a real server."""

import resource
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.catalogue import row
from reliability.processes import BREAKING, Server, read_all, started, status, until

HOST = b"Host: localhost\r\n"
CHUNKED = b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n"


@pytest.fixture(scope="module")
def server(toyshire_published: Path) -> Iterator[Server]:
    """Toyshire, served with the settings that an operator has who sets none."""
    with started(toyshire_published, BREAKING) as one:
        yield one


def head(*lines: bytes, first: bytes = b"GET /about HTTP/1.1") -> bytes:
    """Write the head of a request."""
    return b"\r\n".join([first, *lines, b"", b""])


@row(
    "N15",
    fault="a body of 300 MB, or one in chunks without end, or of a bomb; slow or idle connections",
    seen="413 or 400 before any of it is read, 415 for a compressed one; slow heads are cut off "
    "after 5 s, and everybody else is served. They get no 408: granian closes the connection "
    "before the app hears of it, and has no setting for an answer",
    elsewhere="frameworks read what they are sent: Werkzeug CVE-2023-25577 and CVE-2024-49767",
)
def test_n15_a_body_of_300_mb_is_refused_before_it_is_read(server: Server) -> None:
    began = time.monotonic()
    answer = server.raw(
        head(HOST[:-2], b"Content-Length: 300000000", first=b"POST /api/v1/projects HTTP/1.1")
        + b"x" * 1_000_000
    )

    assert status(answer) == 413
    assert time.monotonic() - began < 1


def test_n15_a_body_of_unknown_length_is_refused_before_it_is_read(server: Server) -> None:
    answer = server.raw(CHUNKED + b"\r\n" + b"10000\r\n" + b"x" * 65_536 + b"\r\n", seconds=3)

    assert status(answer) == 400


def test_n15_a_body_that_never_comes_holds_nobody_up(server: Server) -> None:
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=3) as line:
        line.sendall(head(HOST[:-2], b"Content-Length: 100", first=b"POST / HTTP/1.1") + b"a")
        assert status(line.recv(65_536)) == 405
    assert time.monotonic() - began < 1


def test_n15_a_compressed_body_is_refused(server: Server) -> None:
    body = head(
        *(HOST[:-2], b"Content-Length: 4", b"Content-Encoding: gzip", b"Connection: close"),
        first=b"POST / HTTP/1.1",
    )

    assert status(server.raw(body + b"\x1f\x8b\x08\x00")) == 415


def test_n15_a_head_that_does_not_end_is_cut_off(server: Server) -> None:
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=12) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        assert read_all(line) == b""
    assert 4 < time.monotonic() - began < 7


def test_n15_a_thousand_idle_connections_shut_nobody_out(server: Server) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 4096:
        pytest.skip(f"this machine lets a process open {hard} files: the test needs 4,096")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 4096), hard))
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(1_000)]
    taken = []
    for _ in range(100):
        began = time.monotonic()
        assert status(server.get("/about")) == 200
        taken.append(time.monotonic() - began)
    for line in idle:
        line.close()

    assert sorted(taken)[-2] < 1


@row(
    "N16",
    fault="an address of 70 kB or 9 kB, 300 headers, a header of 100 kB, NUL or 0xFF in the path",
    seen="414, 431 or 400; what granian refuses itself (over 64 KB, over 100 headers, no HTTP) has "
    "no headers of ours, for which it has no setting; behind a proxy, the proxy refuses it",
)
@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (head(HOST[:-2], first=b"GET /" + b"a" * 70_000 + b" HTTP/1.1"), 414),
        (head(HOST[:-2], first=b"GET /?q=" + b"a" * 9_000 + b" HTTP/1.1"), 414),
        (head(HOST[:-2], *(b"A%d: x" % number for number in range(300))), 431),
        (head(HOST[:-2], b"A: " + b"x" * 100_000), 431),
        (head(HOST[:-2], first=b"GET /a\x00b HTTP/1.1"), 400),
        (head(HOST[:-2], first=b"GET /a\xffb HTTP/1.1"), 400),
    ],
    ids=["70 kB address", "9 kB address", "300 headers", "100 kB header", "NUL", "0xFF"],
)
def test_n16_what_is_too_long_or_no_text_is_refused(
    server: Server, sent: bytes, expected: int
) -> None:
    assert status(server.raw(sent, seconds=2)) == expected


@row(
    "N17",
    fault="a host that is not ours, none, or two; an absolute address; X-Forwarded-… from outside",
    seen="400 for a host that is not trusted; no address is built from what a client wrote",
    elsewhere="Flask echoes any host into its links unless told otherwise; measured, http://evil…",
)
@pytest.mark.parametrize(
    "hosts",
    [
        (b"Host: evil.example",),
        (b"Host:",),
        (),
        (b"Host: localhost", b"Host: evil.example"),
        (b"Host: localhost@evil.example",),
        (b"Host: localhost:80:80",),
        (b"Host: notlocalhost",),
    ],
    ids=["not ours", "empty", "none", "two", "with a user", "two ports", "ending like ours"],
)
def test_n17_a_host_that_is_not_trusted_is_refused(
    server: Server, hosts: tuple[bytes, ...]
) -> None:
    answer = server.raw(head(*hosts, b"Connection: close", first=b"GET /sitemap.xml HTTP/1.1"))

    assert status(answer) == 400
    assert b"evil" not in answer


@pytest.mark.parametrize(
    "line",
    [
        *(b"X-Forwarded-Host: evil.example", b"X-Forwarded-Proto: https"),
        *(b"X-Forwarded-Prefix: /evil", b"Forwarded: host=evil.example", b"X-Host: evil.example"),
        *(b"X-Original-URL: /evil", b"X-Rewrite-URL: /evil"),
    ],
)
def test_n17_no_header_of_a_client_changes_an_address(server: Server, line: bytes) -> None:
    first = b"GET http://evil.example/sitemap.xml HTTP/1.1"
    plain = head(b"Host: localhost", b"Connection: close", first=b"GET /sitemap.xml HTTP/1.1")
    answer = server.raw(head(b"Host: localhost", line, b"Connection: close", first=first))

    assert status(answer) == 200
    assert answer.partition(b"\r\n\r\n")[2] == server.raw(plain).partition(b"\r\n\r\n")[2]


@row(
    "N19",
    fault="a request with a length and chunks, or two lengths; several requests at once; bare LF",
    seen="400 and the connection is closed, so that nothing is read twice; several at once are "
    "answered in order. Lines that end with LF alone are taken by granian, which has no setting "
    "against it (RFC 9112 lets it), alone or behind a proxy that passes them on: nothing after "
    "them is read differently",
)
@pytest.mark.parametrize(
    "lines",
    [
        (b"Content-Length: 4", b"Transfer-Encoding: chunked"),
        (b"Transfer-Encoding: chunked", b"Content-Length: 4"),
        (b"Content-Length: 4", b"Content-Length: 5"),
        (b"Transfer-Encoding: xchunked",),
        (b"Transfer-Encoding: chunked, identity",),
        (b"Content-Length: +4",),
    ],
    ids=["both", "both, turned", "two lengths", "unknown", "chunks not last", "signed length"],
)
def test_n19_a_request_that_two_readers_would_end_elsewhere_is_refused_and_cut_off(
    server: Server, lines: tuple[bytes, ...]
) -> None:
    smuggled = b"0\r\n\r\nGET /national HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer = server.raw(head(HOST[:-2], *lines, first=b"POST / HTTP/1.1") + smuggled, seconds=3)

    assert status(answer) == 400
    assert answer.count(b"HTTP/1.1 ") == 1


def test_n19_requests_sent_at_once_are_answered_in_order(server: Server) -> None:
    first, last = head(HOST[:-2]), head(HOST[:-2], b"Connection: close", first=b"GET /x HTTP/1.1")

    answer = server.raw(first + last)

    found = [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:]]
    assert found == [200, 404]


def test_n19_lines_that_end_with_lf_alone_are_one_request(server: Server) -> None:
    answer = server.raw(b"GET /about HTTP/1.1\nHost: localhost\nConnection: close\n\n")

    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_server_that_refuses_goes_on(server: Server) -> None:
    assert until(lambda: status(server.get("/about")) == 200)
    assert [line for line in server.lines() if line["level"] == "error"] == []
