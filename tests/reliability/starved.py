"""The child that reads a foreign file, given ever less memory, and struck while it reads.

    PYTHONPATH=tests python -m reliability.starved [--times 5] [--seed 1]

Whatever becomes of it, its parent refuses the file, naming a cure, or has read it whole; and lives
on, with no child and no temporary file more. The exit status is 1 when it was ever otherwise.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import geopandas as gpd
import shapely
from msgspec.structs import replace

from escwg_map.errors import RefusedInput
from escwg_map.sources.foreign import read_foreign
from escwg_map.sources.limits import LIMITS, MIB, TABLE_LIMITS
from escwg_map.sources.register import TABLES
from escwg_map.sources.workbook.reading import read_workbook
from reliability.figures import record
from reliability.processes import command_of, until
from reliability.worst_files import made_toyshire
from sources.foreign_files import zipped

REFUSED, WHOLE = "refused", "whole"
CAPS = (*range(8, 512, 8), *range(512, 2049, 64))
"""The memory that a child is given, in MiB: in small steps where it begins to be enough."""

SIGNALS = (signal.SIGABRT, signal.SIGSEGV, signal.SIGKILL, signal.SIGSTOP)
_CHILDREN = (b"/foreign_child.py", b"/workbook/child.py")


@dataclass(frozen=True)
class Caps:
    """What the child may take: bytes, and seconds that the clock may show."""

    memory: int = LIMITS.memory
    wall: int = LIMITS.wall


def read(path: Path, caps: Caps) -> object:
    """Read a boundary file or a workbook through its child, and give all that was in it."""
    limits = {"memory": caps.memory, "wall": caps.wall}
    if path.suffix == ".xlsx":
        return read_workbook(path, TABLES, replace(TABLE_LIMITS, **limits))
    frame = read_foreign(path, limits=replace(LIMITS, **limits)).frame
    return frame.to_wkb().to_numpy().tolist()


def came_of(path: Path, caps: Caps, content: object) -> str:
    """Read a file that is sound, and say what came of it: two outcomes are right."""
    with _temporary() as folder:
        try:
            outcome = WHOLE if read(path, caps) == content else "read otherwise"
        except RefusedInput as refused:
            outcome = REFUSED if "To mend it" in str(refused) else f"no cure: {refused}"
        # All that was begun has ended: whatever is left now stays.
        if left := [*children(), *folder.iterdir()]:
            return f"left behind: {left}"
    return outcome


@contextmanager
def _temporary() -> Iterator[Path]:
    """Let temporary files be made where nobody else makes any."""
    usual = tempfile.tempdir
    with TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield Path(folder)
        finally:
            tempfile.tempdir = usual


def children() -> list[int]:
    """The children of this process that read foreign files."""
    found = (file.read_text().split() for file in Path("/proc/self/task").glob("*/children"))
    pids = {int(pid) for each in found for pid in each}
    return [pid for pid in pids if any(script in command_of(pid) for script in _CHILDREN)]


def struck(number: signal.Signals, work: Callable[[], str], after: float = 0) -> str:
    """Do work that lets a child read, and strike that child, so many seconds after it began."""

    def strike() -> None:
        _until_there_is_one()
        time.sleep(after)
        for pid in children():
            with suppress(ProcessLookupError):  # it may have done its work by then
                os.kill(pid, number)

    with ThreadPoolExecutor(1) as pool:
        hit = pool.submit(strike)
        outcome = work()
        hit.result()
    return outcome


def _until_there_is_one() -> float:
    """Wait for a child, more closely than others do: some live for a tenth of a second."""
    deadline = time.monotonic() + 60
    while not children():
        assert time.monotonic() < deadline, "there was no child to strike"
        time.sleep(0.001)
    return time.monotonic()


def sound_files(folder: Path) -> Iterator[Path]:
    """Make a file of each kind that a child reads, with areas of very many corners."""
    toyshire = made_toyshire(folder)
    areas = gpd.read_file(toyshire / "boundaries" / "police.shp")
    areas = areas.set_geometry(shapely.segmentize(areas.geometry.to_numpy(), 1), crs=areas.crs)
    for ending in ("shp", "gpkg", "fgb", "geojson"):
        path = folder / f"police.{ending}"
        (areas.to_crs(4326) if ending == "geojson" else areas).to_file(path)
        yield path
    yield zipped(folder / "police.zip", folder / "police.shp")
    yield toyshire / "register.xlsx"


@dataclass
class Starved:
    """What came of every reading of one kind, and which was wrong."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    enough: int = 0
    """The least memory in MiB with which it was read."""


def starved(path: Path, times: int, random: Random) -> Starved:
    """Read a file with each of the caps, then strike its child so many times with each signal."""
    found, content = Starved(), read(path, Caps())
    for mib in CAPS:
        outcome = came_of(path, Caps(memory=mib * MIB), content)
        _note(found, f"{mib} MiB", outcome)
        found.enough = found.enough or (mib if outcome == WHOLE else 0)
    length, caps = _length(path), Caps(wall=3)
    for number in SIGNALS * times:
        after = random.uniform(0, length)
        outcome = struck(number, lambda: came_of(path, caps, content), after)
        _note(found, f"{number.name} after {after:.3f} s", outcome)
    return found


def _length(path: Path) -> float:
    """Measure the seconds that the child lives when nobody disturbs it."""
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read, path, Caps())
        began = _until_there_is_one()
        until(lambda: not children() or reading.done())
        return time.monotonic() - began


def _note(found: Starved, how: str, outcome: str) -> None:
    found.outcomes[outcome if outcome in (REFUSED, WHOLE) else "wrong"] += 1
    if outcome not in (REFUSED, WHOLE):
        found.wrong.append(f"{how}: {outcome}")


def main() -> int:
    """Print a line a kind of file, and keep the figures."""
    parser = argparse.ArgumentParser(description="Children that read, starved and struck.")
    parser.add_argument("--times", type=int, default=5, help="how often each signal strikes")
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    asked = parser.parse_args()
    random, kinds, wrong = Random(asked.seed), {}, 0  # noqa: S311 - no secret
    with TemporaryDirectory() as folder:
        for path in sound_files(Path(folder)):
            found = starved(path, asked.times, random)
            wrong += len(found.wrong)
            kinds[path.name] = dict(found.outcomes) | {"enough_mib": found.enough}
            print(f"{path.name:<16}{kinds[path.name]}", *found.wrong[:5], sep="\n    ", flush=True)  # noqa: T201
    record("starved", kinds=kinds, seed=asked.seed, wrong=wrong)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
