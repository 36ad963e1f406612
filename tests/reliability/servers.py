"""A server that a test can signal, listen to, and start in odd surroundings."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import IO, Any
from urllib.error import HTTPError
from urllib.request import urlopen

from escwg_map.settings import Settings

PATIENCE = 60.0
"""Seconds after which something that should have happened has not."""


@dataclass
class Server:
    """A running server: its process, its address, and what it has said so far."""

    process: subprocess.Popen[str]
    address: str
    said: list[str] = field(default_factory=list)

    def get(self, path: str) -> tuple[int, str]:
        """Fetch something, whatever the status."""
        try:
            with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def ready(self) -> dict[str, Any]:
        """Ask how ready it is."""
        said: dict[str, Any] = json.loads(self.get("/readyz")[1])
        return said


def until(happened: Callable[[], object]) -> None:
    """Ask again and again, to a deadline."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def environment(settings: Settings, **more: str) -> dict[str, str]:
    """The environment of a command that works with these settings."""
    own = {name: str(getattr(settings, name)) for name in ("data", "boundaries", "published")}
    named = {f"ESCWG_MAP_{name.upper()}": value for name, value in own.items()}
    return os.environ | named | {"ESCWG_MAP_WATCH_SECONDS": "0.2"} | more


def command(*words: str) -> list[str]:
    """The command line of one of our commands."""
    return [sys.executable, "-m", "escwg_map", *words]


@contextmanager
def running(
    settings: Settings,
    *words: str,
    before: Sequence[str] = (),
    preexec: Callable[[], object] | None = None,
    log: Path | None = None,
    **more: str,
) -> Iterator[Server]:
    """Start a server and wait until it answers; its log goes to `log`, or is kept."""
    port = _free_port()
    with open(log, "w") if log else open(os.devnull) as file:  # noqa: PTH123 - one of two
        process = subprocess.Popen(
            [*before, *command("serve", "--port", str(port), *words)],
            env=environment(settings, **more),
            stdout=file if log else None,
            stderr=file if log else subprocess.PIPE,
            text=True,
            preexec_fn=preexec,  # noqa: PLW1509 - it only sets limits
        )
    server = Server(process, f"http://127.0.0.1:{port}")
    if process.stderr:
        Thread(target=_listen, args=(process.stderr, server.said), daemon=True).start()
    try:
        until(lambda: process.poll() is not None or _answers(port))
        assert process.poll() is None, server.said
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _listen(stream: IO[str], said: list[str]) -> None:
    with stream:
        said.extend(iter(stream.readline, ""))


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
