"""The OpenAPI document, generated from the calls, their parameters and their models."""

from collections.abc import Iterable
from typing import Any

from pydantic.json_schema import models_json_schema

from escwg_map import __version__
from escwg_map.atlas import Atlas
from escwg_map.exports.about import LICENCE
from escwg_map.web.api.answers import Landing, Problem
from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.api.models import Item
from escwg_map.web.problems import MEDIA_TYPE
from escwg_map.wording import ATTRIBUTION, CAUTION

TITLE = "Emergency services collaboration in England and Wales, 2016"
Schema = dict[str, Any]

_WHERE = "#/components/schemas/{model}"
_INTRODUCTION = (
    f"The register of the 2016 overview and what follows from it, to be read. {CAUTION} "
    "A parameter without a value counts as not given; one that a call does not take is refused. "
    f"Show this attribution: {ATTRIBUTION}"
)
_ETAG = {
    "ETag": {"description": "Changes when the answer does.", "schema": {"type": "string"}},
}


def openapi(atlas: Atlas, root: str) -> Schema:
    """Describe the API whose root has this address, as OpenAPI 3.1."""
    models: list[type[Item]] = [Landing, Problem, *(each.gives for each in ENDPOINTS)]
    paths = {each.path: {"get": _operation(each, atlas)} for each in ENDPOINTS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": __version__,
            "description": _INTRODUCTION,
            "license": {"name": LICENCE},
        },
        "servers": [{"url": root}],
        "paths": {"/": {"get": _landing()}, **paths},
        "components": {"schemas": _schemas(models)},
    }


def _operation(endpoint: Endpoint, atlas: Atlas) -> Schema:
    values = endpoint.example_values(atlas.register)
    return {
        "operationId": endpoint.name,
        "summary": endpoint.title,
        "description": endpoint.says,
        "parameters": [
            each.documented(atlas, values.get(each.name, [])) for each in endpoint.takes
        ],
        "responses": _responses(endpoint.gives),
    }


def _landing() -> Schema:
    return {
        "operationId": "show_landing",
        "summary": "What there is",
        "parameters": [],
        "responses": _responses(Landing),
    }


def _responses(gives: type[Item]) -> Schema:
    return {
        "200": {
            "description": "The answer.",
            "headers": _ETAG,
            "content": {"application/json": {"schema": _reference(gives)}},
        },
        "304": {"description": "Not changed since the answer with the ETag that was sent."},
        "default": {
            "description": "A problem.",
            "content": {MEDIA_TYPE: {"schema": _reference(Problem)}},
        },
    }


def _reference(model: type[Item]) -> Schema:
    return {"$ref": _WHERE.format(model=model.__name__)}


def _schemas(models: Iterable[type[Item]]) -> Schema:
    ordered = sorted(models, key=lambda model: model.__name__)
    _, schema = models_json_schema(
        [(model, "serialization") for model in ordered], ref_template=_WHERE
    )
    definitions: Schema = schema["$defs"]
    return definitions
