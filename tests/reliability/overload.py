"""A server that is asked five times as much as it can do, and what it does about it."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from reliability.clients import Answer, Clients, Line, Tally, after
from reliability.editions import Editions

TIMES = 5
_AS_BEFORE = 20
"""Good answers, one after the other, that show that it is over."""


@dataclass(frozen=True)
class Overloaded:
    """What was answered and what was sent away, and how health was told meanwhile."""

    asked: float
    peak: Tally
    tally: Tally
    health: Tally
    recovered: float

    @property
    def share(self) -> float:
        """The part of what it can do that it still did."""
        return self.tally.goodput / self.peak.goodput

    def missed(self) -> Iterator[str]:
        """Name the bars that were missed."""
        if self.share < 0.8:
            yield f"it did only {100 * self.share:.0f} % of what it can do"
        if (half := self.tally.within(0.5, 503)) >= 0.05:
            yield f"half of those sent away waited {1000 * half:.0f} ms and more"
        if (most := self.health.within(0.99)) >= 0.1:
            yield f"/livez took {1000 * most:.0f} ms"
        if self.health.statuses.keys() - {200}:
            yield f"/livez said {dict(self.health.statuses)}"
        if self.tally.broken:
            yield f"{len(self.tally.broken)} connections broke"
        if self.recovered > 5:
            yield f"it took {self.recovered:.1f} s to be as before"


async def overloaded(
    port: int, paths: Sequence[str], peak: Tally, seconds: float, number: int = 0
) -> Overloaded:
    """Let so many clients ask, who wait when they are told to; or five times the peak's rate.

    Like those at the peak, they fetch a file of each page that they are given.
    """
    clients = Clients(port, paths, Editions().see)
    rate = TIMES * peak.turns / peak.seconds
    work = clients.press(number, seconds) if number else clients.drive(rate, after(seconds))
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:  # a probe waits for no client
        apart.submit(_health_alone, port, 0.0).result()  # it takes time to begin
        asked_health = apart.submit(_health_alone, port, seconds)
        tally = await work
        health = await asyncio.wrap_future(asked_health)
    clients.close()
    asked = tally.statuses.total() / tally.seconds
    return Overloaded(asked, peak, tally, health, await _recovery(port, paths, peak.within(0.99)))


def _health_alone(port: int, seconds: float) -> Tally:
    return asyncio.run(_health(port, seconds))


async def _health(port: int, seconds: float) -> Tally:
    """Ask for health ten times a second."""
    line, tally, end = Line(port), Tally(), time.monotonic() + seconds
    while time.monotonic() < end:
        tally.add(await line.ask("/livez"))
        await asyncio.sleep(0.1)
    line.close()
    return tally


async def _recovery(port: int, paths: Sequence[str], usual: float) -> float:
    """Measure the seconds until answers are good and quick again, one after the other."""
    line, began, good = Line(port), time.monotonic(), list[Answer]()
    while len(good) < _AS_BEFORE and time.monotonic() - began < 30:
        answer = await line.ask(paths[len(good) % len(paths)])
        good = [*good, answer] if answer.status == 200 and answer.took <= usual else []
    line.close()
    return (good[0].began if good else time.monotonic()) - began
