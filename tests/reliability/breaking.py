"""The real app, with routes that no user has: for tests of what happens when something breaks."""

import os
import socket
import time
from collections.abc import Iterator

from flask import Blueprint, Flask, Response, request

from escwg_map.web import wsgi

breaking = Blueprint("breaking", __name__)

PART = b"0,1,2\n" * 1000

_FIRST = socket.socket(socket.AF_UNIX)


def make_app() -> Flask:
    """Make the app as a worker does, and add the routes."""
    app = wsgi.make_app()
    app.register_blueprint(breaking, url_prefix="/test")
    return app


def make_slow_app() -> Flask:
    """Make the app in the first worker of a server; the others take long to begin."""
    try:
        _FIRST.bind(f"\0first worker of {os.getppid()}")
    except OSError:  # an abstract address belongs to one, and goes with its process
        time.sleep(60)
    return make_app()


@breaking.get("/fault/<word>")
def fault(word: str) -> str:
    """Fault as code does."""
    raise ZeroDivisionError(f"in {__file__} for {word}")


@breaking.get("/abort")
def abort() -> str:
    """Die as native code does."""
    os.abort()


@breaking.get("/sleep")
def sleep() -> str:
    """Take long over an answer."""
    time.sleep(float(request.args["for"]))
    return "slept"


@breaking.get("/work")
def work() -> str:
    """Be busy for a twentieth of a second."""
    time.sleep(0.05)
    return "worked"


@breaking.get("/export/<how>")
def export(how: str) -> Response:
    """Send a long file that breaks off in the middle, its length told before or not."""

    def parts() -> Iterator[bytes]:
        for _ in range(10):
            yield PART
        raise ZeroDivisionError

    response = Response(parts(), mimetype="text/csv")
    if how == "told":
        response.content_length = 20 * len(PART)
    return response


@breaking.get("/long")
def long() -> Response:
    """Send a file that takes six seconds."""

    def parts() -> Iterator[bytes]:
        for _ in range(60):
            time.sleep(0.1)
            yield PART

    response = Response(parts(), mimetype="text/csv")
    response.content_length = 60 * len(PART)
    return response


@breaking.get("/endless")
def endless() -> Response:
    """Send a file of 300 MB."""
    response = Response((PART for _ in range(50_000)), mimetype="text/csv")
    response.content_length = 50_000 * len(PART)
    return response
