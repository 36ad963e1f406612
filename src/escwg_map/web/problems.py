"""Problems as RFC 9457 writes them: what programs get where people get a page."""

from http import HTTPStatus

from flask import Response, request, url_for

from escwg_map.web.api.answers import Problem

API, OGC = "/api/", "/ogc/"
FOR_PROGRAMS = (API, OGC)
"""What stands below these addresses answers programs; people who open one get pages of `/ogc/`."""

METHODS = "GET, HEAD, OPTIONS"
MEDIA_TYPE = "application/problem+json"

SORTS = {
    HTTPStatus.BAD_REQUEST: ("bad-parameter", "A parameter that will not do"),
    HTTPStatus.NOT_FOUND: ("not-recorded", "No such thing"),
    HTTPStatus.METHOD_NOT_ALLOWED: ("read-only", "This can only be read"),
    HTTPStatus.INTERNAL_SERVER_ERROR: ("fault", "The fault is ours"),
}
"""The sorts of problem: each with the name under which the page about the API explains it."""


def is_for_programs() -> bool:
    """Whether this request goes to an address that programs read."""
    return request.path.startswith(API) or f"{request.path}/".startswith(OGC)


def prefers_problem() -> bool:
    """Whether an error of this request is told as a problem, and not as a page."""
    if not is_for_programs() or request.path.startswith(API):
        return is_for_programs()
    asked = request.args.get("f")
    accepted = request.accept_mimetypes.best_match([MEDIA_TYPE, "application/json", "text/html"])
    return asked != "html" and (asked == "json" or accepted != "text/html")


def problem(status: HTTPStatus, detail: str, parameter: str | None = None) -> Response:
    """Answer with a problem; any sort that is not listed is no more than its status."""
    name, title = SORTS.get(status, ("", status.phrase))
    type_ = url_for("api_page.show_api", _external=True, _anchor=name) if name else "about:blank"
    said = Problem(type=type_, title=title, status=int(status), detail=detail, parameter=parameter)
    return Response(
        said.model_dump_json(exclude_none=True), status=int(status), content_type=MEDIA_TYPE
    )
