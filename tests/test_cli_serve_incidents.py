"""Serving counts of incidents: read once, at the start, and the same from every worker."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from demand.toyshire_counts import counts_of
from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.writing import write_counts
from escwg_map.settings import Settings
from reliability.processes import Server, until
from reliability.servers import command, environment, running
from web.incidents import ALIKE, POINTS

CELLS = "/export/cells.csv?weight=incidents"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of counts; whoever changes it comes last."""
    path = tmp_path_factory.mktemp("counts") / "counts.json"
    write_counts(path, counts_of(POINTS))
    return path


@pytest.fixture(scope="module")
def server(settings: Settings, toyshire_published: Path, file: Path) -> Iterator[Server]:
    """A server of Toyshire with two workers that was given the counts as an option."""
    assert toyshire_published.parent == settings.published
    with running(settings, "--demand", str(file)) as started:
        yield started


def test_counts_given_as_an_option_are_served(server: Server) -> None:
    assert (
        "E23000901-E31000903-RZ1,E23000901,E31000903,RZ1,300.0,6000,0,25,false"
        in (server.fetch(CELLS)[1])
    )


def test_exact_counts_are_an_option(settings: Settings, file: Path) -> None:
    with running(settings, "--demand", str(file), "--exact") as server:
        assert "E31000902-RZ2,E23000903,E31000902,RZ2,100.0,1000,2,5,true" in server.fetch(CELLS)[1]


def test_what_is_served_stays_when_the_file_changes(server: Server, file: Path) -> None:
    before = server.fetch(CELLS)[1]

    write_counts(file, counts_of((900, *ALIKE[1:])))
    old = server.workers()
    for worker in old:
        os.kill(worker, signal.SIGKILL)
    # Those that are dying listen a little longer than they are seen.
    assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in old))
    assert until(lambda: server.listeners() == len(old) and server.answers())

    assert {server.fetch(CELLS)[1] for _ in range(20)} == {before}


def test_counts_of_areas_that_there_are_not_are_refused(
    settings: Settings, toyshire_published: Path, tmp_path: Path
) -> None:
    assert toyshire_published.is_dir()
    file = tmp_path / "counts.json"
    foreign = CellCount("E23000035", "E31000011", "RYF", "", 20, 20)
    write_counts(file, Counts((foreign,), 0, 0, "1 file"))

    ended = subprocess.run(
        command("serve", "--port", "0", "--demand", str(file)),
        env=environment(settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert ended.returncode == 2
    assert "areas that this map does not have: E23000035, E31000011 and RYF." in ended.stderr
    assert "To mend it: count the points again" in ended.stderr
