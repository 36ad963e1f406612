"""How fast points are counted, beside what else would join them: the same points and cells."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from performance import Bar, Row, at_least, at_most

from bench.commands import PROGRAM
from bench.made_up_points import write_cells, write_points
from bench.plan import ROOT, Plan, answered, peer
from bench.processes import timed, with_memory
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published

_BESIDE, _MOST = 5_000_000, 50_000_000
_GROWTH = (1_000_000, 5_000_000, 20_000_000)
_FAR = 100_000_000
_WORKERS = 2
_QUICK = 50
"""A short run takes so many times fewer points."""


@dataclass(frozen=True)
class Counted:
    """Seconds from the first byte to the last count, and how many points each cell has."""

    seconds: float
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Peer:
    """What else would count the points: its script, how often it is run, and the bar."""

    name: str
    script: str
    runs: int
    bar: Bar | None = None

    def rows(self, title: str) -> tuple[Row, Row]:
        """Give what is asked: how many times as long it takes, and how many counts differ."""
        return (
            Row(f"{title}: {self.name}, times the map's", "times", self.bar),
            Row(f"{title}: counts that differ from those of {self.name}", "counts", at_most(0)),
        )


_PEERS = (
    Peer("geopandas.sjoin", "sjoin_peer.py", 3, at_least(10)),
    Peer("DuckDB", "duckdb_peer.py", 1),  # it takes minutes
)


def measure(plan: Plan) -> Iterator[Row]:
    """Count beside the others, then more and more, then on a cluster of this machine."""
    served = Publication(published(plan.settings))
    cells = write_cells(served, plan.folder / "cells.parquet")
    points = write_points(served, _number(_BESIDE, plan), plan.folder / "beside.parquet")
    yield from _beside(plan, served, points, cells)
    yield from _growth(plan, served)


def _number(points: int, plan: Plan) -> int:
    return points // _QUICK if plan.quick else points


def _beside(plan: Plan, served: Publication, points: Path, cells: Path) -> Iterator[Row]:
    anew, ours = _ours(plan, served, points)
    title = f"{_number(_BESIDE, plan):,} points"
    yield Row(
        f"{title} counted",
        "s",
        figure=round(ours.seconds, 2),
        beside={"with the grid laid anew": round(anew.seconds, 2)},
        beside_unit="s",
    )
    files = (str(points), str(cells))
    for each in _PEERS:
        rows = each.rows(title)
        yield from answered(rows, partial(_compared, each, rows, ours, files))


def _ours(plan: Plan, served: Publication, points: Path) -> tuple[Counted, Counted]:
    """Count with a grid that is laid, and with one that was kept."""
    kept = plan.fresh("grid")
    command = [sys.executable, "-m", "bench.counting", str(points), str(served.folder), str(kept)]
    return _run(command), _median(min(3, plan.rounds), command)


def _compared(
    each: Peer, rows: tuple[Row, Row], ours: Counted, files: Sequence[str]
) -> Iterator[Row]:
    script = ROOT / "bench" / "peers" / each.script
    theirs = _median(each.runs, [peer("python"), str(script), *files])
    times, differ = rows
    seconds = {each.name: round(theirs.seconds, 2), "the map": round(ours.seconds, 2)}
    ratio = round(theirs.seconds / ours.seconds, 1)
    yield replace(times, figure=ratio, beside=seconds, beside_unit="s")
    wrong = dict(ours.counts.items() ^ theirs.counts.items())
    yield replace(differ, figure=len(wrong), note=f"of {len(ours.counts)} cells")


def _median(times: int, command: Sequence[str]) -> Counted:
    runs = [_run(command) for _ in range(times)]
    return Counted(statistics.median(run.seconds for run in runs), runs[0].counts)


def _run(command: Sequence[str]) -> Counted:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    return Counted(**json.loads(done.stdout))


def _growth(plan: Plan, served: Publication) -> Iterator[Row]:
    """Time the whole command on more and more points, then see what most of them take."""
    took: dict[int, float] = {}
    for number in (*_GROWTH, _MOST):
        points = write_points(served, _number(number, plan), plan.folder / f"{number}.parquet")
        command = [str(PROGRAM), "demand", str(points), "--published", str(served.folder.parent)]
        took[number] = statistics.median(timed(command).seconds for _ in range(min(3, plan.rounds)))
        title = f"escwg-map demand, {_number(number, plan):,} points"
        yield Row(title, "s", figure=round(took[number], 1))
        if number == _MOST:
            memory = Row(f"{title}: memory", "MB", at_most(1500))
            yield replace(memory, figure=round(with_memory(command)))
            yield from _on_a_cluster(command, title, took[number])
        points.unlink()
    yield from _line(took, plan)


def _on_a_cluster(command: list[str], title: str, alone: float) -> Iterator[Row]:
    cost = timed([*command, "--workers", str(_WORKERS)])
    yield Row(
        f"{title}: {_WORKERS} processes of a Dask cluster on the same machine",
        "s",
        figure=round(cost.seconds, 1),
        beside={"one process, all cores": round(alone, 1)},
        beside_unit="s",
    )


def _line(took: Mapping[int, float], plan: Plan) -> Iterator[Row]:
    """Put a line through what was measured: what starts the command, and each million more."""
    slope, start = statistics.linear_regression(list(took), list(took.values()))
    scale = _QUICK if plan.quick else 1
    yield Row(
        "A million points more, by the line through these",
        "s",
        figure=round(1e6 * slope * scale, 3),
    )
    far = f"escwg-map demand, {_FAR:,} points, by the line (not measured)"
    yield Row(far, "s", figure=round(start + slope * _FAR * scale, 1))
