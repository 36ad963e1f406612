"""What people see when something stops: one plain page, never a traceback; programs, a problem."""

import logging
from http import HTTPStatus

from flask import Flask, Response, make_response
from werkzeug.exceptions import HTTPException

from escwg_map.errors import BadSelection, EscwgMapError, NotRecorded
from escwg_map.logs import FIELDS
from escwg_map.web.access_log import request_id
from escwg_map.web.contexts.records import ErrorPage
from escwg_map.web.page import render
from escwg_map.web.problems import METHODS, is_for_programs, prefers_problem, problem
from escwg_map.web.request_limits import Refused

_LOGGER = logging.getLogger("escwg_map.faults")

STATUSES: dict[type[EscwgMapError], HTTPStatus] = {
    BadSelection: HTTPStatus.BAD_REQUEST,
    NotRecorded: HTTPStatus.NOT_FOUND,
}
"""Which status each of our errors means to somebody who asked; any other is ours to mend."""

_HEADINGS = {
    HTTPStatus.BAD_REQUEST: "That cannot be looked up",
    HTTPStatus.NOT_FOUND: "Page not found",
    HTTPStatus.METHOD_NOT_ALLOWED: "That cannot be done here",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "That is too long",
    HTTPStatus.REQUEST_URI_TOO_LONG: "That is too long",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "That is too long",
    HTTPStatus.TOO_MANY_REQUESTS: "That is too often",
    HTTPStatus.SERVICE_UNAVAILABLE: "Too many people are asking at once",
}
_APOLOGY = "Sorry, there is a problem"
_KEPT = ("Content-Range",)
"""What the server's own errors say in headers, and that their readers need."""
_READ_ONLY = "This site can only be read: nothing can be sent to it."
_SERVER_FAULT = "The fault is ours. Try again in a minute; the other pages may still work."
_MESSAGES = {
    HTTPStatus.NOT_FOUND: "There is no page at this address. Check it if you typed it.",
    HTTPStatus.NOT_ACCEPTABLE: "This can be had as JSON (f=json) and as HTML (f=html).",
    HTTPStatus.METHOD_NOT_ALLOWED: _READ_ONLY,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: _READ_ONLY,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _READ_ONLY,
    HTTPStatus.REQUEST_URI_TOO_LONG: "The address is too long: choose fewer filters.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "The headers of the request are too long.",
    HTTPStatus.TOO_MANY_REQUESTS: "Your address has asked too often: wait a minute, then go on.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Try again in a few seconds.",
}


def init_app(app: Flask) -> None:
    """Answer every error with the error page."""

    @app.errorhandler(EscwgMapError)
    def show_our_error(error: EscwgMapError) -> Response:
        status = STATUSES.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
        parameter = error.parameter if isinstance(error, BadSelection) else None
        ours = status < HTTPStatus.INTERNAL_SERVER_ERROR
        return _answer(status, str(error) if ours else "", parameter)

    @app.errorhandler(HTTPException)
    def show_http_error(error: HTTPException) -> Response:
        status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        ours = error.description if isinstance(error, Refused) else None
        answer = _answer(status, ours or _MESSAGES.get(status, status.phrase))
        answer.headers.update({n: text for n, text in error.get_headers() if n in _KEPT})
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            answer.headers["Allow"] = METHODS
        if seconds := getattr(error, "retry_after", None):
            answer.headers["Retry-After"] = str(seconds)
        return answer

    @app.errorhandler(Exception)
    def show_fault(error: Exception) -> Response:
        line = {"request_id": request_id()}
        _LOGGER.error("fault while answering", exc_info=error, extra={FIELDS: line})
        return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "")


def _answer(status: HTTPStatus, message: str, parameter: str | None = None) -> Response:
    said = message or _SERVER_FAULT
    if prefers_problem():
        answer = problem(status, said, parameter)
    else:
        page = ErrorPage(title=_HEADINGS.get(status, _APOLOGY), message=said, status=int(status))
        answer = make_response(render(page), int(status))
    if is_for_programs():
        answer.vary.add("Accept")
    return answer
