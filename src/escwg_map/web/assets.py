"""The files of the publication, compressed when it was made, kept by browsers for ever."""

from functools import lru_cache
from mimetypes import guess_type

from flask import Blueprint, Response, abort, make_response, request

from escwg_map.publish.artefacts import SERVED
from escwg_map.publish.publication import Publication
from escwg_map.web.current import refuse_parameters, switch

assets = Blueprint("assets", __name__)

_FOR_EVER = "public, max-age=31536000, immutable"
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


@assets.get("/published/<name>/<path:path>")
def show_file(name: str, path: str) -> Response:
    """Send a file of a publication in the smallest encoding that the client takes.

    Pages of the publication before this one may still be open somewhere.
    """
    refuse_parameters()
    served = switch().named(name)
    if served is None or path not in served.digests or not path.startswith(SERVED):
        abort(404)
    encoding, stored = _encoding(served, path)
    response = make_response(_body(served, stored))
    response.content_type = _content_type(path)
    if encoding:
        response.content_encoding = encoding
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = _FOR_EVER
    response.set_etag(served.digests[stored])
    response.make_conditional(request)
    return response


def _encoding(served: Publication, path: str) -> tuple[str | None, str]:
    for encoding, suffix in _ENCODINGS:
        if request.accept_encodings[encoding] and path + suffix in served.digests:
            return encoding, path + suffix
    return None, path


@lru_cache(maxsize=256)
def _body(served: Publication, path: str) -> bytes:
    return served.read(path)


def _content_type(path: str) -> str:
    kind = "text/javascript" if path.endswith(".js") else guess_type(path)[0]
    text = kind is not None and (kind.startswith("text/") or kind == "application/json")
    return f"{kind}; charset=utf-8" if text else kind or "application/octet-stream"


CACHES = (_body,)
"""What holds on to a publication, and is emptied when another takes its place."""
