"""What this app serves, and what this request asks for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, request

from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.query import Reader, read_query, refuse_unknown
from escwg_map.web.switch import Switch

_KEY = "escwg_map_switch"


def use(app: Flask, publication: Publication, pointer: Path | None = None) -> Switch:
    """Let the app serve a publication, and whatever the pointer names later.

    Its data is checked and read now, not at the first request.

    Raises:
        Damaged: the publication is not what was published.
    """
    publication.check()
    _ = publication.atlas
    app.extensions[_KEY] = Switch(publication, pointer)
    return switch(app)


def publication() -> Publication:
    """The publication that this request is answered from, to its end."""
    if "publication" not in g:
        switch().look()
        g.publication = switch().current
    taken: Publication = g.publication
    return taken


def switch(app: Flask | None = None) -> Switch:
    """What brings the app, or this request's, from one publication to the next."""
    found: Switch = (app or current_app).extensions[_KEY]
    return found


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
