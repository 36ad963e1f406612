"""What this app serves, and what this request asks for."""

from flask import Flask, current_app, request

from escwg_map.errors import BadSelection
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.parameters import did_you_mean, shown
from escwg_map.wording import listing

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


def refuse_parameters(*taken: str) -> None:
    """Refuse any parameter but those that the page takes.

    Raises:
        BadSelection: the query string has another.
    """
    for name in request.args:
        if name not in taken:
            takes = listing(taken) if taken else "no parameters"
            near = did_you_mean(name, taken)
            unknown = f"There is no parameter {shown(name)} here. " if taken else ""
            raise BadSelection(name, f"{unknown}This page takes {takes}.{near}")
