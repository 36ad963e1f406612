"""JSON as the app writes it: in UTF-8, and with no word that JSON does not have."""

import json

from flask import Response, request


def json_text(value: object, *, indent: int | None = None) -> str:
    """Write a value as JSON.

    Raises:
        ValueError: it holds NaN or an infinity, which Python would write and nobody else reads.
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )


def json_answer(value: object) -> Response:
    """Answer with a value, or say that the client has it already."""
    response = Response(json_text(value), content_type="application/json; charset=utf-8")
    response.add_etag()
    response.make_conditional(request)
    return response
