"""Every door, given what nobody would think of, by the thousand: files beside the network.

    PYTHONPATH=tests python -m reliability.fuzz [--network 10000] [--files 2000] [--seed 20160]

Prints a line a door; the exit status is 1 when there was any fault.
"""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.web import create_app
from reliability import mutated, network, raw_http
from reliability.asked import doors
from reliability.figures import record
from reliability.processes import started, until
from reliability.ways_in import DOORS
from reliability.worst_files import made_toyshire


@dataclass(frozen=True)
class Came:
    """What came of the inputs of one door."""

    inputs: int
    refused: int
    slowest: float
    faults: int
    seed: int
    first: str = ""
    """The first fault, as it was told."""


def settings_in(folder: Path) -> Settings:
    """The settings of somebody who has everything in one folder."""
    return Settings(
        data=folder / "data", boundaries=folder / "boundaries", published=folder / "published"
    )


def through_the_network(publication: Path, inputs: int, seed: int) -> Iterator[tuple[str, Came]]:
    """Send generated requests through each door of the app."""
    app = create_app(publication, Settings.model_construct(trusted_hosts="localhost", rate_limit=0))
    for door in doors(app):
        try:
            tally = network.fuzz(app, door, inputs, seed)
        except (AssertionError, ExceptionGroup) as fault:
            yield door, Came(inputs, 0, 0, 1, seed, first=str(fault)[:500])
        else:
            yield door, Came(tally.sent, tally.refused, round(tally.slowest, 2), 0, seed)


def through_the_wire(publication: Path, inputs: int, seed: int) -> Iterator[tuple[str, Came]]:
    """Send spoilt bytes to a server."""
    with started(publication, workers=2) as server:
        until(lambda: server.listeners() == 2)
        tally = raw_http.fuzz(server, inputs, seed)
    slowest, faults = round(tally.slowest, 2), tally.faults
    came = Came(inputs, tally.refused, slowest, len(faults), seed, first="; ".join(faults[:1]))
    yield "raw HTTP", came


def through_files(inputs: int) -> Iterator[tuple[str, Came]]:
    """Give spoilt files, words and settings to the doors of the command line."""
    for door in DOORS:
        came = mutated.apart(door, inputs)
        faults = list(map(str, came["faults"]))  # type: ignore[call-overload]
        yield (
            door,
            Came(
                inputs,
                int(str(came.get("refused", 0))),
                float(str(came.get("slowest", 0))),
                len(faults),
                mutated.SEED,
                first="; ".join(faults[:1]),
            ),
        )


def _when_done(files: "Future[list[tuple[str, Came]]]") -> Iterator[tuple[str, Came]]:
    yield from files.result()


def main() -> int:
    """Go through all doors, and print the table."""
    parser = argparse.ArgumentParser(description="The long runs of every door.")
    parser.add_argument("--network", type=int, default=10_000, help="inputs of a network door")
    parser.add_argument("--files", type=int, default=2_000, help="inputs of a file door")
    parser.add_argument("--seed", type=int, default=20_160, help="of the network doors")
    asked = parser.parse_args()
    found = {}
    print(f"{'door':<20}{'inputs':>8}{'refused':>9}{'slowest':>10}{'faults':>8}{'seed':>8}")  # noqa: T201
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as beside:
        toyshire = made_toyshire(Path(folder))
        publication = published(settings_in(toyshire))
        files = beside.submit(lambda: list(through_files(asked.files)))
        for door, came in chain(
            through_the_network(publication, asked.network, asked.seed),
            through_the_wire(publication, asked.network, asked.seed),
            _when_done(files),
        ):
            found[door] = came
            print(  # noqa: T201
                f"{door:<20}{came.inputs:>8}{came.refused:>9}{came.slowest:>8.2f} s"
                f"{came.faults:>8}{came.seed:>8}  {came.first}",
                flush=True,
            )
    record("fuzz", doors={door: _kept(came) for door, came in found.items()})
    return int(any(came.faults for came in found.values()))


def _kept(came: Came) -> dict[str, object]:
    kept = asdict(came)
    del kept["first"]
    return kept


if __name__ == "__main__":
    sys.exit(main())
