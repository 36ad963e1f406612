"""The access log: one line a request, and no request that waits for it."""

import json
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.access_log import REQUEST_ID, AccessLog


def logged(publication: Path, log: list[bytes], settings: Settings | None = None) -> FlaskClient:
    """Ask an app whose log goes to a list."""
    return create_app(publication, settings, log=log.append).test_client()


def test_a_request_is_one_line(toyshire_published: Path) -> None:
    log: list[bytes] = []
    answer = logged(toyshire_published, log).get("/about")

    (line,) = log
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    found = json.loads(line)
    assert (found["level"], found["event"], found["route"]) == ("info", "request", "/about")
    assert (found["status"], found["bytes"]) == (200, len(answer.data))


def test_the_time_is_written_in_utc_to_the_millisecond(toyshire_published: Path) -> None:
    log: list[bytes] = []
    logged(toyshire_published, log).get("/about")

    time = json.loads(log[0])["time"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", time)


def test_a_slow_answer_is_a_warning(toyshire_published: Path) -> None:
    log: list[bytes] = []
    logged(toyshire_published, log, Settings.model_construct(request_seconds=0)).get("/about")

    assert json.loads(log[0])["level"] == "warning"


@pytest.mark.parametrize("method", ["SW1A1AA", "A" * 40_000, "get"])
def test_a_method_that_there_is_not_is_not_written(toyshire_published: Path, method: str) -> None:
    log: list[bytes] = []
    client = logged(toyshire_published, log)
    client.open("/about", environ_overrides={"REQUEST_METHOD": method}).close()

    assert json.loads(log[0])["method"] == "other"


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_method_that_there_is_is_written(toyshire_published: Path, method: str) -> None:
    log: list[bytes] = []
    client = logged(toyshire_published, log)
    for _ in range(2):
        client.open("/about", method=method).close()

    assert [json.loads(line)["method"] for line in log] == [method] * 2


def test_the_line_has_the_id_of_the_answer(toyshire_published: Path) -> None:
    log: list[bytes] = []
    answer = logged(toyshire_published, log).get("/about")

    assert json.loads(log[0])["request_id"] == answer.headers["X-Request-ID"]


def test_no_two_requests_have_the_same_id(toyshire_published: Path) -> None:
    apps = [logged(toyshire_published, []) for _ in range(2)]
    ids = [app.get("/livez").headers["X-Request-ID"] for app in apps for _ in range(50)]

    assert len(set(ids)) == len(ids)


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that change turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty")
def test_requests_at_the_same_time_have_an_id_each() -> None:
    logged = AccessLog(lambda _environ, _start: [], 1, None)

    def ask(_: int) -> str:
        environ = {"REQUEST_METHOD": "GET"}
        logged(environ, lambda *_: bytes)
        return environ[REQUEST_ID]

    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(ask, range(20_000)))

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", ["/about", "/export/projects.csv"])
def test_a_log_that_cannot_be_written_stops_nothing(toyshire_published: Path, path: str) -> None:
    def full(_: bytes) -> None:
        raise OSError(28, "No space left on device")

    client = create_app(toyshire_published, log=full).test_client()

    assert [client.get(path).status_code for _ in range(2)] == [200, 200]
