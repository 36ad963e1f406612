"""The real server at half of what it can do, for long: data changes, and workers are killed.

    PYTHONPATH=tests python -m reliability.soak [--minutes 10]

Then come five times as many clients as it takes at once, who wait when they are told to; and five
times as many requests as it can answer, whose senders do not: that is told, and has no bars. Prints
what was found; the exit status is 1 when a bar is missed. The clients share the machine with the
server: what they use of it is told.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from escwg_map.settings import Settings
from reliability.clients import Clients, Tally, after
from reliability.disturbed import Disturbed, every
from reliability.editions import Editions, write_edition
from reliability.figures import record
from reliability.fuzz import settings_in
from reliability.memory import Sample, Slope, descriptors_grow, slope
from reliability.overload import TIMES, Overloaded, overloaded
from reliability.processes import Server, until
from reliability.servers import running
from reliability.switched import APART
from reliability.worst_files import made_toyshire

WORKERS = 3
NOTHING = "0"
"""Bytes for answers that are kept: each is made anew, which takes most and can go wrong most."""

LONG_ENOUGH = 20.0
"""Minutes after which growth in MiB an hour means something: half of them are for warming up."""

PATHS = (
    *("/", "/projects", "/areas/police/E23000901", "/api/v1/projects", "/places?q=toy"),
    *("/api/v1/gaps", "/gaps", "/ogc/collections/projects/items", "/boundaries", "/readyz"),
    *("/projects?theme=first-response", "/api/v1/coverage", "/data", "/export/projects.csv"),
    *("/areas", "/feed.atom", "/about", "/pictures/map.svg", "/export/areas.geojson"),
    *("/ogc/collections", "/api/v1/projects?q=fire", "/export/projects.gpkg"),
)
"""Pages, pictures, API, OGC and exports; files of pages are asked for as pages name them."""


@dataclass(frozen=True)
class Plan:
    """How long it is measured and then driven, and how often it is disturbed, in seconds."""

    driven: float
    ageing: float = 180.0
    """Before: as many switches as in half an hour, and five times the clients that are taken at
    once. Memory grows for about sixty switches, in which what is loaded anew finds its places among
    what stays, and with every thread that is begun for a request."""
    measured: float = 20.0
    change: float = 10.0
    kill: float = 60.0
    first_kill: float = 30.0
    reloads: int = 0
    """How many there have to be: where each takes long, it is driven for longer."""
    share: float = 0.5
    """How much of what it can do it is asked for."""

    @property
    def warm_up(self) -> float:
        """Seconds at the start in which memory may grow, though what Python holds does not.

        With sixty threads it does by one or two MiB, for some 50,000 requests a worker: until each
        thread has had requests of every kind.
        """
        return min(600.0, self.driven / 2)


@dataclass(frozen=True)
class Soaked:
    """What a server did at half of its capacity, disturbed."""

    peak: Tally
    driven: Tally
    what: Disturbed
    plan: Plan

    @property
    def oldest(self) -> Slope:
        """How the memory of the worker grew that lived longest."""
        return self._slope(self._long_lived[1])

    @property
    def parent(self) -> Slope:
        """How the memory of the process grew that starts workers and publishes."""
        return self._slope(self._long_lived[0])

    @property
    def writer(self) -> Slope:
        """How the memory of the process grew that forks for every file."""
        return self._slope(self._long_lived[2])

    @property
    def _slopes(self) -> tuple[Slope, ...]:
        return self.oldest, self.parent, self.writer

    @property
    def _long_lived(self) -> tuple[list[Sample], ...]:
        parent, oldest, *_ = self.what.samples.values()
        return parent, oldest, self.what.writer

    def _slope(self, samples: list[Sample]) -> Slope:
        return slope(self._settled(samples), self.plan.change)

    def _settled(self, samples: list[Sample]) -> list[Sample]:
        return [each for each in samples if each.at - samples[0].at >= self.plan.warm_up]

    def missed(self) -> Iterator[str]:
        """Name the bars that were missed."""
        tally, what = self.driven, self.what
        if tally.failed:
            yield f"{tally.failed} answers of 5xx: {dict(tally.failures.most_common(5))}"
        if mixed := what.editions.mixed():
            yield f"{len(mixed)} answers of two editions, such as: {mixed[0]}"
        if what.editions.unready:
            yield f"not ready {len(what.editions.unready)} times: {what.editions.unready[0]}"
        if later := what.later_failures(tally.broken):
            yield f"{len(later)} connections broke that no kill explains"
        if len(tally.broken) > sum(kill.under_way for kill in what.kills):
            yield "more connections broke than were under way at the kills"
        if any(descriptors_grow(self._settled(samples)) for samples in self._long_lived):
            yield "descriptors are lost"
        if self.plan.driven >= 60 * LONG_ENOUGH:
            yield from (f"memory grows: {each}" for each in self._slopes if each.is_over)

    def not_shown(self) -> Iterator[str]:
        """Name the bars that are not missed for certain, nor met for certain."""
        yield from (
            f"memory grows by less than 1 MiB an hour: {each}"
            for each in self._slopes
            if not (each.is_over or each.is_under)
        )


async def soaked(server: Server, settings: Settings, plan: Plan) -> Soaked:
    """Find what the server can do, and let it do half of that while it is disturbed."""
    editions = Editions()
    clients = Clients(server.port, PATHS, editions.see)
    what = Disturbed(server, settings, clients, editions)
    editions.numbers[what.current()] = 1
    await what.publish()
    await asyncio.gather(
        clients.press(TIMES * most_at_once(settings), plan.ageing),  # firsts take longer, too
        every(APART, what.turn_back, 0, after(plan.ageing)),
    )
    peak = await clients.press(4 * WORKERS, plan.measured)
    is_late = after(plan.driven)

    def is_over() -> bool:
        return is_late() and what.reloads >= plan.reloads

    driven, *_ = await asyncio.gather(
        clients.drive(plan.share * peak.turns / peak.seconds, is_over),
        every(plan.change, what.reload, plan.change / 2, is_over),
        every(plan.kill, what.kill, plan.first_kill, is_over),
        every(0.5, what.look, 0, is_over),
    )
    clients.close()
    return Soaked(peak, driven, what, plan)


@contextmanager
def served(folder: Path) -> Iterator[tuple[Server, Settings]]:
    """Serve Toyshire, made in a folder, its register changed already, by several workers."""
    settings = settings_in(made_toyshire(folder))
    write_edition(settings.data, 1)
    words, log = ("--watch", "--workers", str(WORKERS)), folder / "log"
    # Were the log read here, the server would wait for whoever is busy with what it answers.
    with running(settings, *words, log=log, ESCWG_MAP_KEPT_BYTES=NOTHING) as server:
        assert until(lambda: server.listeners() == WORKERS), log.read_text()
        yield server, settings


def most_at_once(settings: Settings) -> int:
    """How many requests all workers take at once, those included that wait."""
    own = settings.model_copy(update={"workers": WORKERS})
    return WORKERS * (own.places + own.queue)


def told(soak: Soaked) -> Iterator[tuple[str, object]]:
    """What was found, line by line."""
    tally, kills = soak.driven, soak.what.kills
    yield "at most, requests a second", round(soak.peak.goodput)
    yield "asked before as much as it takes, minutes", round(soak.plan.ageing / 60, 1)
    yield "driven for, minutes", round(tally.seconds / 60, 1)
    yield "driven at, requests a second", round(tally.goodput)
    yield "requests", tally.statuses.total()
    yield "5xx", tally.failed
    yield "mixed editions", len(soak.what.editions.mixed())
    yield "switches before", soak.what.turns
    yield "reloads", soak.what.reloads
    yield "workers killed and replaced", len(kills)
    yield "broken connections", len(tally.broken)
    yield "under way at the kills", sum(kill.under_way for kill in kills)
    yield "broken, not by a kill", len(soak.what.later_failures(tally.broken))
    yield (
        "slowest replacement, seconds",
        round(max((k.replaced - k.at for k in kills), default=0), 1),
    )
    yield "half within, ms", round(1000 * tally.within(0.5), 1)
    yield "99 % within, ms", round(1000 * tally.within(0.99), 1)
    yield "memory of the oldest worker", str(soak.oldest)
    yield "memory of the parent", str(soak.parent)
    yield "memory of the writer of files", str(soak.writer)
    yield "processors that the clients used", round(tally.own / tally.seconds, 2)


def told_of_overload(over: Overloaded) -> Iterator[tuple[str, object]]:
    """What was found under overload, line by line."""
    yield "asked, requests a second", round(over.asked)
    yield "answered, requests a second", round(over.tally.goodput)
    yield "of the most, %", round(100 * over.share)
    yield "sent away", over.tally.statuses[503]
    yield "answered 99 % within, ms", round(1000 * over.tally.within(0.99), 1)
    yield "sent away, half within, ms", round(1000 * over.tally.within(0.5, 503), 1)
    yield "sent away, 99 % within, ms", round(1000 * over.tally.within(0.99, 503), 1)
    yield "/livez 99 % within, ms", round(1000 * over.health.within(0.99), 1)
    yield "as before after, seconds", round(over.recovered, 1)
    yield "processors that the clients used", round(over.tally.own / over.tally.seconds, 2)


def main() -> int:
    """Soak, overload, and say how it went."""
    parser = argparse.ArgumentParser(description="A server under load, disturbed, for long.")
    parser.add_argument("--minutes", type=float, default=LONG_ENOUGH)
    parser.add_argument("--overload", type=float, default=20, help="seconds")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder, served(Path(folder)) as (server, settings):
        plan = Plan(60 * asked.minutes, measured=asked.overload)
        soak = asyncio.run(soaked(server, settings, plan))
        over, rude = (
            asyncio.run(overloaded(server.port, PATHS, soak.peak, asked.overload, clients))
            for clients in (TIMES * most_at_once(settings), 0)
        )
    found = {
        "at half": dict(told(soak)),
        "five times as many clients as it takes": dict(told_of_overload(over)),
        "five times as many requests as it can answer": dict(told_of_overload(rude)),
    }
    for title, lines in found.items():
        print(f"{title}:", *(f"  {name:<42}{value}" for name, value in lines.items()), sep="\n")  # noqa: T201
    missed = [*soak.missed(), *over.missed()]
    print(*(f"MISSED: {each}" for each in missed), f"{len(missed)} bars missed", sep="\n")  # noqa: T201
    not_shown = list(soak.not_shown())
    print(*(f"NOT SHOWN: {each}" for each in not_shown), sep="\n")  # noqa: T201
    if asked.minutes < LONG_ENOUGH:
        print(f"Memory is judged from {LONG_ENOUGH:.0f} minutes on.")  # noqa: T201
    record("soak", **found, missed=len(missed), not_shown=len(not_shown))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
