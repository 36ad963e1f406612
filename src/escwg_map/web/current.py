"""What this app serves, and what this request asks for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, request

from escwg_map.demand.incidents import Incidents
from escwg_map.errors import BadSelection
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.parameters import word_of
from escwg_map.selection.query import Reader, read_query, refuse_unknown
from escwg_map.selection.ways import Weight
from escwg_map.web.switch import Switch

_KEY = "escwg_map_switch"
_INCIDENTS = "escwg_map_incidents"


def use(app: Flask, publication: Publication, pointer: Path | None = None) -> Switch:
    """Let the app serve a publication, and whatever the pointer names later.

    Its data is read now, not at the first request.

    Raises:
        Damaged: the data is not what was published.
    """
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


def serve_incidents(app: Flask, counted: Incidents | None) -> None:
    """Let the app offer counts of incidents as a weight; none for an app that has none."""
    app.extensions[_INCIDENTS] = counted


def incidents() -> Incidents | None:
    """The counts that this request may be answered with: none where they fit other boundaries."""
    counted: Incidents | None = current_app.extensions[_INCIDENTS]
    if counted is None or not counted.codes <= publication().atlas.land.codes:
        return None
    return counted


def weights() -> list[Weight]:
    """What this request may be weighed by."""
    return [each for each in Weight if each is not Weight.INCIDENTS or incidents()]


def weighed_by(asked: Selection) -> Incidents | None:
    """The incidents that a selection is weighed by; none where it is weighed by something else.

    Raises:
        BadSelection: it asks for incidents, and there are none.
    """
    if asked.weight is not Weight.INCIDENTS:
        return None
    if (counted := incidents()) is None:
        raise BadSelection(
            "weight",
            "This map has no counts of incidents: 'weight' takes people or km2 here. Whoever runs "
            "the map can give it some (escwg-map serve --demand COUNTS).",
        )
    return counted


def selection(*besides: str) -> Selection:
    """What this request's query string asks for, `besides` what the page itself takes.

    Raises:
        BadSelection: the query string cannot be understood, or asks for incidents in vain.
    """
    given = request.args.items(multi=True)
    asked = Selection.from_query((name, text) for name, text in given if name not in besides)
    weighed_by(asked)
    return asked


def weight_asked() -> Selection:
    """What this request asks of a page that takes a weight and nothing else.

    Raises:
        BadSelection: the query string cannot be understood, or asks for incidents in vain.
    """
    asked = Selection(**read_parameters({"weight": word_of(Weight)}))
    weighed_by(asked)
    return asked


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
