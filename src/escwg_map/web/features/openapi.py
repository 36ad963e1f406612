"""The OpenAPI 3.0 definition, written from the operations."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from escwg_map import __version__
from escwg_map.web.features.answers import GEOJSON, HTML
from escwg_map.web.features.documents import DESCRIPTION, TITLE
from escwg_map.web.features.links import LICENCE
from escwg_map.web.features.operations import CRS, ITEMS, F, Operation, Parameter, operations
from escwg_map.web.features.schemas import SCHEMAS
from escwg_map.web.problems import MEDIA_TYPE

Document = dict[str, Any]

_SHARED = {each.name: each for each in (*ITEMS, CRS, F)}
_ERRORS = {
    HTTPStatus.BAD_REQUEST: "A parameter that there is not, or a value that will not do.",
    HTTPStatus.NOT_FOUND: "There is no such collection or item.",
    HTTPStatus.NOT_ACCEPTABLE: "It cannot be had in a format that the client takes.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The fault is the server's.",
}


def openapi_document(server: str) -> Document:
    """Write the definition; `server` is the address of the landing page, without the last slash."""
    listed = list(operations())
    return {
        "openapi": "3.0.3",
        "info": {
            "title": TITLE,
            "description": DESCRIPTION,
            "version": __version__,
            "license": {"name": "Open Government Licence v3.0", "url": LICENCE},
        },
        "servers": [{"url": server}],
        "tags": [{"name": name} for name in dict.fromkeys(each.tag for each in listed)],
        "paths": {each.path: {"get": _operation(each)} for each in listed},
        "components": {
            "parameters": {name: _parameter(each) for name, each in _SHARED.items()},
            "responses": {status.phrase.replace(" ", ""): _error(status) for status in _ERRORS},
            "schemas": SCHEMAS,
        },
    }


def _operation(operation: Operation) -> Document:
    return {
        "operationId": operation.id,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": list(_parameters(operation.parameters)),
        "responses": {"200": _answer(operation)}
        | {
            str(int(status)): {"$ref": f"#/components/responses/{status.phrase.replace(' ', '')}"}
            for status in _ERRORS
        },
    }


def _parameters(parameters: Iterable[Parameter]) -> Iterable[Document]:
    for each in parameters:
        shared = _SHARED.get(each.name) is each
        yield {"$ref": f"#/components/parameters/{each.name}"} if shared else _parameter(each)


def _parameter(parameter: Parameter) -> Document:
    return {
        "name": parameter.name,
        "in": "path" if parameter.in_path else "query",
        "description": parameter.means,
        "required": parameter.in_path,
        "schema": parameter.schema,
        "style": "simple" if parameter.in_path else "form",
        "explode": False,
    }


def _answer(operation: Operation) -> Document:
    schema = {"$ref": f"#/components/schemas/{operation.returns}"}
    answer: Document = {
        "description": operation.summary,
        "content": {
            operation.json_type: {"schema": schema},
            HTML: {"schema": {"type": "string"}},
        },
    }
    if operation.json_type == GEOJSON:
        answer["headers"] = {
            "Content-Crs": {
                "description": "The coordinate reference system, as a URI in angle brackets.",
                "schema": {"type": "string"},
            }
        }
    return answer


def _error(status: HTTPStatus) -> Document:
    schema = {"$ref": "#/components/schemas/problem"}
    return {
        "description": _ERRORS[status],
        "content": {MEDIA_TYPE: {"schema": schema}, HTML: {"schema": {"type": "string"}}},
    }
