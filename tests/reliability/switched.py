"""Reads while the publication is switched: each answer is of one generation, byte for byte.

    PYTHONPATH=tests python -m reliability.switched [--switches 100]

At a server of several workers, as fast as it answers. Prints what was found, and keeps it; the exit
status is 1 when any answer was of no generation, or when there were too few.
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from escwg_map.publish.publication import Publication
from publish.generations import Generations, two_generations
from reliability.clients import Answer, Clients, Line
from reliability.figures import record
from reliability.processes import Server, until
from reliability.servers import running
from reliability.worst_files import made_toyshire

WORKERS = 2
READS = 10_000
"""How many there must be for the long run to say anything."""

APART = 1.2
"""Seconds between two switches: a worker looks at the pointer once a second."""


@dataclass
class Seen:
    """What each generation answers, and how many answers there were of each; "" is of none."""

    known: dict[tuple[str, str, bytes], str] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)

    def learn(self, path: str, tag: str, body: bytes, generation: str) -> None:
        """Note what a generation answers, while it is the only one."""
        assert self.known.setdefault((path, tag, body), generation) == generation, path

    def see(self, path: str, tag: str, body: bytes) -> None:
        """Count an answer."""
        self.times[self.known.get((path, tag, body), "")] += 1


def paths_of(publication: Path) -> Sequence[str]:
    """Addresses whose answers are others in each generation: pages, a part of one, data, files."""
    project = next(iter(Publication(publication).atlas.projects)).id
    return (
        *(f"/projects/{project}", f"/projects/{project}/card", "/api/v1/projects", "/projects"),
        *(f"/api/v1/projects/{project}", "/feed.atom", "/export/projects.csv"),
    )


def _follow(server: Server, generations: Generations, to: Path) -> None:
    """Switch, and wait until no worker answers from the one before."""
    generations.switch(to)
    name = f"/published/{to.name}/"
    assert until(lambda: all(name in server.fetch("/about")[1] for _ in range(20 * WORKERS)))


async def _read(server: Server, generations: Generations, switches: int) -> Seen:
    seen, paths, line = Seen(), paths_of(generations.old), Line(server.port)
    for to in (generations.old, generations.new):
        await asyncio.to_thread(_follow, server, generations, to)
        for path in paths:
            answer = await line.ask(path)
            seen.learn(path, answer.tag, answer.body, to.name)
    line.close()

    def see(answer: Answer) -> None:
        seen.see(answer.path, answer.tag, answer.body)

    async def switch() -> None:
        for turn in range(switches):
            generations.switch((generations.old, generations.new)[turn % 2])
            await asyncio.sleep(APART)

    clients = Clients(server.port, paths, see)
    await asyncio.gather(clients.press(2 * WORKERS, switches * APART), switch())
    clients.close()
    return seen


def main() -> int:
    """Switch and read, and keep the figures."""
    parser = argparse.ArgumentParser(description="Reads while the publication is switched.")
    parser.add_argument("--switches", type=int, default=100)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        generations = two_generations(made_toyshire(Path(folder) / "toyshire"), Path(folder))
        with running(generations.settings, "--workers", str(WORKERS)) as server:
            seen = asyncio.run(_read(server, generations, asked.switches))
    found = {
        "reads": seen.times.total(),
        "switches": asked.switches,
        "of_the_old": seen.times[generations.old.name],
        "of_the_new": seen.times[generations.new.name],
        "mixed": seen.times[""],
    }
    print(found)  # noqa: T201
    record("switched", **found)
    return int(seen.times[""] > 0 or seen.times.total() < READS)


if __name__ == "__main__":
    sys.exit(main())
