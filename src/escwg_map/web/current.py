"""What this app serves, and what this request asks for."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, current_app, request

from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.query import Reader, read_query, refuse_unknown

_KEY = "escwg_map_publication"


def use(app: Flask, publication: Publication) -> None:
    """Let the app serve a publication; its data is read now, not at the first request."""
    app.extensions[_KEY] = publication
    _ = publication.atlas


def publication() -> Publication:
    """The publication that this app serves."""
    served: Publication = current_app.extensions[_KEY]
    return served


def selection(*besides: str) -> Selection:
    """What this request's query string asks for, `besides` what the page itself takes.

    Raises:
        BadSelection: the query string cannot be understood.
    """
    given = request.args.items(multi=True)
    return Selection.from_query((name, text) for name, text in given if name not in besides)


def read_parameters(readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Read the parameters of a page that has its own, beside the selection's.

    Raises:
        BadSelection: the query string cannot be understood.
    """
    return read_query(request.args.items(multi=True), readers)


def refuse_parameters() -> None:
    """Refuse any parameter.

    Raises:
        BadSelection: the query string has one.
    """
    refuse_unknown(request.args, ())
