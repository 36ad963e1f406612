"""Every writer, killed at random moments: what is left is the old state or the new one.

    PYTHONPATH=tests python -m reliability.kills [NUMBER [SEED]]

Unlike `crash`, this also hits a writer inside of the kernel and inside of native libraries.
"""

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reliability.crash import expected_of, forked, prepare, state_of, workplace
from reliability.figures import record
from reliability.writers import Writer, silenced, writers


@dataclass
class Killed:
    """What was found after each kill, and where it was neither the old state nor the new."""

    found: Counter[str] = field(default_factory=Counter)
    damaged: list[str] = field(default_factory=list)


def killed(each: Iterable[Writer], scene: Path, *, number: int, seed: int) -> Killed:
    """Kill each writer so many times, at moments that the seed gives."""
    moments, outcome = random.Random(seed), Killed()  # noqa: S311 - no secret
    for writer in each:
        expected, length = expected_of(writer, scene), _length(writer, scene)
        for turn in range(number):
            prepare(writer, scene)
            _kill_after(moments.uniform(0, 1.1) * length, writer, scene)
            found = state_of(writer, scene, expected)
            outcome.found[found] += 1
            if found == "mixed":
                outcome.damaged.append(f"{writer.name}, kill {turn} of seed {seed}")
    return outcome


def _length(writer: Writer, scene: Path) -> float:
    """Measure the seconds that it takes when nobody disturbs it."""
    prepare(writer, scene)
    began = time.monotonic()
    forked(lambda: writer.write(scene))
    return time.monotonic() - began


def _kill_after(seconds: float, writer: Writer, scene: Path) -> None:
    child = os.fork()
    if child == 0:
        try:
            silenced()
            writer.write(scene)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main() -> None:
    """Print what was found; the exit status is 1 when anything was damaged."""
    number, seed = (*map(int, sys.argv[1:]), *(15, 1)[len(sys.argv) - 1 :])
    with workplace() as (workshop, scene):
        outcome = killed(writers(workshop, scene), scene, number=number, seed=seed)
    kills = outcome.found.total()
    print(f"{kills} kills, seed {seed}: {dict(outcome.found)}", *outcome.damaged, sep="\n  ")  # noqa: T201
    record("kills", kills=kills, seed=seed, damaged=len(outcome.damaged))
    sys.exit(1 if outcome.damaged else 0)


if __name__ == "__main__":
    main()
