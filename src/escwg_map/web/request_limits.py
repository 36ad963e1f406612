"""What a request may look like, checked before anything is done for it. No body is ever read."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Flask, request
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    RequestEntityTooLarge,
    RequestHeaderFieldsTooLarge,
    RequestURITooLarge,
    UnsupportedMediaType,
)

from escwg_map.settings import Settings
from escwg_map.web.health_paths import PATHS as HEALTH
from escwg_map.web.outside import REFUSED

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_UNKNOWN_HOST = "This site is not known by that name."
_IN_CHUNKS = "This site can only be read: it takes no body of unknown length."


class Refused(BadRequest):
    """A request that no page was asked about; its description is written for who sent it."""


def init_app(app: Flask, settings: Settings) -> None:
    """Refuse what is too long, what cannot be counted, and what names an unknown host."""

    @app.before_request
    def refuse() -> None:
        if fault := fault_of(request.environ, settings):
            raise fault


def fault_of(environ: "WSGIEnvironment", settings: Settings) -> HTTPException | None:
    """Find what is wrong with a request, whatever it asks for."""
    headers = [(name, text) for name, text in environ.items() if name.startswith("HTTP_")]
    size = sum(len(name) - len("HTTP_") + len(text) + len(": \r\n") for name, text in headers)
    path = quote(environ["PATH_INFO"], encoding="latin-1")
    if len(path) + len(environ.get("QUERY_STRING", "")) > settings.uri_bytes:
        return RequestURITooLarge()
    if len(headers) > settings.header_count or size > settings.header_bytes:
        return RequestHeaderFieldsTooLarge()
    if environ.get(REFUSED) and environ["PATH_INFO"] not in HEALTH:
        return Refused(_UNKNOWN_HOST)
    return _fault_of_body(environ, settings)


def _fault_of_body(environ: "WSGIEnvironment", settings: Settings) -> HTTPException | None:
    # A request with both a length and chunks is two requests to two readers: it comes to us with
    # the length taken away, so all chunks are refused, and the connection is closed.
    if "HTTP_TRANSFER_ENCODING" in environ:
        return Refused(_IN_CHUNKS)
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        return Refused(_IN_CHUNKS)
    if len(length) > 12 or int(length) > settings.body_bytes:
        return RequestEntityTooLarge()
    if environ.get("HTTP_CONTENT_ENCODING", "identity") != "identity":
        return UnsupportedMediaType()
    return None
