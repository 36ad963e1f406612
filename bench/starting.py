"""How soon the map answers, how much memory it takes, and which files it opens."""

import re
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

from performance import Row, at_most

from bench.addresses import addresses
from bench.load import Target, ask
from bench.plan import Plan, answered, program
from bench.processes import megabytes, resident, shared_fairly
from bench.servers import the_map
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from reliability.processes import Server, until

_START = Row("Warm start to the first page", "s", at_most(0.6))
_MEMORY = Row("Memory of the largest worker, all it shares counted whole", "MB", at_most(120))
_OPENED = Row("Files of boundaries opened by requests", "files", at_most(0))
_BOUNDARY = re.compile(r'"([^"]*\.(?:shp|shx|dbf|prj|cpg))"')
_DRAFT = str(Path(gettempdir()) / ".escwg-map.")
"""How drafts of exports begin: a Shapefile that is asked for is written there first."""


def measure(plan: Plan) -> Iterator[Row]:
    """Start it several times, then ask it for everything."""
    yield _started(plan)
    publication = Publication(published(plan.settings))
    with the_map(plan.settings, plan.folder / "map.log") as server:
        everything = Target(server.port, addresses(publication, server.port))
        yield from answered([_OPENED], lambda: _opened(server, everything, plan))
        for _ in range(2):  # so that both workers have had most of it
            ask(everything)
        whole = max(map(resident, server.workers()))
        shared = max(map(shared_fairly, server.workers()))
    yield replace(
        _MEMORY,
        figure=round(megabytes(whole), 1),
        beside={"with its part of what it shares": round(megabytes(shared), 1)},
        beside_unit="MB",
        note=f"after {3 * len(everything.paths)} requests of every kind",
    )


def _started(plan: Plan) -> Row:
    """Start a server whose publication is there, as most starts are."""
    published(plan.settings)
    took = []
    for _ in range(plan.rounds + 1):
        began = time.monotonic()
        with the_map(plan.settings, plan.folder / "map.log") as server:
            until(lambda: server.fetch("/")[0] == 200)
            took.append(time.monotonic() - began)
    return replace(_START, figure=round(statistics.median(took[1:]), 2))


def _opened(server: Server, everything: Target, plan: Plan) -> Iterator[Row]:
    with _traced(server, plan.folder / "opened") as trace:
        ask(everything)
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    named = [match[1] for call in calls if (match := _BOUNDARY.search(call))]
    found = [path for path in named if not path.startswith(_DRAFT)]
    said = f"{len(calls)} files opened in {len(everything.paths)} requests of every kind; "
    said += f"{len(named) - len(found)} times it was a part of a Shapefile that was asked for"
    yield replace(_OPENED, figure=len(found), note=said)


@contextmanager
def _traced(server: Server, trace: Path) -> Iterator[Path]:
    """Note every file that the workers open.

    Raises:
        NotMeasuredError: there is no strace.
    """
    workers = [word for pid in server.workers() for word in ("-p", str(pid))]
    command = [program("strace", "strace"), "-f", "-e", "trace=open,openat", "-o", str(trace)]
    tracing = subprocess.Popen([*command, *workers], stderr=subprocess.PIPE, text=True)
    try:
        assert tracing.stderr
        for _ in server.workers():
            tracing.stderr.readline()  # says that it is attached
        yield trace
    finally:
        tracing.terminate()
        tracing.wait()
