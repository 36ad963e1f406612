"""A server under load that is disturbed: new data again and again, and workers killed."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from escwg_map.publish.pointer import point_to, pointer_file, read_pointer
from escwg_map.settings import Settings
from reliability.clients import Clients, IsOver
from reliability.editions import Editions, write_edition
from reliability.memory import Sample, sample
from reliability.processes import Server

_LOOK = 0.05
"""Seconds between two looks whether something is due, or over."""

PATIENCE = 60.0
"""Seconds after which what should have happened has not."""


@dataclass(frozen=True)
class Kill:
    """When a worker was killed and clients knew, the requests till then, its replacement."""

    pid: int
    at: float
    dead: float
    under_way: int
    replaced: float


@dataclass
class Disturbed:
    """A server, its clients, and what has been done to it."""

    server: Server
    settings: Settings
    clients: Clients
    editions: Editions
    turns: int = 0
    """How often it was turned back."""
    reloads: int = 0
    kills: list[Kill] = field(default_factory=list)
    samples: dict[int, list[Sample]] = field(default_factory=dict)
    """Of the parent, and then of the workers, by their process ids."""
    writer: list[Sample] = field(default_factory=list)
    _oldest_first: list[int] = field(default_factory=list)

    async def reload(self) -> None:
        """Let the server serve new data."""
        await self.publish()
        self.reloads += 1

    async def publish(self) -> None:
        """Change the register, and wait until its new edition is current."""
        number = len(self.editions.numbers) + 1
        write_edition(self.settings.data, number)
        await _until(lambda: self.current() not in self.editions.numbers)
        self.editions.numbers[self.current()] = number

    async def turn_back(self) -> None:
        """Make the edition before current again: for the workers it is a new one."""
        file = pointer_file(self.settings)
        if (pointer := read_pointer(file)) and pointer.earlier:
            point_to(file, pointer.earlier[0])
            self.turns += 1

    def current(self) -> str:
        """The name of the publication that is current."""
        pointer = read_pointer(pointer_file(self.settings))
        return pointer.publication if pointer else ""

    async def kill(self) -> None:
        """Kill the worker that started last, and wait until there is another.

        So the first worker lives through all, and its memory can be judged.
        """
        number, pid = len(self._workers()), self._workers()[-1]
        under_way, sent, at = self.clients.under_way, self.clients.sent, time.monotonic()
        os.kill(pid, signal.SIGKILL)
        await _until(lambda: _is_dead(pid), 0.001)
        for _ in range(2):  # Until they are polled, clients cannot know which connections ended.
            await asyncio.sleep(0)
        dead, met = time.monotonic(), under_way + self.clients.sent - sent
        await _until(lambda: len(self._workers()) == number and self.server.listeners() >= number)
        self.kills.append(Kill(pid, at, dead, met, time.monotonic()))

    async def look(self) -> None:
        """Note what the parent, the workers and the writer of files hold."""
        self.writer += sample(self.server.writers())
        for each in sample([self.server.process.pid, *self._workers()]):
            self.samples.setdefault(each.pid, []).append(each)

    def _workers(self) -> list[int]:
        """The workers, the one that started first at the beginning."""
        now = self.server.workers()
        self._oldest_first = [pid for pid in self._oldest_first if pid in now]
        self._oldest_first += [pid for pid in now if pid not in self._oldest_first]
        return self._oldest_first

    def later_failures(self, broken: list[float]) -> list[float]:
        """Of requests whose connections broke, those that no kill explains."""
        return [
            began
            for began in broken
            if not any(kill.at - 10 < began <= kill.dead for kill in self.kills)
        ]


async def every(
    seconds: float, work: Callable[[], Awaitable[None]], first: float, is_over: IsOver
) -> None:
    """Do something again and again, the first time after so many seconds, until it is over.

    What was begun is finished.
    """
    due = time.monotonic() + first
    while not is_over():
        if (early := due - time.monotonic()) > 0:
            await asyncio.sleep(min(early, _LOOK))
            continue
        await work()
        due = max(due + seconds, time.monotonic())


async def _until(happened: Callable[[], bool], pause: float = 0.05) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "what should have happened has not"
        await asyncio.sleep(pause)


def _is_dead(pid: int) -> bool:
    """Whether its connections are closed: when the last of its threads has ended."""
    try:
        is_over = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] == "Z"
        return is_over and len(list(Path(f"/proc/{pid}/task").iterdir())) == 1
    except OSError:
        return True
