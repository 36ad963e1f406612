"""How long one waits for the command line."""

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


def measure(plan: Plan) -> Iterator[Row]:
    """Time each command on what is shipped and published."""
    published(plan.settings)
    for words, limit in _COMMANDS.items():
        row = Row(f"escwg-map {words}", "s", at_most(limit))
        own = [] if words in ("--help", "check") else ["--published", str(plan.settings.published)]
        command = [str(PROGRAM), *words.split(), *own]
        costs = [timed(command) for _ in range(2 * plan.rounds + 1)][1:]
        yield replace(
            row,
            figure=round(statistics.median(cost.seconds for cost in costs), 2),
            beside={"of a processor": round(statistics.median(c.processor for c in costs), 2)},
            beside_unit="s",
        )
