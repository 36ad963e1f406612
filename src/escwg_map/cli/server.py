"""Serving a publication with granian, in processes of their own."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from escwg_map.errors import EscwgMapError
from escwg_map.publish.pointer import last_good, pointer_file
from escwg_map.settings import Settings

_LONGEST_START = 60.0
"""Seconds after which nobody waits for the first worker any more."""

PUBLICATION = "ESCWG_MAP_PUBLICATION"
"""The environment variable by which the workers learn what to serve."""


POINTER = "ESCWG_MAP_POINTER"
"""The one by which they learn where to look whether something else has become current."""


def serve_publication(
    publication: Path,
    settings: Settings,
    say: Callable[[str], None],
    *,
    on_startup: Callable[[], None] = lambda: None,
) -> None:
    """Serve until interrupted, having said at which address.

    `on_startup` is called in the main thread, when granian has set its handlers of signals.

    Raises:
        EscwgMapError: the port is taken.
    """
    port = _free_port(settings)
    _tell_workers(publication, pointer_file(settings))
    server = Granian(
        "escwg_map.web.wsgi:make_app",
        factory=True,
        interface=Interfaces.WSGI,
        address=settings.host,
        port=port,
        workers=settings.workers,
        blocking_threads=4,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    address = f"http://{settings.host}:{port}/"
    waiting = Thread(target=_say_when_answering, args=((settings.host, port), address, say))
    waiting.daemon = True
    waiting.start()
    server.on_startup(on_startup)
    server.serve()


def _tell_workers(publication: Path, pointer: Path) -> None:
    os.environ[PUBLICATION] = str(publication)
    # A folder that may only be read can hold a pointer to something older.
    if last_good(pointer) == publication:
        os.environ[POINTER] = str(pointer)


def _say_when_answering(place: tuple[str, int], address: str, say: Callable[[str], None]) -> None:
    """Wait for the first worker: before it listens, the address would be refused."""
    deadline = time.monotonic() + _LONGEST_START
    while time.monotonic() < deadline:
        try:
            socket.create_connection(place, timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            say(f"The map is at {address} (Ctrl+C stops it)")
            return


def _free_port(settings: Settings) -> int:
    """Try the port, so that a taken one is a message and not a worker that dies again and again."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise EscwgMapError(
                f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}): "
                "name another with --port or PORT=."
            ) from error
        port: int = probe.getsockname()[1]
        return port
