"""What people see when something stops: one plain page, never a traceback."""

from http import HTTPStatus

from flask import Flask
from werkzeug.exceptions import HTTPException

from escwg_map.errors import BadSelection, EscwgMapError, NotRecorded
from escwg_map.web.contexts import ErrorPage
from escwg_map.web.page import render

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
_MESSAGES = {
    HTTPStatus.NOT_FOUND: "There is no page at this address. Check it if you typed it.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This site can only be read: nothing can be sent to it.",
}


def init_app(app: Flask) -> None:
    """Answer every error with the error page."""

    @app.errorhandler(EscwgMapError)
    def show_our_error(error: EscwgMapError) -> tuple[str, int]:
        status = STATUSES.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
        return _page(status, str(error) if status < HTTPStatus.INTERNAL_SERVER_ERROR else "")

    @app.errorhandler(HTTPException)
    def show_http_error(error: HTTPException) -> tuple[str, int]:
        status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        return _page(status, _MESSAGES.get(status, status.phrase))

    @app.errorhandler(Exception)
    def show_fault(error: Exception) -> tuple[str, int]:
        app.logger.error("fault while answering", exc_info=error)
        return _page(HTTPStatus.INTERNAL_SERVER_ERROR, "")


def _page(status: HTTPStatus, message: str) -> tuple[str, int]:
    server_fault = "The fault is ours. Try again in a minute; the other pages may still work."
    page = ErrorPage(
        title=_HEADINGS.get(status, _APOLOGY), message=message or server_fault, status=int(status)
    )
    return render(page), int(status)
