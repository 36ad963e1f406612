"""The JSON schemas of the documents, for the definition; tests hold every document against them."""

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer", "minimum": 0}


def _array(items: Schema, **more: int) -> Schema:
    return {"type": "array", "items": items, **more}


def _object(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {"type": "object", "required": list(required), "properties": properties}


def _named(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_LINKS = _array(_named("link"))
_MOMENT: Schema = {"type": "string", "format": "date-time", "nullable": True}
_EXTENT = _object(
    (),
    spatial=_object(
        ("bbox",), bbox=_array(_array({"type": "number"}, minItems=4, maxItems=4)), crs=_TEXT
    ),
    temporal=_object(("interval",), interval=_array(_array(_MOMENT, minItems=2, maxItems=2))),
)

SCHEMAS: dict[str, Schema] = {
    "any": {"type": "object"},
    "link": _object(("href", "rel"), href=_TEXT, rel=_TEXT, type=_TEXT, title=_TEXT),
    "landingPage": _object(
        ("links",), title=_TEXT, description=_TEXT, attribution=_TEXT, links=_LINKS
    ),
    "classes": _object(("conformsTo",), conformsTo=_array(_TEXT)),
    "collections": _object(
        ("links", "collections"), links=_LINKS, collections=_array(_named("collection"))
    ),
    "collection": _object(
        ("id", "links"),
        id=_TEXT,
        title=_TEXT,
        description=_TEXT,
        attribution=_TEXT,
        itemType=_TEXT,
        extent=_EXTENT,
        crs=_array(_TEXT),
        storageCrs=_TEXT,
        links=_LINKS,
    ),
    "geometry": _object(
        ("type", "coordinates"),
        type={"type": "string", "enum": ["Point", "Polygon", "MultiPolygon"]},
        coordinates={"type": "array", "items": {}},
    )
    | {"nullable": True},
    "item": _object(
        ("type", "properties", "geometry"),
        type={"type": "string", "enum": ["Feature"]},
        id=_TEXT,
        properties={"type": "object"},
        geometry=_named("geometry"),
        links=_LINKS,
    ),
    "items": _object(
        ("type", "features"),
        type={"type": "string", "enum": ["FeatureCollection"]},
        features=_array(_named("item")),
        links=_LINKS,
        numberMatched=_WHOLE,
        numberReturned=_WHOLE,
    ),
    "problem": _object(
        ("title", "status", "detail"),
        title=_TEXT,
        status={"type": "integer"},
        detail=_TEXT,
        parameter=_TEXT,
    ),
}
