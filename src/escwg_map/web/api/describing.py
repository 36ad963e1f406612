"""The models in words: what each member of an answer holds and means, for the page and the docs."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic.json_schema import model_json_schema

from escwg_map.web.api.models import Item

_HOLDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}
_LONGEST_ENUM = 6


class Member(Struct, frozen=True):
    """One member of an answer, in words; members of members have a dot in their name."""

    name: str
    holds: str
    means: str


def members_of(model: type[Item]) -> list[Member]:
    """List the members of a model, those of its parts after each."""
    schema = model_json_schema(model, mode="serialization")
    return list(_members(schema, schema.get("$defs", {}), ""))


def _members(schema: Mapping[str, Any], known: Mapping[str, Any], within: str) -> Iterator[Member]:
    for name, member in schema["properties"].items():
        yield Member(within + name, _holds(member, known), member["description"])
        part = _resolved(member.get("items", member), known)
        if "properties" in part:
            yield from _members(part, known, f"{within}{name}.")


def _holds(schema: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    schema = _resolved(schema, known)
    if "anyOf" in schema:
        return " or ".join(_holds(each, known) for each in schema["anyOf"])
    if "enum" in schema and len(schema["enum"]) <= _LONGEST_ENUM:
        return ", ".join(schema["enum"])
    if "properties" in schema:
        return "object"
    if schema["type"] == "array":
        return f"list of {_plural(_resolved(schema['items'], known))}"
    return _HOLDS[schema["type"]]


def _plural(schema: Mapping[str, Any]) -> str:
    if "properties" in schema:
        return "objects"
    return {"string": "texts", "integer": "whole numbers"}[schema["type"]]


def _resolved(schema: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in schema:
        return schema
    found: Mapping[str, Any] = known[schema["$ref"].rsplit("/", 1)[1]]
    return found
