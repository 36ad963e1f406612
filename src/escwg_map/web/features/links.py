"""The links between the resources: every answer says where its neighbours are."""

from collections.abc import Iterable
from typing import Any

from flask import request, url_for
from msgspec import Struct
from msgspec.structs import asdict

from escwg_map.web.features.answers import GEOJSON, HTML, JSON, OPENAPI, Format
from escwg_map.web.features.collections import Collection
from escwg_map.web.json_text import json_text

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


class Link(Struct, frozen=True):
    """A link, with its relation to the answer that holds it (RFC 8288)."""

    href: str
    rel: str
    type: str
    title: str

    def to_json(self) -> dict[str, str]:
        """Write it as the standard's documents have it."""
        return asdict(self)


def written(found: Iterable[Link]) -> str:
    """Write links as a JSON array."""
    return json_text([link.to_json() for link in found])


def address(endpoint: str, **values: Any) -> str:  # noqa: ANN401 - any parameter's value
    """Write the whole address of a resource, as clients of another host need it."""
    return url_for(f"features.{endpoint}", _external=True, **values)


def here(asked: Format, json_type: str = JSON) -> tuple[Link, Link]:
    """Link to this resource as it is, and to its other format."""
    types = {Format.JSON: json_type, Format.HTML: HTML}
    other = Format.HTML if asked is Format.JSON else Format.JSON
    return (
        Link(_with(f=asked), "self", types[asked], "This document"),
        Link(_with(f=other), "alternate", types[other], f"This document as {other.name}"),
    )


def pages(offset: int, limit: int, total: int, media_type: str) -> list[Link]:
    """Link to the page before and to the page after, where there are any."""
    found = []
    if offset > 0:
        before = max(0, min(offset, total) - limit)
        found.append(Link(_with(offset=before), "prev", media_type, "The page before"))
    if offset + limit < total:
        found.append(Link(_with(offset=offset + limit), "next", media_type, "The next page"))
    return found


def landing() -> list[Link]:
    """Link to what there is beside the landing page."""
    return [
        Link(address("show_api", f="json"), "service-desc", OPENAPI, "Definition (OpenAPI 3.0)"),
        Link(address("show_api", f="html"), "service-doc", HTML, "Documentation"),
        Link(address("show_conformance"), "conformance", JSON, "Conformance classes"),
        Link(address("show_collections"), "data", JSON, "Collections"),
        licence(),
    ]


def of_collection(collection: Collection) -> list[Link]:
    """Link from a collection to its items."""
    where = {"collection_id": collection.id}
    return [
        Link(address("show_items", **where, f="json"), "items", GEOJSON, "Items as GeoJSON"),
        Link(address("show_items", **where, f="html"), "items", HTML, "Items as HTML"),
        licence(),
    ]


def to_collection(collection: Collection) -> Link:
    """Link to a collection from what belongs to it."""
    href = address("show_collection", collection_id=collection.id)
    return Link(href, "collection", JSON, collection.title)


def itself(collection: Collection) -> Link:
    """Link to a collection from the list of all."""
    href = address("show_collection", collection_id=collection.id)
    return Link(href, "self", JSON, collection.title)


def licence() -> Link:
    """Link to the licence."""
    return Link(LICENCE, "license", HTML, "Open Government Licence v3.0")


def _with(**changes: object) -> str:
    """Write this request's address with some parameters changed."""
    values = {**(request.view_args or {}), **request.args.to_dict(), **changes}
    return url_for(str(request.endpoint), _external=True, **values)
