"""What comes in as bytes: requests that were right once, spoilt, and sent to a real server.

A fault is an answer of the server's own failing (5xx), five seconds of silence, or a worker that
dies. Several inputs are on their way at once, as they are in life.
"""

import re
import socket
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from reliability.processes import Server, status, until

SLOWEST = 5.0
"""Seconds that any answer may take, and after which a silent connection must be closed."""

SEED = 20_164
TOGETHER = 8
OPEN = 100
SILENCE = 0.25
"""Seconds without an answer after which a client hangs up; one in `OPEN` waits instead."""

_HOST = b"Host: localhost\r\n"
SOUND = (
    b"GET /about HTTP/1.1\r\n" + _HOST + b"\r\n",
    b"GET /projects?theme=demand&q=fire HTTP/1.1\r\n" + _HOST + b"Accept: text/html\r\n\r\n",
    b"HEAD /api/v1/projects?limit=3 HTTP/1.1\r\n" + _HOST + b'If-None-Match: "a"\r\n\r\n',
    b"GET /ogc/collections/projects/items?bbox=-3,51,0,54 HTTP/1.1\r\n"
    + _HOST
    + b"Accept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n",
    b"POST /api/v1/projects HTTP/1.1\r\n" + _HOST + b"Content-Length: 7\r\n\r\na=1&b=2",
    b"POST / HTTP/1.1\r\n" + _HOST + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\n" + _HOST + b"Origin: null\r\n\r\n",
    b"GET / HTTP/1.0\r\n\r\n",
)
"""Requests as they should be; some are refused even so."""

_HUGE = 70_000
_TOKENS = (
    *(b"\x00", b"\r", b"\n", b" ", b"\t", b"\xff", b":", b"%00", b"../", b"\r\n\r\n", b"0\r\n\r\n"),
    *(
        b"Content-Length: 99999999999999999999\r\n",
        b"Content-Length: -1\r\n",
        b"Expect: 100-continue",
    ),
    *(b"Transfer-Encoding: chunked\r\n", b"Host: evil.example\r\n", b"FFFFFFFFFFFFFFFFF\r\n"),
    *(
        b"Upgrade: h2c\r\nConnection: Upgrade\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01",
    ),
    *(
        b"Range: bytes=0-0,-1,9-1\r\n",
        b"Connection: close, close\r\n",
        b" HTTP/9.9\r\n",
        b"\x0b\x0c",
    ),
)

FOUND: tuple[bytes, ...] = ()
"""Inputs that were at fault once."""


@dataclass
class Tally:
    """How many inputs were sent, how they were answered (0: closed without a word), and faults."""

    seed: int
    answers: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many were answered by 4xx, or by closing the connection."""
        return sum(times for code, times in self.answers.items() if not 200 <= code < 400)


def spoilt(chance: Random) -> bytes:
    """Make an input: a sound request, spoilt once or several times."""
    sent = chance.choice(SOUND)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        sent = chance.choice(_WAYS)(sent, chance)
    return sent


def _flip(sent: bytes, chance: Random) -> bytes:
    place = chance.randrange(chance.choice((len(sent), len(sent.partition(b" HTTP")[0]))) + 1)
    byte = chance.choice((chance.randrange(256), chance.randrange(33, 127)))
    return sent[:place] + bytes([byte]) + sent[place + 1 :]


def _cut(sent: bytes, chance: Random) -> bytes:
    return sent[: chance.randrange(len(sent) + 1)]


def _put_in(sent: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(sent) + 1)
    return sent[:place] + chance.choice(_TOKENS) * chance.choice((1, 1, 2)) + sent[place:]


def _double_a_line(sent: bytes, chance: Random) -> bytes:
    lines = sent.splitlines(keepends=True) or [b"\r\n"]
    place = chance.randrange(len(lines))
    return b"".join(lines[: place + 1] + lines[place:])


def _swell(sent: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(sent) + 1)
    return (
        sent[:place] + sent[place : place + 1] * chance.choice((300, 9_000, _HUGE)) + sent[place:]
    )


def _follow(sent: bytes, chance: Random) -> bytes:
    return sent + chance.choice(SOUND) * chance.choice((1, 2, 20))


def _make_up(_: bytes, chance: Random) -> bytes:
    return chance.randbytes(chance.randrange(1, 200))


_WAYS: Sequence[Callable[[bytes, Random], bytes]] = (
    *(_flip, _flip, _flip, _cut, _put_in, _put_in, _double_a_line, _swell, _follow, _make_up),
)


def fuzz(server: Server, inputs: int, seed: int = SEED, slowest: float = SLOWEST) -> Tally:
    """Send so many spoilt requests to a server, the same ones for the same seed."""
    sent = [spoilt(Random(f"{seed} {number}")) for number in range(inputs)]  # noqa: S311
    return send(server, sent, seed, slowest)


def send(
    server: Server, inputs: Sequence[bytes], seed: int = SEED, slowest: float = SLOWEST
) -> Tally:
    """Send these inputs, and judge what comes."""
    tally, before = Tally(seed), sorted(server.workers())
    with ThreadPoolExecutor(TOGETHER) as pool:
        came = pool.map(lambda numbered: _sent(server, *numbered), enumerate(inputs))
        for sent, (code, took) in zip(inputs, came, strict=True):
            tally.answers[code] += 1
            tally.slowest = max(tally.slowest, took)
            if code >= 500 or took > slowest + 1:
                tally.faults.append(f"{code} in {took:.1f} s: {sent[:300]!r}")
    if not until(lambda: status(server.get("/livez")) == 200, 5):
        tally.faults.append("the server answers nobody any more")
    if sorted(server.workers()) != before:
        tally.faults.append("a worker died")
    tally.faults += [line[:300] for line in server.output if "Traceback" in line]
    return tally


def _sent(server: Server, number: int, sent: bytes) -> tuple[int, float]:
    """Send bytes; give the worst status that came for them, 0 for none, and the seconds."""
    began, got = time.monotonic(), b""
    with socket.create_connection(("127.0.0.1", server.port)) as line, suppress(OSError):
        line.settimeout(SILENCE if number % OPEN else 2 * SLOWEST)
        with suppress(TimeoutError):
            line.sendall(sent)
            got = line.recv(65_536)
        line.settimeout(2 * SLOWEST)
        line.shutdown(socket.SHUT_WR)
        while part := line.recv(65_536):
            got += part
    answers = re.findall(rb"HTTP/1\.[01] (\d\d\d) ", got)
    return max(map(int, answers), default=0), time.monotonic() - began
