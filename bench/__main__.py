"""Measure everything, or the parts that are named, and write the table.

    python -m bench [--quick] [first_view drawing requests publishing starting commands
                    searching demand]

The results of parts that are not measured stay as they were. A short run (`--quick`) shows that all
works, and its figures mean little.
"""

import argparse
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from performance import Row

from bench.plan import Plan
from bench.results import busy, keep

PARTS = (
    *("first_view", "drawing", "requests", "publishing", "starting", "commands", "searching"),
    "demand",
)


def main() -> None:
    """Measure each part in turn, and keep it as soon as it is done."""
    parser = argparse.ArgumentParser(description="Measure how fast the map is, beside its peers.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="one short round of each")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no part is named {' or '.join(sorted(unknown))}")
    for name in asked.parts or PARTS:
        load = busy()
        with TemporaryDirectory() as folder:
            rows = list(_told(_measure(name)(Plan(asked.quick, Path(folder)))))
        keep(name, rows, load, PARTS, quick=asked.quick)


def _measure(name: str) -> Callable[[Plan], Iterator[Row]]:
    measure: Callable[[Plan], Iterator[Row]] = import_module(f"bench.{name}").measure
    return measure


def _told(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        bar = {None: "", True: " met", False: " MISSED"}[row.met]
        found = row.note if row.figure is None else f"{row.figure:,} {row.unit}{bar}"
        print(f"{row.what}: {found}", flush=True)
        yield row


if __name__ == "__main__":
    main()
