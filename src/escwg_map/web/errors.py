"""What people see when something stops: one plain page, never a traceback; programs, a problem."""

from http import HTTPStatus

from flask import Flask, Response, make_response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from escwg_map.errors import BadSelection, EscwgMapError, NotRecorded
from escwg_map.web.contexts.records import ErrorPage
from escwg_map.web.page import render
from escwg_map.web.problems import METHODS, is_for_programs, prefers_problem, problem

STATUSES: dict[type[EscwgMapError], HTTPStatus] = {
    BadSelection: HTTPStatus.BAD_REQUEST,
    NotRecorded: HTTPStatus.NOT_FOUND,
}
"""Which status each of our errors means to somebody who asked; any other is ours to mend."""

_HEADINGS = {
    HTTPStatus.BAD_REQUEST: "That cannot be looked up",
    HTTPStatus.NOT_FOUND: "Page not found",
    HTTPStatus.METHOD_NOT_ALLOWED: "That cannot be done here",
}
_APOLOGY = "Sorry, there is a problem"
_KEPT = ("Content-Range",)
"""What the server's own errors say in headers, and that their readers need."""
_MESSAGES = {
    HTTPStatus.NOT_FOUND: "There is no page at this address. Check it if you typed it.",
    HTTPStatus.NOT_ACCEPTABLE: "This can be had as JSON (f=json) and as HTML (f=html).",
    HTTPStatus.METHOD_NOT_ALLOWED: "This site can only be read: nothing can be sent to it.",
}


def init_app(app: Flask) -> None:
    """Answer every error with the error page."""

    @app.errorhandler(EscwgMapError)
    def show_our_error(error: EscwgMapError) -> ResponseReturnValue:
        status = STATUSES.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
        parameter = error.parameter if isinstance(error, BadSelection) else None
        ours = status < HTTPStatus.INTERNAL_SERVER_ERROR
        return _answer(status, str(error) if ours else "", parameter)

    @app.errorhandler(HTTPException)
    def show_http_error(error: HTTPException) -> ResponseReturnValue:
        status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        kept = {name: text for name, text in error.get_headers() if name in _KEPT}
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            kept["Allow"] = METHODS
        answer = _answer(status, _MESSAGES.get(status, status.phrase))
        answer.headers.update(kept)
        return answer

    @app.errorhandler(Exception)
    def show_fault(error: Exception) -> ResponseReturnValue:
        app.logger.error("fault while answering", exc_info=error)
        return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "")


def _answer(status: HTTPStatus, message: str, parameter: str | None = None) -> Response:
    said = message or "The fault is ours. Try again in a minute; the other pages may still work."
    if prefers_problem():
        answer = problem(status, said, parameter)
    else:
        page = ErrorPage(title=_HEADINGS.get(status, _APOLOGY), message=said, status=int(status))
        answer = make_response(render(page), int(status))
    if is_for_programs():
        answer.vary.add("Accept")
    return answer
