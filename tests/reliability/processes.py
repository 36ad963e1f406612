"""Real servers for tests of faults: started as `escwg-map serve` does, watched, and ended."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ADDRESS = re.compile(r"The map is at http://127\.0\.0\.1:(\d+)/")
_OTHERS = (b"resource_tracker", b"\0publish\0")
"""Children of a server that answer no requests."""
_WRITER = b"\0escwg_map.exports.apart\0"

BREAKING = "reliability.breaking:make_app"
"""The app of the tests, with routes that fault, sleep, abort and break off."""

BEGINNING = "reliability.breaking:make_slow_app"
"""The same, in a server whose second worker takes a minute to begin."""

SERVE = """
import sys
from pathlib import Path
from escwg_map.cli.server import serve_publication
from escwg_map.settings import Settings
say = lambda text: print(text, file=sys.stderr, flush=True)
serve_publication(Path(sys.argv[1]), Settings(port=0), say, sys.argv[2])
"""


@dataclass
class Server:
    """A server that runs; `output` is what it has written, line by line."""

    process: "subprocess.Popen[str]"
    port: int = 0
    output: list[str] = field(default_factory=list)

    def raw(self, sent: bytes, seconds: float = 10) -> bytes:
        """Send bytes, and read what comes until the other side closes or says no more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as line:
            with suppress(OSError):  # refused while we were still sending
                line.sendall(sent)
            return read_all(line)

    def get(self, path: str, seconds: float = 30, **headers: str) -> bytes:
        """Ask for an address on a connection of its own."""
        more = "".join(f"{name.replace('_', '-')}: {text}\r\n" for name, text in headers.items())
        host = "" if "Host" in headers else "Host: localhost\r\n"
        head = f"GET {path} HTTP/1.1\r\n{host}{more}Connection: close\r\n\r\n"
        return self.raw(head.encode(), seconds)

    def fetch(self, path: str) -> tuple[int, str]:
        """Ask for an address, and give the status and the text of the answer."""
        answer = self.get(path)
        return status(answer), answer.partition(b"\r\n\r\n")[2].decode()

    def ready(self) -> dict[str, Any]:
        """Ask how ready it is."""
        said: dict[str, Any] = json.loads(self.fetch("/readyz")[1])
        return said

    def answers(self) -> bool:
        """Whether anybody takes connections."""
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def lines(self) -> list[dict[str, Any]]:
        """The log, parsed: every line of it must be an object."""
        return [json.loads(line) for line in self.output if line.startswith("{")]

    def workers(self) -> list[int]:
        """The process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        known = [(pid, command_of(pid)) for pid in map(int, children.split())]
        return [pid for pid, words in known if words and not any(map(words.__contains__, _OTHERS))]

    def writers(self) -> list[int]:
        """The process id of the writer of files, if there is one; a thread has begun it."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        pids = " ".join(each.read_text() for each in threads).split()
        return [pid for pid in map(int, pids) if _WRITER in command_of(pid)]

    def listeners(self) -> int:
        """How many workers take connections: each has a socket of its own on the port."""
        wanted = f":{self.port:04X}"
        rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
        return sum(row[1].endswith(wanted) and row[3] == "0A" for row in rows)

    def descriptors(self) -> int:
        """How many descriptors the workers hold."""
        return sum(len(os.listdir(f"/proc/{pid}/fd")) for pid in self.workers())  # noqa: PTH208


def command_of(pid: int) -> bytes:
    """The words that a process was started with."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def read_all(line: socket.socket) -> bytes:
    """Read until the end, or until nothing has come for the time that the socket waits."""
    got = []
    with suppress(OSError):
        while part := line.recv(65_536):
            got.append(part)
    return b"".join(got)


def status(answer: bytes) -> int:
    """The status of an answer, or 0 where there was none."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0


def until(wanted: Callable[[], bool], seconds: float = 20) -> bool:
    """Ask again and again whether it is so, and say whether it became so in time."""
    deadline = time.monotonic() + seconds
    while not wanted():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


@contextmanager
def started(
    publication: Path, app: str = "escwg_map.web.wsgi:make_app", **settings: object
) -> Iterator[Server]:
    """Serve a publication through the real machinery of `serve`; the server is ended afterwards."""
    own = {f"ESCWG_MAP_{name.upper()}": str(value) for name, value in settings.items()}
    paths = os.pathsep.join([str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-c", SERVE, str(publication), app]
    with launched(command, {**os.environ, "PYTHONPATH": paths, **own}) as server:
        yield server


@contextmanager
def launched(
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    preexec: Callable[[], object] | None = None,
    log: Path | None = None,
    port: int = 0,
) -> Iterator[Server]:
    """Start a server, wait until it answers, and end it afterwards.

    What it writes is kept, or goes to `log`: then its `port` must be known beforehand.
    """
    with open(log or os.devnull, "w") as file:  # noqa: PTH123 - None is a choice, too
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=file if log else subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=preexec,  # noqa: PLW1509 - it only sets limits
        )
    server = Server(process, port)
    reader = threading.Thread(target=_read, args=(server,), daemon=True)
    reader.start()
    try:
        until(lambda: process.poll() is not None or (server.port > 0 and server.answers()), 60)
        assert process.poll() is None, server.output
        assert server.port, server.output
        yield server
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(10)


def _read(server: Server) -> None:
    for line in server.process.stdout or ():
        server.output.append(line.rstrip("\n"))
        if found := ADDRESS.search(line):
            server.port = int(found[1])
    if server.process.stdout:
        server.process.stdout.close()
