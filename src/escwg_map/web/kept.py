"""Answers that are kept while their publication is served, and given again without being made.

An answer depends on the publication and on what is asked, and on nothing else: not on who asks, nor
on when. So what was given once is given again, byte for byte, until another publication is current.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from cachetools import LRUCache
from flask import Flask
from msgspec import Struct

from escwg_map.settings import Settings
from escwg_map.web.access_log import FACTS
from escwg_map.web.current import switch
from escwg_map.web.made_answer import MadeAnswer
from escwg_map.web.memory import trim
from escwg_map.web.rates import COUNTED, Buckets, buckets_of
from escwg_map.web.request_limits import fault_of
from escwg_map.web.switch import Switch

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_ASKED = (
    *("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"),
    *("HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH"),
)
"""All of a request that an answer may depend on."""

_SELDOM = {
    *("HTTP_RANGE", "HTTP_IF_RANGE", "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE"),
    *("HTTP_IF_UNMODIFIED_SINCE", "HTTP_ACCESS_CONTROL_REQUEST_METHOD"),
}
"""What an answer may depend on, too: whoever sends one of these gets an answer of their own."""

_KEPT = ("200 ", "304 ")
_LARGEST = 2**20
"""Bytes of an answer that is kept, at most."""

_BESIDES = 2_000
"""Bytes that an answer takes beside its body and what was asked, about: 1,900 of a page."""

_TRIMMED = 4 * 2**20
"""Bytes of answers kept anew after which memory is trimmed: they are of all sizes, and where one
was forgotten, the next may not fit."""

Key = tuple[object, ...]


class _Kept(Struct, frozen=True):
    answer: MadeAnswer
    is_counted: bool
    """Whether asking for it counts to the limit of a client."""
    size: int


@dataclass(eq=False)
class KeptAnswers:
    """The app, with answers that it gave before; those not asked for longest are forgotten."""

    app: "WSGIApplication"
    serves: Switch
    is_fit: Callable[["WSGIEnvironment"], bool]
    buckets: Buckets | None
    kept: "LRUCache[Key, _Kept]"
    _lock: Lock = field(default_factory=Lock)
    _untrimmed: int = 0

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Give the answer that is kept; or let the app make it, and keep it if that can be done."""
        if not self._is_common(environ):
            return self.app(environ, start_response)
        self.serves.look()
        asked = tuple(map(environ.get, _ASKED))
        kept = self._find((self.serves.current.name, *asked))
        if kept is None or (kept.is_counted and not self._may_come(environ)):
            return self._made(asked, environ, start_response)
        return kept.answer.give(environ, start_response)

    def _is_common(self, environ: "WSGIEnvironment") -> bool:
        return (
            environ["REQUEST_METHOD"] == "GET"
            and _SELDOM.isdisjoint(environ)
            and self.is_fit(environ)
        )

    def _may_come(self, environ: "WSGIEnvironment") -> bool:
        """Count the request, as the app would: it counts those that it is to answer itself."""
        return self.buckets is None or not self.buckets.wait_of(environ.get("REMOTE_ADDR", ""))

    def _find(self, key: Key) -> _Kept | None:
        with self._lock:
            return self.kept.get(key)

    def _made(
        self, asked: Key, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:  # noqa: ANN401
            begun.append((status, headers))
            return start_response(status, headers, *more)

        body = self.app(environ, start)
        if not begun or not _is_kept(*begun[-1]):
            return body
        status, headers = begun[-1]
        whole = b"".join(body)
        if close := getattr(body, "close", None):
            close()
        answer = MadeAnswer.of(status, headers, whole, environ[FACTS])
        # The publication may have changed since it was looked at: the answer's own name counts.
        key = (answer.facts["generation"], *asked)
        self._keep(key, _Kept(answer, COUNTED in environ, _size(key, answer)))
        return [whole]

    def _keep(self, key: Key, kept: _Kept) -> None:
        if kept.size > self.kept.maxsize:
            return
        with self._lock:
            self.kept[key] = kept
            self._untrimmed += kept.size
            if is_due := self._untrimmed >= _TRIMMED:
                self._untrimmed = 0
        if is_due:
            trim()

    def cache_clear(self) -> None:
        """Forget all answers: they are of one publication."""
        with self._lock:
            self.kept.clear()


def _size(key: Key, answer: MadeAnswer) -> int:
    """Say how much memory it takes: what was asked is as long as its client liked."""
    return len(answer.body) + sum(len(text) for text in key if isinstance(text, str)) + _BESIDES


def _is_kept(status: str, headers: list[tuple[str, str]]) -> bool:
    """Whether an answer may be given again: it has a tag, and is not too large to hold."""
    named = {name.lower(): text for name, text in headers}
    length = named.get("content-length", "0")
    return (
        status.startswith(_KEPT)
        and "etag" in named
        and "no-store" not in named.get("cache-control", "")
        and int(length) <= _LARGEST
        and ("content-length" in named or status.startswith("304"))
    )


def init_app(app: Flask, settings: Settings) -> None:
    """Keep answers, where the settings give room for any; places are for those that are made."""
    if not settings.kept_bytes:
        return
    kept = KeptAnswers(
        app.wsgi_app,
        switch(app),
        lambda environ: fault_of(environ, settings) is None,
        buckets_of(app),
        LRUCache(settings.kept_bytes, getsizeof=lambda kept: kept.size),
    )
    switch(app).caches += (kept,)
    app.wsgi_app = kept  # type: ignore[method-assign]
