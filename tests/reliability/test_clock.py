"""A server whose clock is set, to and fro, goes on serving and takes new data."""

from pathlib import Path
from typing import Any

import pytest

from publish.generations import Generations, two_generations
from reliability.clocks import LIBRARY, NONE, Clock
from reliability.processes import Server, until
from reliability.servers import running
from sources.slips import cells

PATHS = ("/", "/projects", "/feed.atom", "/api/v1/projects", "/export/areas.csv", "/readyz")
CONTACT = {"ESCWG_MAP_SECURITY_CONTACT": "mailto:security@example.org"}


@pytest.fixture
def generations(toyshire: Path, tmp_path: Path) -> Generations:
    return two_generations(toyshire, tmp_path)


def statuses(server: Server) -> set[int]:
    return {server.fetch(path)[0] for path in PATHS}


@pytest.mark.skipif(not LIBRARY, reason=NONE)
def test_p14_a_server_whose_clock_jumps_serves_on_and_takes_new_data(
    generations: Generations, tmp_path: Path
) -> None:
    clock = Clock(tmp_path / "clock", "2038-01-19 03:14:05")
    odd: Any = {**CONTACT, **clock.environment, "TZ": "Europe/London"}

    with running(generations.settings, "--watch", **odd) as server:
        assert statuses(server) == {200}
        assert "Expires: 2038-12-01" in server.fetch("/.well-known/security.txt")[1]

        clock.set("1999-12-31 23:59:59")
        cells("projects", 2, title="A third title")(generations.settings.data)
        assert until(lambda: "A third title" in server.fetch("/projects")[1], 60)
        published = server.ready()["checks"]["publication:published"][0]["time"]
        assert statuses(server) == {200}

        clock.set("2028-02-29 12:00:00")
        assert statuses(server) == {200}
        assert "Expires: 2029-01-01" in server.fetch("/.well-known/security.txt")[1]
        assert server.ready()["status"] == "pass"

    assert published.startswith(("1999-12-31", "2000-01-01"))
    assert {line["time"][:4] for line in server.lines()} >= {"2038", "2000", "2028"}
    assert all(0 <= line["ms"] < 60_000 for line in server.lines() if "ms" in line)
