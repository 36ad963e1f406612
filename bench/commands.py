"""How long one waits for the command line."""

import os
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from performance import Row, at_most

from bench.plan import Plan
from bench.processes import timed
from escwg_map.publish.work import published

PROGRAM = Path(sys.executable).with_name("escwg-map")
_COMMANDS = {"--help": 0.3, "check": 1.5, "gaps": 1.5, "overlaps police fire": 1.5}
_NEW = Row("escwg-map check, of files that were never published", "s", at_most(1.5))


def measure(plan: Plan) -> Iterator[Row]:
    """Time each command on what is shipped and published, and `check` on what is not."""
    published(plan.settings)
    for words, limit in _COMMANDS.items():
        row = Row(f"escwg-map {words}", "s", at_most(limit))
        yield _timed(row, words, plan.settings.published, plan)
    yield _timed(_NEW, "check", plan.fresh("nothing"), plan)


def _timed(row: Row, words: str, publications: Path, plan: Plan) -> Row:
    own = os.environ | {"ESCWG_MAP_PUBLISHED": str(publications)}
    command = [str(PROGRAM), *words.split()]
    costs = [timed(command, surroundings=own) for _ in range(2 * plan.rounds + 1)][1:]
    return replace(
        row,
        figure=round(statistics.median(cost.seconds for cost in costs), 2),
        beside={"of a processor": round(statistics.median(cost.processor for cost in costs), 2)},
        beside_unit="s",
    )
