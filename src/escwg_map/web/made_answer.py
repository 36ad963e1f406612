"""An answer that was made before, and is given to others than who it was made for."""

from collections.abc import Iterable
from sys import intern
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from escwg_map.web.access_log import FACTS, ID_HEADER, REQUEST_ID

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_OF_ONE_REQUEST = (ID_HEADER, "Date")
"""Headers that nobody else may get; the server puts the date into every answer that has none."""


class MadeAnswer(Struct, frozen=True):
    """All of an answer but what is one request's alone; `facts` are for its line in the log.

    Hundreds are held at a time, so they share the text of the headers that they have in common.
    """

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    facts: dict[str, Any]

    @classmethod
    def of(
        cls, status: str, headers: Iterable[tuple[str, str]], body: bytes, facts: dict[str, Any]
    ) -> "MadeAnswer":
        """Keep what others may get, too."""
        kept = tuple(
            (intern(name), intern(text)) for name, text in headers if name not in _OF_ONE_REQUEST
        )
        return cls(intern(status), kept, body, dict(facts))

    def give(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request with it, under the request's own id."""
        environ[FACTS] = self.facts | environ[FACTS]
        start_response(self.status, [*self.headers, (ID_HEADER, environ[REQUEST_ID])])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]
