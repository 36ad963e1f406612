"""Serving a publication with granian, in processes of their own."""

import encodings.idna  # noqa: F401 - see `_Server`
import os
import resource
import socket
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

from escwg_map import logs
from escwg_map.cli.garbage import no_collecting
from escwg_map.cli.port import port_to_serve
from escwg_map.cli.signals import hear_in_worker, withheld
from escwg_map.cli.writing import Writer
from escwg_map.environment import POINTER, PUBLICATION, variable_of
from escwg_map.publish.pointer import last_good, pointer_file, read_pointer
from escwg_map.settings import Settings
from escwg_map.web import wsgi
from escwg_map.web.memory import keep_little

_LONGEST_START = 60.0
"""Seconds after which nobody waits for the first worker any more."""

APP = "escwg_map.web.wsgi:make_app"
_SPARE = 8
"""Threads beside those that work or wait: they send away, and tell of health."""

_CONNECTIONS = 8192
"""Connections of a worker, most of them idle; it may have as many descriptors, and some more."""

_BUFFER = 64 * 1024
"""Bytes of a request's head that the server reads at most."""


class _Server(MPServer):
    """Granian, with threads of ours that begin once the workers have been forked.

    A thread that imports something meanwhile leaves them a lock that nobody opens any more: such a
    worker takes connections, and never answers. Names of hosts import `encodings.idna`, which is
    there beforehand for the sake of workers that are forked later.
    """

    once_forked: Callable[[], None]

    def startup(self, *work: object) -> None:
        with withheld():
            super().startup(*work)  # type: ignore[no-untyped-call]
            self.once_forked()

    def _respawn_workers(
        self, workers: list[int], target: object, loader: object, delay: float = 0
    ) -> None:
        with withheld():
            super()._respawn_workers(workers, target, loader, delay)

    @staticmethod
    def _spawn_wsgi_worker(*work: object, **more: object) -> None:
        hear_in_worker()
        MPServer._spawn_wsgi_worker(*work, **more)


def serve_publication(
    publication: Path,
    settings: Settings,
    say: Callable[[str], None],
    app: str = APP,
    *,
    once_forked: Callable[[], None] = lambda: None,
) -> None:
    """Serve until interrupted, having said at which address.

    `once_forked` is called in the main thread, when granian has set its handlers of signals and
    forked the workers: before, no thread may run.

    Raises:
        EscwgMapError: the port is taken, or nobody said by which names the map is known.
    """
    port = port_to_serve(settings)
    keep_little()  # before any thread begins: workers inherit the heaps of those that have
    _allow_connections()
    _tell_workers(publication, settings)
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    writer = Writer()
    told = ((settings.host, port), f"http://{host}:{port}/", say)

    def begin_threads() -> None:
        wsgi.forget()
        Thread(target=_say_when_answering, args=told, daemon=True).start()
        Thread(target=writer.keep, daemon=True).start()
        once_forked()

    try:
        _make_once(app)
        _run(app, port, settings, begin_threads)
    finally:
        writer.end()


def _run(app: str, port: int, settings: Settings, once_forked: Callable[[], None]) -> None:
    server = _Server(
        app,
        factory=True,
        interface=Interfaces.WSGI,
        address=settings.host,
        port=port,
        http=HTTPModes.http1,
        websockets=False,
        http1_settings=HTTP1Settings(
            header_read_timeout=round(settings.header_seconds * 1000), max_buffer_size=_BUFFER
        ),
        workers=settings.workers,
        # One can send an answer while another takes the next request.
        runtime_threads=2,
        # Requests wait in the app, which can send them away; `backpressure` counts the idle
        # connections of a proxy, too, and its default would let 512 of them shut everybody out.
        blocking_threads=settings.places + settings.export_places + 2 * settings.queue + _SPARE,
        backpressure=_CONNECTIONS,
        respawn_failed_workers=True,
        respawn_interval=settings.respawn_seconds,
        workers_kill_timeout=settings.stop_seconds,
        workers_max_rss=settings.worker_mebibytes,
        log_level=LogLevels.warning,
        log_dictconfig=logs.configuration(),
    )
    server.once_forked = once_forked
    server.serve()


def _make_once(app: str) -> None:
    """Make the app for the first workers, which are forked: none takes time or memory for it."""
    if app == APP:
        with no_collecting():
            wsgi.prepare()


def _allow_connections() -> None:
    """Take as many descriptors as the connections need, where we may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * _CONNECTIONS if hard == resource.RLIM_INFINITY else min(2 * _CONNECTIONS, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def _tell_workers(publication: Path, settings: Settings) -> None:
    """Hand on what to serve and the settings, those that were given as options among them."""
    set_ = {name: value for name, value in settings if value is not None}
    os.environ |= {variable_of(name): str(value) for name, value in set_.items()}
    os.environ[PUBLICATION] = str(publication)
    # A folder that may only be read can hold a pointer to something older.
    pointer = pointer_file(settings)
    named = read_pointer(pointer)
    if (named and named.publication == publication.name) or last_good(pointer) == publication:
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
