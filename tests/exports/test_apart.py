"""Files written by the writer, in a process apart."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from socket import socket, socketpair

import pytest

from escwg_map.errors import NotRecorded
from escwg_map.exports.apart import Apart
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.export import Export
from escwg_map.exports.formats import FORMATS
from escwg_map.selection import Selection
from reliability.processes import until

WHOLE = [each.ending for each in FORMATS.values() if not each.is_text]
LONG = 60.0


@contextmanager
def begun(orders: socket, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A writer at an end of a socket, ended afterwards."""
    command = [sys.executable, "-m", "escwg_map.exports.apart", str(orders.fileno())]
    own = {f"ESCWG_MAP_{name.upper()}": value for name, value in settings.items()}
    with subprocess.Popen(
        command, pass_fds=[orders.fileno()], env=os.environ | own, process_group=0
    ) as writer:
        try:
            yield writer
        finally:
            with suppress(ProcessLookupError):
                os.killpg(writer.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def asking() -> Iterator[socket]:
    """A socket at whose other end is a writer."""
    one, other = socketpair()
    with one, other, begun(other):
        yield one


@pytest.fixture(scope="module")
def areas(known: Known) -> Export:
    """The police forces of Toyshire."""
    return draw("areas", Selection(), known)


def written(asking: socket, ending: str, export: Export, seconds: float = LONG) -> bytes:
    return b"".join(Apart(asking, seconds).write(FORMATS[ending], export))


def slow(export: Export) -> Export:
    """The same over and over: it takes seconds to write."""
    return replace(export, rows=export.rows * 100_000, ids=(), shapes=export.shapes * 100_000)


def _children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize("ending", WHOLE)
def test_writes_the_same_bytes_as_this_process_would(
    asking: socket, areas: Export, ending: str
) -> None:
    assert written(asking, ending, areas) == FORMATS[ending].body(areas)


def test_several_are_written_at_once(asking: socket, areas: Export) -> None:
    got: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: got.append(written(asking, "gpkg", areas)))
        for _ in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert got == 8 * [FORMATS["gpkg"].body(areas)]


def test_says_what_cannot_be_written_as_this_process_would(asking: socket, known: Known) -> None:
    projects = draw("projects", Selection(), known)
    rows = tuple(("x" * 32_768, *row[1:]) for row in projects.rows)

    with pytest.raises(NotRecorded, match="too long for a cell"):
        written(asking, "xlsx", replace(projects, rows=rows))


def test_a_fault_carries_the_traceback_of_the_process_that_had_it(
    asking: socket, areas: Export
) -> None:
    with pytest.raises(AttributeError) as raised:
        written(asking, "gpkg", replace(areas, shapes=(1,)))  # type: ignore[arg-type]

    assert "geopackage.py" in "".join(raised.value.__notes__)


def test_waits_no_longer_than_a_file_may_take(asking: socket, areas: Export) -> None:
    assert written(asking, "gpkg", areas)

    with pytest.raises(TimeoutError):
        written(asking, "xlsx", slow(areas), seconds=0.5)


def test_says_that_there_is_no_writer(areas: Export) -> None:
    one, other = socketpair()
    with one, other, pytest.raises(OSError, match="no process to write"):
        written(one, "gpkg", areas, seconds=0.1)


def test_what_takes_too_long_is_ended(areas: Export) -> None:
    one, other = socketpair()
    with one, other, begun(other, export_seconds="1") as writer:
        with pytest.raises(OSError, match="ended before it had"):
            written(one, "xlsx", slow(areas))

        assert until(lambda: not _children(writer.pid))


def test_the_end_of_one_file_is_not_the_end_of_the_writer(areas: Export) -> None:
    one, other = socketpair()
    with one, other, begun(other) as writer:
        assert written(one, "gpkg", areas)
        assert until(lambda: not _children(writer.pid))
        faults: list[BaseException] = []

        def ask() -> None:
            try:
                written(one, "xlsx", slow(areas))
            except OSError as error:
                faults.append(error)

        asker = threading.Thread(target=ask)
        asker.start()
        assert until(lambda: bool(_children(writer.pid)))
        os.kill(_children(writer.pid)[0], signal.SIGSEGV)
        asker.join(LONG / 3)  # sooner than it would be ended anyway

        assert [str(each) for each in faults] == [
            "The process that wrote this file ended before it had"
        ]
        assert written(one, "gpkg", areas)


def test_an_order_waits_for_a_writer_that_is_begun_anew(areas: Export) -> None:
    one, other = socketpair()
    got: list[bytes] = []
    asker = threading.Thread(target=lambda: got.append(written(one, "gpkg", areas)))
    with one, other:
        asker.start()
        with begun(other):
            asker.join()

    assert got == [FORMATS["gpkg"].body(areas)]


def test_the_writer_ends_when_nobody_is_left_who_could_ask() -> None:
    one, other = socketpair()
    with other, begun(other) as writer:
        one.close()

        assert writer.wait(30) == 0
