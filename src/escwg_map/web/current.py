"""What this app serves, and what this request asks for."""

from flask import Flask, current_app, request

from escwg_map.errors import BadSelection
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection

_KEY = "escwg_map_publication"


def use(app: Flask, publication: Publication) -> None:
    """Let the app serve a publication; its data is read now, not at the first request."""
    app.extensions[_KEY] = publication
    _ = publication.atlas


def publication() -> Publication:
    """The publication that this app serves."""
    served: Publication = current_app.extensions[_KEY]
    return served


def selection() -> Selection:
    """What this request's query string asks for.

    Raises:
        BadSelection: the query string cannot be understood.
    """
    return Selection.from_query(request.args.items(multi=True))


def refuse_parameters() -> None:
    """Refuse any parameter, on a page that takes none.

    Raises:
        BadSelection: the query string is not empty.
    """
    if name := next(iter(request.args), None):
        raise BadSelection(name, "This page takes no parameters.")
