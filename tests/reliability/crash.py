"""Every writer, interrupted at its k-th file operation: for k = 1, 2, … until it succeeds.

    PYTHONPATH=tests python -m reliability.crash [--all]

Each time a process of its own is forked, in which the k-th operation meets a fault. Afterwards a
reader must find the old state or the new one; and once somebody writes there again, the new state
and nothing else. Long writers are interrupted near their renames, and at other steps spread
evenly: with `--all`, only one of more than eight hundred steps is long.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass, field
from pathlib import Path

from escwg_map.errors import EscwgMapError
from reliability.faults import FAULTS, Faults
from reliability.figures import record
from reliability.writers import State, Writer, content, silenced, writers

NEAR = 2
"""Steps on each side of a rename at which every writer is interrupted."""

FEW, MANY = 4, 200
"""Steps elsewhere: a writer of up to four times as many is interrupted at all of its steps."""

DONE, REFUSED, STRANGE, REACHED = 0, 2, 9, 64
KILLED = -9


@dataclass
class Tally:
    """How often a writer was interrupted, and how that ended: `wrong` says where it went wrong."""

    writer: str
    steps: int
    points: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Expected:
    """The state before, the state after, and all files there are once it is done."""

    old: State
    new: State
    all: State
    steps: Sequence[str]


def interrupted(writer: Writer, scene: Path, spread: int) -> Tally:
    """Interrupt a writer at each step, or at many, by each fault."""
    expected = expected_of(writer, scene)
    tally = Tally(writer.name, len(expected.steps))
    for fault in FAULTS:
        for k in _chosen(expected.steps, fault, spread):
            prepare(writer, scene)
            status = forked(lambda k=k, fault=fault: _struck(writer, scene, fault, k))  # type: ignore[misc]
            if 0 <= status < REACHED:
                break  # It had been done before the k-th step: there are no more.
            tally.points += 1
            wrong = _judged(writer, scene, expected, status, tally)
            tally.wrong += [f"{writer.name}, {fault} at {k}: {each}" for each in wrong]
    return tally


def _judged(
    writer: Writer, scene: Path, expected: Expected, status: int, tally: Tally
) -> Iterable[str]:
    found = state_of(writer, scene, expected)
    ended = {KILLED: "killed", REACHED + REFUSED: "refused", REACHED: "done"}.get(status, "strange")
    tally.outcomes[f"{ended}, {found}"] += 1
    if found == "mixed" or ended == "strange" or (ended, found) == ("done", "old"):
        yield f"{ended}, {found}"
    # Refused is right for an import whose changes are there already.
    with redirect_stdout(None), suppress(EscwgMapError):
        writer.write(scene)
    if writer.seen(scene) != expected.new or content(scene) != expected.all:
        left = sorted(content(scene).keys() ^ expected.all.keys())
        yield f"after the next one there is too much or too little: {left[:3]}"


def state_of(writer: Writer, scene: Path, expected: Expected) -> str:
    """Tell the old state from the new one, and both from any other."""
    state = writer.seen(scene)
    return "old" if state == expected.old else "new" if state == expected.new else "mixed"


def expected_of(writer: Writer, scene: Path) -> Expected:
    """Let a writer do its work once, and note what there was before and after."""
    prepare(writer, scene)
    old = writer.seen(scene)
    with tempfile.TemporaryDirectory() as notes:
        forked(lambda: _counted(writer, scene, Path(notes) / "steps"))
        steps = json.loads((Path(notes) / "steps").read_bytes())
    new, everything = writer.seen(scene), content(scene)
    assert old != new
    return Expected(old, new, everything, steps)


def _counted(writer: Writer, scene: Path, notes: Path) -> None:
    faults = Faults()
    writer.write(scene)
    notes.write_text(json.dumps(faults.met))


def _struck(writer: Writer, scene: Path, fault: str, k: int) -> int:
    faults = Faults(fault, k)
    try:
        writer.write(scene)
        ended = DONE
    except EscwgMapError:
        ended = REFUSED
    return ended + (REACHED if faults.reached else 0)


def forked(work: Callable[[], object]) -> int:
    """Do something in a process of its own, which no fault leaves; give how it ended."""
    child = os.fork()
    if child == 0:
        status = STRANGE + REACHED
        try:
            silenced()
            ended = work()
            status = ended if isinstance(ended, int) else DONE
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def prepare(writer: Writer, scene: Path) -> None:
    """Put the old state there."""
    shutil.rmtree(scene, ignore_errors=True)
    shutil.copytree(writer.before, scene)


def _chosen(steps: Sequence[str], fault: str, spread: int) -> list[int]:
    """Choose the steps: all, or those near renames and some others."""
    counted = [step for step in steps if fault != "short" or step == "write"]
    # A fault can make it take other steps than it otherwise does, hence the one more.
    last = len(counted) + 1
    if last <= 4 * spread:
        return list(range(1, last + 1))
    renames = [k for k, step in enumerate(counted, 1) if step == "os.rename"]
    near = {k for rename in renames for k in range(rename - NEAR, rename + NEAR + 1)}
    return sorted({k for k in near if 1 <= k <= last} | set(range(1, last + 1, last // spread)))


@contextmanager
def workplace() -> Iterator[tuple[Path, Path]]:
    """Give two places: to prepare in, and to write to.

    On a disk in memory where there is one: it is the same code, and many times as fast.
    """
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        workshop, scene = Path(folder) / "workshop", Path(folder) / "scene"
        workshop.mkdir()
        gc.freeze()
        yield workshop, scene


def main() -> None:
    """Print a line a writer; the exit status is 1 when anything went wrong."""
    spread, found = MANY if "--all" in sys.argv else FEW, []
    with workplace() as (workshop, scene):
        for writer in writers(workshop, scene):
            found.append(interrupted(writer, scene, spread))
            _say(found[-1])
    writers_ = {
        each.writer: {"steps": each.steps, "faults": each.points, "damaged": len(each.wrong)}
        for each in found
    }
    total, wrong = sum(each.points for each in found), sum(len(each.wrong) for each in found)
    print(f"{total} faults, {wrong} wrong")  # noqa: T201
    record("crash", writers=writers_, faults=total, damaged=wrong)
    sys.exit(1 if wrong else 0)


def _say(tally: Tally) -> None:
    ways = ", ".join(f"{number} {way}" for way, number in sorted(tally.outcomes.items()))
    said = f"{tally.writer:20} {tally.steps:6} steps, {tally.points:6} faults"
    lines = [f"{said}, {len(tally.wrong)} wrong: {ways}", *tally.wrong[:5]]
    print("\n    ".join(lines), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
