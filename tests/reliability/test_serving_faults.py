"""Servers that break, stop, are asked too much, or whose clients go away; and what they write."""

import gzip
import os
import re
import signal
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, IncompleteRead, RemoteDisconnected
from pathlib import Path

import pytest

from escwg_map import logs
from reliability.catalogue import row
from reliability.processes import BEGINNING, BREAKING, Server, read_all, started, status, until

ROOT = Path(__file__).parents[2]
TELL_TALES = re.compile(
    rb"Traceback|site-packages|ZeroDivision|[Ww]erkzeug|[Gg]ranian|Python/|" + os.fsencode(ROOT)
)


@pytest.fixture(scope="module")
def server(toyshire_published: Path) -> Iterator[Server]:
    """Toyshire, with routes that break."""
    with started(toyshire_published, BREAKING) as one:
        yield one


@row(
    "P10",
    fault="a worker dies, as native code or a lack of memory makes it",
    seen="only its own requests fail; another is started, the server stays",
    elsewhere="granian, by default, ends the whole server when one worker dies",
)
def test_p10_a_worker_that_aborts_is_replaced_and_the_server_stays(
    toyshire_published: Path,
) -> None:
    with started(toyshire_published, BREAKING, workers=2) as server:
        assert until(lambda: server.listeners() == 2)
        before = set(server.workers())
        assert status(server.get("/test/abort")) == 0
        assert until(lambda: len(set(server.workers()) - before) == 1)
        failed = [a for a in (server.get("/about") for _ in range(100)) if status(a) != 200]

        assert server.process.poll() is None
        assert failed == []
        assert len(server.workers()) == 2


def test_p10_a_writer_that_dies_is_replaced_and_the_server_stays(toyshire_published: Path) -> None:
    with started(toyshire_published, workers=2) as server:
        before = server.workers()
        assert status(server.get("/export/areas.gpkg")) == 200
        (writer,) = server.writers()
        os.kill(writer, signal.SIGKILL)

        assert status(server.get("/export/areas.parquet")) == 200
        assert server.workers() == before


def test_p10_the_writer_begins_with_the_first_file(toyshire_published: Path) -> None:
    with started(toyshire_published) as server:
        assert server.writers() == []
        assert status(server.get("/export/areas.gpkg")) == 200
        assert len(server.writers()) == 1


def test_p10_no_worker_loads_what_files_are_written_with(toyshire_published: Path) -> None:
    with started(toyshire_published, workers=1) as server:
        for ending in ("gpkg", "shp.zip", "parquet", "xlsx"):
            assert status(server.get(f"/export/areas.{ending}")) == 200
        assert status(server.get("/?at=-1.79,52.71")) == 200  # a place is found with shapely
        (worker,) = server.workers()
        loaded = Path(f"/proc/{worker}/maps").read_text()

        assert "shapely" in loaded
        assert not re.search("gdal|arrow|pandas|pyproj", loaded)


@row(
    "P12",
    fault="SIGTERM in the middle of a download, and once more",
    seen="the download is finished, nobody else is let in, the exit status is 0 within 10 s",
)
def test_p12_a_server_that_is_told_to_stop_finishes_and_takes_nobody_new(
    toyshire_published: Path,
) -> None:
    with started(toyshire_published, BREAKING) as server:
        with _asked(server, "/test/long") as line:
            assert line.recv(100)
            server.process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            assert until(lambda: not _answers(server.port, "/readyz"), 3)
            server.process.send_signal(signal.SIGTERM)
            rest = read_all(line)
        ended = server.process.wait(15)

    assert len(rest) > 59 * 6_000
    assert ended == 0
    assert time.monotonic() - began < 10
    assert "Traceback" not in "".join(server.output)


def test_p12_a_worker_that_is_still_beginning_does_not_hold_the_server_up(
    toyshire_published: Path,
) -> None:
    with started(toyshire_published, BEGINNING, workers=2) as server:
        assert status(server.get("/about")) == 200
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)

        assert server.process.wait(15) == 0
        assert time.monotonic() - began < 5


def _asked(server: Server, path: str) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    return line


def _answers(port: int, path: str) -> bool:
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
            connection.request("GET", path)
            return connection.getresponse().status > 0
    except OSError:
        return False


def test_p12_a_connection_that_says_nothing_does_not_hold_the_server_up(
    toyshire_published: Path,
) -> None:
    with (
        started(toyshire_published) as server,
        socket.create_connection(("127.0.0.1", server.port)),
    ):
        assert status(server.get("/about")) == 200
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)

        assert server.process.wait(15) == 0
        assert time.monotonic() - began < 10


def test_p12_a_request_that_does_not_end_is_ended(toyshire_published: Path) -> None:
    with started(toyshire_published, BREAKING, stop_seconds=1) as server:
        line = socket.create_connection(("127.0.0.1", server.port))
        line.sendall(b"GET /test/sleep?for=60 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert status(server.get("/about")) == 200
        server.process.send_signal(signal.SIGTERM)

        assert server.process.wait(10) == 0
        line.close()


@row(
    "N26",
    fault="five times as many requests as can be worked on",
    seen="503 with Retry-After at once for what does not fit in the queue; the others are answered",
)
def test_n26_what_is_too_much_is_sent_away_at_once(toyshire_published: Path) -> None:
    limits = {"concurrent_requests": 4, "queued_requests": 4, "workers": 2, "kept_bytes": 0}
    with started(toyshire_published, BREAKING, **limits) as server:
        found: list[tuple[int, float]] = []
        health: list[tuple[int, float]] = []
        work = "/test/sleep?for=0.5"
        clients = [threading.Thread(target=_ask, args=(server, work, found, 3)) for _ in range(40)]
        for each in (
            *clients,
            prober := threading.Thread(target=_ask, args=(server, "/livez", health, 20)),
        ):
            each.start()
        for each in (*clients, prober):
            each.join()
        shed = [seconds for code, seconds in found if code == 503]
        retry = b"retry-after: 2" in _busy_answer(server)

    served = [seconds for code, seconds in found if code == 200]
    assert len(shed) + len(served) == len(found) == 120
    assert len(served) >= 8
    assert len(shed) >= 24
    assert statistics.median(shed) < min(served)
    assert max(served) < 2
    assert {code for code, _ in health} <= {200, 404}
    assert retry


def _ask(server: Server, path: str, found: list[tuple[int, float]], times: int) -> None:
    for _ in range(times):
        began = time.monotonic()
        code = status(server.get(path))
        found.append((code, time.monotonic() - began))


def _busy_answer(server: Server) -> bytes:
    """Fill the server, and ask until it says that it is full."""
    lines = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(16)]
    for line in lines:
        line.sendall(b"GET /test/sleep?for=2 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    answers = (server.get("/about") for _ in range(50))
    busy = next(answer for answer in answers if status(answer) == 503)
    for line in lines:
        line.close()
    return busy


def test_n26_without_limits_nobody_is_sent_away(toyshire_published: Path) -> None:
    limits = {"concurrent_requests": 64, "queued_requests": 1000}
    with started(toyshire_published, BREAKING, **limits) as server:
        found: list[tuple[int, float]] = []
        clients = [
            threading.Thread(target=_ask, args=(server, "/test/work", found, 2)) for _ in range(20)
        ]
        for each in clients:
            each.start()
        for each in clients:
            each.join()

    assert {code for code, _ in found} == {200}


@row(
    "N27",
    fault="clients hang up in the middle of a download, a thousand times",
    seen="the worker goes on to the next; one line each in the log, no error, no descriptor lost",
)
def test_n27_clients_that_hang_up_leave_nothing_behind(toyshire_published: Path) -> None:
    with started(toyshire_published, BREAKING) as server:
        assert status(server.get("/about")) == 200
        before = server.descriptors()
        for _ in range(1_000):
            with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
                line.sendall(b"GET /test/endless HTTP/1.1\r\nHost: localhost\r\n\r\n")
                assert line.recv(1_000)
        flat = until(lambda: server.descriptors() <= before + 8)
        answer = server.get("/about")

    assert flat
    assert status(answer) == 200
    assert [line for line in server.lines() if line["level"] == "error"] == []


@row(
    "O12",
    fault="code faults, and what it knows of itself could be shown",
    seen="one plain sentence; the traceback is in the log, and nowhere else",
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_o12_a_fault_shows_nothing_of_the_inside(server: Server, accept: str) -> None:
    answer = server.get("/test/fault/secret", Accept=accept)

    assert status(answer) == 500
    assert TELL_TALES.findall(answer) == []


def test_o12_the_log_has_the_traceback_in_a_line(server: Server) -> None:
    server.get("/test/fault/secret")

    assert until(
        lambda: any("ZeroDivisionError" in line.get("traceback", "") for line in server.lines())
    )


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/",
            "/about",
            "/data",
            "/api",
            "/api/v1/",
            "/ogc/",
            "/ogc/api",
            "/nonsense",
            "/?layer=x",
        ),
        *("/export/areas.geojson", "/export/areas.gpkg", "/export/areas.shp.zip", "/feed.atom"),
        *("/export/gaps.xlsx", "/export/gaps.parquet", "/export/areas.kml", "/export/gaps.csv"),
        *("/pictures/map.svg", "/pictures/preview.png", "/data/datapackage.json"),
    ],
)
def test_o12_no_output_tells_of_the_machine(server: Server, path: str) -> None:
    answer = server.get(path, Accept_Encoding="identity")

    assert status(answer) in (200, 400, 404)
    assert TELL_TALES.findall(answer) == []


def test_o12_the_harness_would_find_a_fault_that_is_shown() -> None:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        shown = logs.JsonLines().formatException((type(error), error, error.__traceback__))

    assert TELL_TALES.findall(shown.encode())


@row(
    "O13",
    fault="line ends, terminal codes and places that somebody typed, in addresses and headers",
    seen="one JSON object a line; a route's template and no query, address or body",
)
@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/places?q=SW1A+1AA", {}),
        ("/places?q=a%0d%0a%7B%22level%22:%22forged%22%7D", {}),
        ("/projects/%1b%5b31mSW1A%0d%0aforged", {}),
        ("/SW1A/%0aforged", {"X-Request-ID": "forged-forged"}),
        ("/test/fault/SW1A%0d%0aforged?q=SW1A", {"User-Agent": "SW1A forged"}),
    ],
)
def test_o13_the_log_holds_nothing_that_somebody_typed(
    toyshire_published: Path, path: str, headers: dict[str, str]
) -> None:
    with started(toyshire_published, BREAKING) as server:
        answer = server.get(path, 30, **headers)
        assert until(lambda: any(line["event"] == "request" for line in server.lines()))

    named = re.search(rb"x-request-id: (\w+)", answer)
    lines = [line for line in server.lines() if line["event"] == "request"]
    told = "\n".join(line for line in server.output if "fault while answering" not in line)
    assert named
    assert [line["request_id"] for line in lines] == [named[1].decode()]
    assert not re.search(r"SW1A|forged|\x1b|127\.0\.0\.1\"", told)
    assert lines[0].keys() >= {
        *("time", "level", "event", "request_id", "method", "route", "status", "ms", "bytes"),
        "generation",
    }


def test_o13_a_traceback_is_one_line_whatever_it_holds(server: Server) -> None:
    server.get("/test/fault/a%0d%0a%7B%22level%22:%22forged%22%7D")

    assert until(lambda: any("forged" in line.get("traceback", "") for line in server.lines()))
    assert {line["level"] for line in server.lines()} <= {"info", "warning", "error"}


@row(
    "O14",
    fault="a download breaks off in the middle",
    seen="fewer bytes than were told, which every program notices",
)
def test_o14_a_download_that_breaks_off_does_not_look_complete(server: Server) -> None:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        connection.request("GET", "/test/export/told")
        # Where it breaks off before the server has sent its beginning, nothing comes at all.
        with pytest.raises((IncompleteRead, RemoteDisconnected)):
            connection.getresponse().read()


def test_o14_a_download_of_untold_length_would_look_complete(server: Server) -> None:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        connection.request("GET", "/test/export/untold")
        with connection.getresponse() as answer:
            assert len(answer.read()) == 10 * 6_000


@pytest.mark.parametrize(
    "path",
    [
        *("/export/areas.geojson", "/export/areas.gpkg", "/export/areas.shp.zip", "/feed.atom"),
        *("/export/gaps.xlsx", "/export/gaps.parquet", "/export/areas.kml", "/export/gaps.csv"),
        *("/export/gaps.json", "/data/projects.csv", "/areas/police/E23000901/coverage.csv"),
    ],
)
def test_o14_every_download_tells_its_length(server: Server, path: str) -> None:
    told = server.get(path, Accept_Encoding="identity").partition(b"\r\n\r\n")

    length = re.search(rb"content-length: (\d+)", told[0])
    assert length
    assert int(length[1]) == len(told[2])


@pytest.mark.parametrize("path", ["/export/areas.geojson", "/export/areas.kml"])
def test_o14_a_part_of_what_is_compressed_does_not_look_complete(server: Server, path: str) -> None:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        with connection.getresponse() as answer:
            body = answer.read()

    assert gzip.decompress(body)
    with pytest.raises(EOFError):
        gzip.decompress(body[:-1])
