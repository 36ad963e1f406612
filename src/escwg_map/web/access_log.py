"""The access log: one line a request, without query, body or whole address of anybody.

A route's template stands for the path, and one word for every method that HTTP has not, since
either may hold what somebody typed.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from http import HTTPMethod
from itertools import count
from secrets import token_hex
from time import perf_counter, time
from typing import TYPE_CHECKING

from flask import Flask, Response, request

from escwg_map.logs import json_line, members
from escwg_map.settings import Settings
from escwg_map.web.current import publication

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Log = Callable[[bytes], object]
"""Takes a line of the log, whole."""

FACTS = "escwg_map.facts"
REQUEST_ID = "escwg_map.request_id"
ID_HEADER = "X-Request-ID"
_NO_METHOD = "other"
_GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")


def _ids() -> Iterator[str]:
    """Count requests, behind what no other worker begins with.

    Nothing of it is Python's: a generator cannot be asked by two threads at once.
    """
    return map(f"{token_hex(4)}{{:08x}}".format, count())


@dataclass(frozen=True)
class AccessLog:
    """The app, with a line for each request once its answer has been sent.

    A body that is a list is whole, and is noted at once: the server sends it in one piece, and
    does not say when that is done.
    """

    app: "WSGIApplication"
    slow: float
    log: Log | None

    @cached_property
    def ids(self) -> Iterator[str]:
        """The ids that this process gives: an app that was made before a fork has none yet."""
        return _ids()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request, and count what is sent."""
        given = environ.get("HTTP_X_REQUEST_ID")
        environ[REQUEST_ID] = given if given and _GIVEN.fullmatch(given) else next(self.ids)
        method = environ["REQUEST_METHOD"]
        environ[FACTS] = {"method": method if method in HTTPMethod.__members__ else _NO_METHOD}
        started = perf_counter()
        body = self.app(environ, start_response)
        if self.log is None:
            return body
        # A warning, where the answer was slow to begin.
        level = logging.WARNING if perf_counter() - started > self.slow else logging.INFO
        line = _Line(environ, started, level, self.log)
        if isinstance(body, list):
            line.write(sum(map(len, body)))
            return body
        return _Counted(body, line)


@dataclass(slots=True)
class _Line:
    environ: "WSGIEnvironment"
    started: float
    level: int
    log: Log

    def write(self, sent: int) -> None:
        said = f'"event": "request", "request_id": "{self.environ[REQUEST_ID]}"'
        said += f", {_written(tuple(self.environ[FACTS].items()))}"
        said += f', "ms": {(perf_counter() - self.started) * 1000:.1f}, "bytes": {sent}'
        # A log that cannot be written, on a full disk, is no reason to stop serving.
        with suppress(OSError):
            self.log(f"{json_line(time(), self.level, said)}\n".encode())


@lru_cache(1024)
def _written(facts: tuple[tuple[str, object], ...]) -> str:
    """Write what is the same of many requests: few routes make most of a log."""
    return members(dict(facts))


@dataclass
class _Counted:
    """A body that is counted on its way, and logged when it is closed."""

    body: Iterable[bytes]
    line: _Line
    sent: int = 0

    def __iter__(self) -> Iterator[bytes]:
        for part in self.body:
            self.sent += len(part)
            yield part

    def close(self) -> None:
        """Close the body, and write the line."""
        if close := getattr(self.body, "close", None):
            close()
        self.line.write(self.sent)


def init_app(app: Flask, settings: Settings, log: Log | None) -> None:
    """Log every request of the app, and let its answer carry the id of its line."""

    @app.after_request
    def note(response: Response) -> Response:
        response.headers[ID_HEADER] = request_id()
        request.environ.setdefault(FACTS, {}).update(
            route=request.url_rule.rule if request.url_rule else None,
            status=response.status_code,
            generation=publication().name,
        )
        return response

    app.wsgi_app = AccessLog(  # type: ignore[method-assign]
        app.wsgi_app, settings.request_seconds, log
    )


def request_id() -> str:
    """Name this request, as its line in the log does."""
    name: str = request.environ[REQUEST_ID]
    return name
