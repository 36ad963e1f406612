"""How much is worked on at once: a few requests, a few more that wait, and the rest are sent away.

A server that takes everything answers nobody in time. Each worker has its share of the machine's
places; files of pages need none, and health is told even when all are taken. A place is held while
an answer is made, and not while it is sent: whoever fetches slowly keeps nobody else waiting.
"""

from dataclasses import dataclass, field
from threading import Lock, Semaphore

from flask import Flask, g, request
from werkzeug.exceptions import ServiceUnavailable

from escwg_map.settings import Settings
from escwg_map.web.health_paths import asks_for_health

RETRY_AFTER = 2
"""Seconds after which a client that was sent away may come again."""

_EXPORTS = "downloads"


@dataclass(eq=False)
class Places:
    """Places for work, and a queue before them."""

    free: Semaphore
    queue: int
    seconds: float
    _waiting: int = 0
    _lock: Lock = field(default_factory=Lock)

    def take(self) -> bool:
        """Take a place, waiting for one if the queue is not full; say whether there was one."""
        if self.free.acquire(blocking=False):
            return True
        with self._lock:
            if self._waiting >= self.queue:
                return False
            self._waiting += 1
        try:
            return self.free.acquire(timeout=self.seconds)
        finally:
            with self._lock:
                self._waiting -= 1

    def leave(self) -> None:
        """Give a place back."""
        self.free.release()


def init_app(app: Flask, settings: Settings) -> None:
    """Let the app work on no more than the settings allow."""
    work = _places(settings.places, settings)
    export = _places(settings.export_places, settings)

    @app.before_request
    def enter() -> None:
        g.taken = []
        for wanted in _wanted(export, work):
            if not wanted.take():
                raise ServiceUnavailable(retry_after=RETRY_AFTER)
            g.taken.append(wanted)

    @app.teardown_request
    def leave(_: BaseException | None) -> None:
        for taken in g.pop("taken", []):
            taken.leave()


def _places(number: int, settings: Settings) -> Places:
    return Places(Semaphore(number), settings.queue, settings.queue_seconds)


def _wanted(export: Places, work: Places) -> tuple[Places, ...]:
    if request.blueprint == "assets" or asks_for_health():
        return ()
    return (export, work) if request.blueprint == _EXPORTS else (work,)
