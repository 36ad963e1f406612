"""Errors told to programs: problem details, as RFC 9457 has them."""

import json
from http import HTTPStatus

from flask import Response, request

FOR_PROGRAMS = ("/ogc/",)
"""Where the addresses begin that programs read; people who open one get a page."""

MEDIA_TYPE = "application/problem+json"


def is_for_programs() -> bool:
    """Whether this request goes to an address that programs read."""
    return f"{request.path}/".startswith(FOR_PROGRAMS)


def prefers_problem() -> bool:
    """Whether an error of this request is told as a problem, and not as a page."""
    if not is_for_programs():
        return False
    asked = request.args.get("f")
    accepted = request.accept_mimetypes.best_match([MEDIA_TYPE, "application/json", "text/html"])
    return asked != "html" and (asked == "json" or accepted != "text/html")


def problem(status: HTTPStatus, detail: str, **more: str) -> Response:
    """Tell what is wrong and what would do; `more` adds members, such as the parameter at fault."""
    body = {"title": status.phrase, "status": int(status), "detail": detail, **more}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status=int(status), content_type=MEDIA_TYPE)
