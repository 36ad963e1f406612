"""Everything that can be asked for: each address with its parameters, as values."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from escwg_map.exports.columns import Column, Holds
from escwg_map.selection.parameters import LONGEST_OFFSET
from escwg_map.web.features.answers import GEOJSON, JSON, OPENAPI, Format
from escwg_map.web.features.asked import DEFAULT_LIMIT, MOST
from escwg_map.web.features.collections import COLLECTIONS, Collection
from escwg_map.web.features.reference_systems import ReferenceSystem

Schema = Mapping[str, Any]


class Parameter(Struct, frozen=True):
    """A parameter: what it means, and which values it takes, as a JSON schema."""

    name: str
    means: str
    schema: Schema
    in_path: bool = False


class Operation(Struct, frozen=True):
    """One address below the landing page; `returns` names the schema of its JSON."""

    path: str
    id: str
    summary: str
    returns: str
    tag: str
    parameters: tuple[Parameter, ...] = ()
    json_type: str = JSON


_SYSTEMS = [system.value for system in ReferenceSystem]
_SYSTEM: Schema = {"type": "string", "format": "uri", "enum": _SYSTEMS, "default": _SYSTEMS[0]}
_NUMBERS: Schema = {
    "type": "array",
    "items": {"type": "number"},
    "oneOf": [{"minItems": number, "maxItems": number} for number in (4, 6)],
}

F = Parameter(
    "f",
    "The format. Without it, the format that the client's Accept header likes best.",
    {"type": "string", "enum": [each.value for each in Format]},
)
CRS = Parameter("crs", "The coordinate reference system of the geometries that are sent.", _SYSTEM)
ITEMS = (
    Parameter(
        "limit",
        "How many items at most. A larger number than the maximum gives the maximum.",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
    ),
    Parameter(
        "offset",
        "How many items to leave out before the first.",
        {"type": "integer", "minimum": 0, "maximum": LONGEST_OFFSET, "default": 0},
    ),
    Parameter(
        "bbox",
        "Only items that touch a box: west, south, east, north. Six numbers have a height after "
        "each corner, which is not looked at. West may be greater than east in degrees: the box "
        "then goes across the 180th meridian.",
        _NUMBERS,
    ),
    Parameter("bbox-crs", "The coordinate reference system of bbox.", _SYSTEM),
    Parameter(
        "datetime",
        "Only items of a time, and those without a date: a date or a time, or two with a slash "
        "between, of which one may be left open with two dots or nothing.",
        {"type": "string", "example": "2014-01-01/.."},
    ),
    CRS,
    F,
)
_FEATURE_ID = Parameter("featureId", "The id of an item.", {"type": "string"}, in_path=True)
_TYPES = {Holds.WHOLE: "integer", Holds.NUMBER: "number", Holds.TRUTH: "boolean"}


def operations() -> Iterator[Operation]:
    """Give all of them, in the order in which one comes upon them."""
    yield _whole("/", "getLandingPage", "Where everything else is", "landingPage")
    yield _whole("/conformance", "getConformance", "Which parts of the standard are met", "classes")
    yield replace(_whole("/api", "getApi", "This definition", "any"), json_type=OPENAPI)
    yield _whole("/collections", "getCollections", "All collections", "collections")
    for collection in COLLECTIONS.values():
        yield from _of(collection)


def _whole(path: str, name: str, summary: str, returns: str) -> Operation:
    return Operation(path, name, summary, returns, "The whole", (F,))


def _of(collection: Collection) -> Iterator[Operation]:
    path, title = f"/collections/{collection.id}", collection.title
    name, items = f"get{collection.id.capitalize()}", f"{path}/items"
    asked = (*ITEMS, *map(_filter, collection.columns))
    alone = (_FEATURE_ID, CRS, F)
    yield Operation(path, name, f"{title}: what it holds", "collection", title, (F,))
    yield Operation(items, f"{name}Items", f"{title}: items", "items", title, asked, GEOJSON)
    yield Operation(
        f"{items}/{{featureId}}", f"{name}Item", f"{title}: one item", "item", title, alone, GEOJSON
    )


def _filter(column: Column) -> Parameter:
    keeps = "whose list holds this" if column.holds is Holds.LIST else "that have this value"
    return Parameter(
        column.name,
        f"{column.means} Only items {keeps}.",
        {"type": _TYPES.get(column.holds, "string")},
    )
