"""A record's model as a Table Schema: what Frictionless tools check without knowing our code.

Rules over several fields, and pairs that have to agree, are not said here: `escwg-map check` has
them.
"""

from collections.abc import Mapping
from typing import Any

from escwg_map.records.coordinates import EAST, NORTH, SOUTH, WEST
from escwg_map.records.row import LIST_SEPARATOR, Row
from escwg_map.sources.column_meanings import COLUMN_MEANINGS
from escwg_map.sources.table_meanings import TABLE_MEANINGS

Descriptor = dict[str, Any]
"""A part of the descriptor, as JSON has it."""

_REFERENCES = {
    "schemes": {"theme": ("themes", "id")},
    "districts": {
        "police_code": ("services", "code"),
        "fire_code": ("services", "code"),
        "ambulance_code": ("services", "code"),
    },
    "projects": {"theme": ("themes", "id"), "scheme": ("schemes", "id")},
    "partners": {"project": ("projects", "id"), "service": ("services", "code")},
    "leaders": {"area": ("services", "code")},
    "commitments": {"agreement": ("national", "id")},
    "service_index": {"service": ("services", "code")},
    "index_differences": {"service": ("services", "code")},
}
"""Columns that point at one table; lists and `figures.project` point in ways that it cannot say."""

_BOUNDS = {
    (table, column): {"minimum": low, "maximum": high}
    for table in ("districts", "projects")
    for column, low, high in (("longitude", WEST, EAST), ("latitude", SOUTH, NORTH))
}
"""Bounds that a model checks over several fields at once."""

_REMARKS = {
    ("figures", "project"): (
        "It points at one of three tables (projects.csv, schemes.csv, national.csv), so that no "
        "foreign key can be given."
    )
}

_ALIKE = ("pattern", "maxLength", "enum", "minimum", "maximum")
"""Constraints that JSON Schema and Table Schema call by one name."""


def table_schema(table: str, record: type[Row]) -> Descriptor:
    """Describe a table's columns, its primary key where it has one, and its foreign keys."""
    model = record.model_json_schema()
    schema: Descriptor = {
        "fields": [_field(table, column, model) for column in record.columns()],
        "missingValues": [""],
    }
    if key := TABLE_MEANINGS[table].key:
        schema["primaryKey"] = list(key)
    if references := _REFERENCES.get(table):
        schema["foreignKeys"] = [_foreign_key(*each) for each in references.items()]
    return schema


def _foreign_key(column: str, target: tuple[str, str]) -> Descriptor:
    table, key = target
    return {"fields": [column], "reference": {"resource": table, "fields": [key]}}


def _field(table: str, column: str, model: Mapping[str, Any]) -> Descriptor:
    shape = _plain(model["properties"][column], model)
    is_list = shape["type"] == "array"
    item = _plain(shape["items"], model) if is_list else shape
    field = {
        "name": column,
        "type": "string" if is_list else shape["type"],
        "description": _description(table, column, is_list=is_list),
    }
    if field["type"] == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    limits = {"pattern": _list_pattern(item)} if is_list else _limits(shape)
    required = {"required": True} if column in model["required"] else {}
    constraints = {**required, **limits, **_BOUNDS.get((table, column), {})}
    return {**field, "constraints": constraints} if constraints else field


def _plain(shape: Mapping[str, Any], model: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take the shape of a value that is there: not the null beside it, not the name of a list."""
    if "anyOf" in shape:
        return _plain(shape["anyOf"][0], model)
    if "$ref" in shape:
        definition: Mapping[str, Any] = model["$defs"][shape["$ref"].rpartition("/")[2]]
        return definition
    return shape


def _description(table: str, column: str, *, is_list: bool) -> str:
    said = [COLUMN_MEANINGS[table][column]]
    if is_list:
        said.append(f"A list, separated by '{LIST_SEPARATOR}'.")
    if remark := _REMARKS.get((table, column)):
        said.append(remark)
    return " ".join(said)


def _limits(shape: Mapping[str, Any]) -> Descriptor:
    limits = {name: shape[name] for name in _ALIKE if name in shape}
    if "pattern" in limits:
        limits["pattern"] = _whole(limits["pattern"])
    return limits


def _whole(pattern: str) -> str:
    """Write a pattern as Table Schema has it: of the whole cell, without anchors."""
    bare = pattern.replace("^", "").replace("$", "")
    return f"({bare})" if "|" in bare else bare


def _list_pattern(item: Mapping[str, Any]) -> str:
    if "enum" in item:
        one = f"({'|'.join(item['enum'])})"
    elif item["type"] == "integer":
        one = "[1-9][0-9]*"
    else:
        one = _whole(item["pattern"]) if "pattern" in item else f"[^{LIST_SEPARATOR}]+"
    return f"{one}({LIST_SEPARATOR}{one})*"
