"""How much is worked on at once: a few requests, a few more that wait, and the rest are sent away.

A server that takes everything answers nobody in time. Each worker has its share of the machine's
places; files of pages need none, and health is told even when all are taken. A place is held while
an answer is made, and not while it is sent: whoever fetches slowly keeps nobody else waiting.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Semaphore
from typing import TYPE_CHECKING

from flask import Flask
from msgspec import Struct
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from escwg_map.settings import Settings
from escwg_map.web import sent_away
from escwg_map.web.sent_away import SentAway

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_EXPORTS = "downloads"
_NEED_NONE = ("assets", "health")


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


class Door(Struct, frozen=True):
    """The app, entered by as many as there are places; the rest are told to come again."""

    app: "WSGIApplication"
    routes: MapAdapter
    work: Places
    export: Places
    away: SentAway

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Let the app answer, if there is a place."""
        endpoint = self._endpoint(environ)
        taken: list[Places] = []
        try:
            for wanted in self._wanted(endpoint.partition(".")[0]):
                if not wanted.take():
                    return self.away.answer(endpoint, environ, start_response)
                taken.append(wanted)
            return self.app(environ, start_response)
        finally:
            for place in taken:
                place.leave()

    def _endpoint(self, environ: "WSGIEnvironment") -> str:
        path = str(environ.get("PATH_INFO", "")).encode("latin-1").decode(errors="replace")
        with suppress(HTTPException):
            endpoint: str = self.routes.match(path, "GET")[0]
            return endpoint
        return ""

    def _wanted(self, blueprint: str) -> tuple[Places, ...]:
        if blueprint in _NEED_NONE:
            return ()
        return (self.export, self.work) if blueprint == _EXPORTS else (self.work,)


def init_app(app: Flask, settings: Settings) -> None:
    """Let the app work on no more than the settings allow; nothing else may stand before it yet."""
    app.wsgi_app = Door(  # type: ignore[method-assign]
        app.wsgi_app,
        app.url_map.bind("localhost"),
        work=_places(settings.places, settings),
        export=_places(settings.export_places, settings),
        away=sent_away.init_app(app),
    )


def _places(number: int, settings: Settings) -> Places:
    return Places(Semaphore(number), settings.queue, settings.queue_seconds)
