"""The real command `escwg-map serve`, in whatever surroundings a test wants."""

import os
import re
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import randrange

from escwg_map.settings import Settings
from reliability.processes import Server, launched

UNIT = Path(__file__).parents[2] / "docs" / "deploy" / "escwg-map.service"


def of_the_service() -> dict[str, str]:
    """What the service has in its environment beside settings of ours: what the C library reads."""
    given = re.findall(r"^Environment=(\w+)=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: text for name, text in given if not name.startswith("ESCWG_MAP_")}


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
    """Start a server as the service does, and wait until it answers; its log may go to a file."""
    port = _free_port() if log else 0
    whole = [*before, *command("serve", "--port", str(port), *words)]
    environs = environment(settings, **of_the_service(), **more)
    with launched(whole, environs, preexec=preexec, log=log, port=port) as server:
        yield server


def _free_port() -> int:
    """Find a port that nobody has, below those that clients are given meanwhile."""
    while True:
        port = randrange(10_000, 30_000)  # noqa: S311
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
