"""Problems as RFC 9457 writes them: what programs get where people get a page."""

from http import HTTPStatus

from flask import Response, url_for

from escwg_map.web.api.answers import Problem

ROOT = "/api/"
"""What stands below this address answers programs."""

METHODS = "GET, HEAD, OPTIONS"
MEDIA_TYPE = "application/problem+json"

SORTS = {
    HTTPStatus.BAD_REQUEST: ("bad-parameter", "A parameter that will not do"),
    HTTPStatus.NOT_FOUND: ("not-recorded", "No such thing"),
    HTTPStatus.METHOD_NOT_ALLOWED: ("read-only", "The API can only be read"),
    HTTPStatus.INTERNAL_SERVER_ERROR: ("fault", "The fault is ours"),
}
"""The sorts of problem: each with the name under which the page about the API explains it."""


def problem(status: HTTPStatus, detail: str, parameter: str | None = None) -> Response:
    """Answer with a problem; any sort that is not listed is no more than its status."""
    name, title = SORTS.get(status, ("", status.phrase))
    type_ = url_for("api_page.show_api", _external=True, _anchor=name) if name else "about:blank"
    said = Problem(type=type_, title=title, status=int(status), detail=detail, parameter=parameter)
    response = Response(
        said.model_dump_json(exclude_none=True), status=int(status), content_type=MEDIA_TYPE
    )
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["Allow"] = METHODS
    return response
