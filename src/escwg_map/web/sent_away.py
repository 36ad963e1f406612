"""What those get for whom there is no place: an answer that was made before.

Making it takes as long as making a small page, and there is least time for that when most are to be
sent away. So the app makes it once for a kind of address, and it is handed out before the app is
entered.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, request
from msgspec import Struct, field
from werkzeug.exceptions import ServiceUnavailable
from werkzeug.test import EnvironBuilder, run_wsgi_app

from escwg_map.web.access_log import FACTS, REQUEST_ID
from escwg_map.web.current import switch
from escwg_map.web.made_answer import MadeAnswer
from escwg_map.web.switch import Switch

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

RETRY_AFTER = 2
"""Seconds after which a client that was sent away may come again."""

_FULL = "escwg_map.full"
_SEEN = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME")
"""Where the app is seen from outside, once that has been put right."""

_MOST = 256
"""Answers that are kept, since a trusted name may stand for any number of hosts."""


class SentAway(Struct, frozen=True):
    """The app's answers to those whom it has no place for."""

    app: "WSGIApplication"
    serves: Switch
    _ready: dict[tuple[object, ...], MadeAnswer] = field(default_factory=dict)

    def answer(
        self, endpoint: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Send somebody away as the app would, without asking it again."""
        for_people = "text/html" in environ.get("HTTP_ACCEPT", "")
        scheme, host, prefix = (environ[name] for name in _SEEN)
        root = f"{scheme}://{host}{prefix}/"
        key = (self.serves.current.name, endpoint, for_people, root)
        ready = self._ready.get(key)
        if ready is None:
            ready = self._made(environ, root, "text/html" if for_people else "*/*")
            if len(self._ready) < _MOST:
                self._ready[key] = ready
        return ready.give(environ, start_response)

    def _made(self, environ: "WSGIEnvironment", root: str, accept: str) -> MadeAnswer:
        """Ask the app, with nothing of what this client sent but the path."""
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")
        asked = EnvironBuilder(path=path, base_url=root, headers=[("Accept", accept)]).get_environ()
        facts: dict[str, Any] = {}
        asked |= {_FULL: True, REQUEST_ID: "", FACTS: facts}
        body, status, headers = run_wsgi_app(self.app, asked, buffered=True)
        return MadeAnswer.of(status, headers, b"".join(body), facts)

    def cache_clear(self) -> None:
        """Forget them: they name files of the pages of one publication."""
        self._ready.clear()


def init_app(app: Flask) -> SentAway:
    """Let the app make these answers when it is asked to."""

    @app.before_request
    def send_away() -> None:
        if _FULL in request.environ:
            raise ServiceUnavailable(retry_after=RETRY_AFTER)

    away = SentAway(app.wsgi_app, switch(app))
    switch(app).caches += (away,)
    return away
