"""Many clients at once, in one process: as fast as they are answered, or at a rate of their own.

They keep their connections. What they cost is measured, since they share the machine with the
server that they ask.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, cycle
from random import uniform

from escwg_map.web.sent_away import RETRY_AFTER

PATIENCE = 10.0
"""Seconds after which an answer will not come any more."""

_IDLE = 4.0
"""Seconds without a request after which a client lets its connection go: the server does after 5,
and what is sent at that moment is lost."""

IsOver = Callable[[], bool]
"""Says whether it has gone on for long enough."""


def after(seconds: float) -> IsOver:
    """Let it be over so many seconds from now."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


@dataclass(frozen=True)
class Answer:
    """One answer; its status is 0 where the connection broke."""

    path: str
    began: float
    took: float
    status: int = 0
    tag: str = ""
    body: bytes = b""


@dataclass
class Line:
    """One connection, kept as long as it lasts."""

    port: int
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None
    _answered: float = 0.0

    async def ask(self, path: str) -> Answer:
        """Ask for an address."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                status, tag, body = await self._ask(path)
        except (OSError, EOFError, TimeoutError):
            self.close()
            return Answer(path, began, time.monotonic() - began)
        self._answered = time.monotonic()
        return Answer(path, began, self._answered - began, status, tag, body)

    async def _ask(self, path: str) -> tuple[int, str, bytes]:
        is_stale = time.monotonic() - self._answered > _IDLE
        if self._reader is None or self._writer is None or is_stale or self._reader.at_eof():
            self.close()
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        self._writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
        fields = {name.lower(): text for name, _, text in (line.partition(": ") for line in head)}
        body = await self._reader.readexactly(int(fields.get("content-length", 0)))
        if fields.get("connection") == "close":
            self.close()
        return int(head[0].split(" ")[1]), fields.get("etag", ""), body

    def close(self) -> None:
        """Let the connection go; the next request opens another."""
        if self._writer:
            self._writer.close()
        self._reader = self._writer = None


@dataclass
class Tally:
    """What came: how many of each status, how long each took, and when broken ones had begun."""

    seconds: float = 0.0
    turns: int = 0
    """How often one asked; what a page names, and is asked for after it, is not counted here."""
    statuses: Counter[int] = field(default_factory=Counter)
    took: dict[int, list[float]] = field(default_factory=dict)
    broken: list[float] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    """Statuses of 500 and more with their addresses, and how often each came."""
    own: float = 0.0
    """Seconds of a processor that the clients used themselves."""

    def add(self, answer: Answer) -> None:
        """Count an answer."""
        self.statuses[answer.status] += 1
        self.took.setdefault(answer.status, []).append(answer.took)
        if answer.status == 0:
            self.broken.append(answer.began)
        if answer.status >= 500:
            self.failures[f"{answer.status} {answer.path}"] += 1

    @property
    def failed(self) -> int:
        """How many answers said that the server failed."""
        return self.failures.total()

    @property
    def goodput(self) -> float:
        """Answers a second that were what was asked for."""
        return sum(self.statuses[good] for good in (200, 304)) / self.seconds

    def within(self, share: float, status: int = 200) -> float:
        """The seconds within which such a share of these answers came."""
        took = sorted(self.took.get(status, [0.0]))
        return took[min(len(took) - 1, int(share * len(took)))]


class Clients:
    """Those who ask a server for addresses, each in its turn."""

    def __init__(
        self, port: int, paths: Sequence[str], seen: Callable[[Answer], str | None]
    ) -> None:
        """Ask on this port; `seen` is told each answer, and names what is to be asked next."""
        self.tally = Tally()
        self.sent = self.under_way = 0
        self._port = port
        self._paths = cycle(paths)
        self._seen = seen
        self._idle: deque[Line] = deque()

    async def press(self, clients: int, seconds: float) -> Tally:
        """Let so many clients ask, each again as soon as it is answered, or may come again."""
        until = time.monotonic() + seconds

        async def client() -> None:
            while time.monotonic() < until:
                if await self._once() == 503:
                    pause = RETRY_AFTER * uniform(1, 1.5)  # noqa: S311
                    await asyncio.sleep(min(pause, until - time.monotonic()))

        return await self._measured(asyncio.gather(*(client() for _ in range(clients))))

    async def drive(self, rate: float, is_over: IsOver) -> Tally:
        """Ask so many times a second until it is over, however long the answers take."""

        async def all_of_them() -> None:
            began, tasks = time.monotonic(), set()
            for number in count():
                due = began + number / rate
                if (early := due - time.monotonic()) > 0:
                    await asyncio.sleep(early)
                elif number % 20 == 0:
                    await asyncio.sleep(0)  # Late: let answers in, too.
                if is_over():
                    break
                tasks.add(task := asyncio.create_task(self._once()))
                task.add_done_callback(tasks.discard)
            with suppress(ValueError):  # there are none
                await asyncio.wait(tasks)

        return await self._measured(all_of_them())

    async def _measured(self, work: Awaitable[object]) -> Tally:
        self.tally = tally = Tally()
        wall, own = time.monotonic(), time.process_time()
        await work
        tally.seconds, tally.own = time.monotonic() - wall, time.process_time() - own
        return tally

    async def _once(self) -> int:
        """Take a turn, and give the status of its last answer."""
        # The one that was used last is mostly to the worker that sends people away soonest.
        line = self._idle.popleft() if self._idle else Line(self._port)
        path: str | None = next(self._paths)
        self.tally.turns += 1
        status = 0
        while path:
            self.sent += 1
            self.under_way += 1
            answer = await line.ask(path)
            self.under_way -= 1
            self.tally.add(answer)
            path, status = self._seen(answer), answer.status
        self._idle.append(line)
        return status

    def close(self) -> None:
        """Let all connections go."""
        for line in self._idle:
            line.close()
        self._idle.clear()
