"""Spoilt files, words and settings given to every door, by the hundred or by the thousand.

`PYTHONPATH=tests python -m reliability.mutated --inputs 2000` goes through all doors, each in a
process of its own, prints the seeds and what came of it, and keeps the counts. `--door gpkg
--only 17` gives one input again.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from escwg_map.sources import child_process, foreign_process
from escwg_map.sources.workbook import process
from reliability.figures import record
from reliability.forking import Forking
from reliability.ways_in import DOORS, NAIVE, opened, sound_files
from reliability.worst_files import MOST_SECONDS, made_toyshire

SEED = 20161
_REAL = 20
"""One input in so many goes through a child that is started for it, as it is for users."""

_STARTING = 120
"""Seconds until there is a Toyshire to spoil, on a machine with other work."""

Came = dict[str, object]


def through(name: str, inputs: range, seed: int = SEED) -> Came:
    """Give a door its inputs, and count what came of them; a process of its own is best."""
    door, forking = (DOORS | NAIVE)[name], Forking()
    counts: Counter[str] = Counter()
    faults: list[str] = []
    slowest = 0.0
    with TemporaryDirectory() as folder:
        toyshire = made_toyshire(Path(folder))
        sound_files(toyshire)
        for number in inputs:
            ask = child_process.ask_child if number % _REAL == 0 else forking.ask
            foreign_process.ask_child = process.ask_child = ask  # type: ignore[attr-defined]
            path = door.spoil(toyshire, Random(f"{name} {seed} {number}"), number)  # noqa: S311
            began = time.monotonic()
            try:
                counts[opened(door, path, toyshire)] += 1
            except Exception:
                last = traceback.format_exc(limit=-2)
                faults.append(f"{name}, seed {seed}, input {number}: {last}")
            took = time.monotonic() - began
            slowest = max(slowest, took)
            if took > MOST_SECONDS:
                faults.append(f"{name}, seed {seed}, input {number}: took {took:.1f} s")
        forking.stop()
    return {
        "inputs": len(inputs),
        "seed": seed,
        **counts,
        "slowest": round(slowest, 2),
        "faults": faults,
    }


def apart(name: str, inputs: int, first: int = 0) -> Came:
    """Do so in a process of its own, whose death is a fault like any other."""
    words = ["--door", name, "--inputs", str(inputs), "--first", str(first)]
    try:
        ran = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "reliability.mutated", *words],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            text=True,
            timeout=_STARTING + MOST_SECONDS * inputs,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"inputs": inputs, "faults": ["the process came to no end"]}
    if ran.returncode not in (0, 1):
        return {"inputs": inputs, "faults": [f"the process ended with {ran.returncode}"]}
    came: Came = json.loads(ran.stdout.splitlines()[-1])
    return came


def main() -> int:
    """Go through one door, or through all."""
    parser = argparse.ArgumentParser(description="Spoilt inputs for every door.")
    parser.add_argument("--door", choices=[*DOORS, *NAIVE])
    parser.add_argument("--inputs", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int)
    asked = parser.parse_args()
    if asked.door:
        inputs = range(asked.first, asked.first + asked.inputs)
        one = inputs if asked.only is None else range(asked.only, asked.only + 1)
        came = through(asked.door, one)
        print(json.dumps(came))  # noqa: T201
        return int(bool(came["faults"]))
    found = {}
    for name in DOORS:
        found[name] = came = apart(name, asked.inputs)
        print(f"{name:<14}", json.dumps(came))  # noqa: T201
    record(
        "mutated",
        doors={name: {**came, "faults": len(list(came["faults"]))} for name, came in found.items()},  # type: ignore[call-overload]
    )
    return int(any(came["faults"] for came in found.values()))


if __name__ == "__main__":
    sys.exit(main())
