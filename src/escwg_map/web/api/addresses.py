"""The addresses in answers, absolute, and the links between the parts of a list."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from flask import request

from escwg_map.selection.paging import Part
from escwg_map.web.api.answers import Link
from escwg_map.web.api.asking import Asked, Pairs

JSON = "application/json"
HTML = "text/html"


def with_query(address: str, pairs: Pairs) -> str:
    """Add a query string."""
    return f"{address}?{urlencode(pairs, safe=',')}" if pairs else address


def links_of(asked: Asked, part: Part[Any]) -> tuple[Link, ...]:
    """Link to a part of a list, and to the parts before and after it."""
    offsets = [("self", part.offset), ("prev", part.before), ("next", part.after)]
    return tuple(
        Link(rel=rel, href=_at(asked, offset), type=JSON)
        for rel, offset in offsets
        if offset is not None
    )


def links_to(asked: Asked, others: Sequence[tuple[str, str, str]]) -> tuple[Link, ...]:
    """Link to an answer itself, and to others: each a relation, an address and a media type."""
    itself = ("self", with_query(request.base_url, asked.given), JSON)
    return tuple(Link(rel=rel, href=href, type=type_) for rel, href, type_ in (itself, *others))


def _at(asked: Asked, offset: int) -> str:
    kept = tuple(pair for pair in asked.given if pair[0] != "offset")
    return with_query(request.base_url, (*kept, ("offset", str(offset))) if offset else kept)
