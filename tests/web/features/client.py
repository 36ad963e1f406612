"""A program that reads the data: it asks below `/ogc`, and holds answers against the schemas."""

import json
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
NATIONAL_GRID = "http://www.opengis.net/def/crs/EPSG/0/27700"
COLLECTIONS = ("police", "fire", "ambulance", "cells", "projects", "footprints")


@dataclass(frozen=True)
class Client:
    """Asks as a program does."""

    client: FlaskClient

    def answer(self, path: str, **headers: str) -> TestResponse:
        """Ask for an address below the landing page's."""
        names = {name.replace("_", "-"): text for name, text in headers.items()}
        return self.client.get(f"/ogc{path}", headers=names)

    def json(self, path: str) -> Any:  # noqa: ANN401 - a document
        """Read a document that has to be there."""
        response = self.answer(path)
        assert response.status_code == 200, response.text
        return json.loads(response.data)

    def ids(self, path: str) -> list[str]:
        """Read the ids of items."""
        return [feature["id"] for feature in self.json(path)["features"]]

    def refused(self, path: str) -> str:
        """Ask wrongly, and read what would do."""
        response = self.answer(path)
        assert response.status_code == 400
        assert response.mimetype == "application/problem+json"
        return str(json.loads(response.data)["detail"])


def links(document: dict[str, Any], rel: str) -> list[dict[str, str]]:
    """Give the links of a document with one relation."""
    return [link for link in document["links"] if link["rel"] == rel]


def parameter(definition: dict[str, Any], path: str, name: str) -> dict[str, Any]:
    """Find a parameter in the definition, its reference followed."""
    listed = definition["paths"][path]["get"]["parameters"]
    shared = definition["components"]["parameters"]
    found = [shared[each["$ref"].rpartition("/")[2]] if "$ref" in each else each for each in listed]
    (one,) = (each for each in found if each["name"] == name)
    return dict(one)


def faults(document: object, name: str, definition: dict[str, Any]) -> list[str]:
    """List where a document is not as the definition's schema of this name has it."""
    schema = {
        "$ref": f"#/components/schemas/{name}",
        "components": {"schemas": _as_json_schema(definition["components"]["schemas"])},
    }
    return [error.message for error in Draft202012Validator(schema).iter_errors(document)]


def _as_json_schema(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Write `nullable`, which OpenAPI 3.0 alone has, as JSON Schema does."""
    if isinstance(schema, list):
        return [_as_json_schema(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _as_json_schema(each) for key, each in schema.items() if key != "nullable"}
    return {"anyOf": [{"type": "null"}, changed]} if schema.get("nullable") is True else changed
