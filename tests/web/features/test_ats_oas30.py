"""The abstract tests of OGC 17-069r4, Annex A, conformance class OAS30, named after its own."""

import json
import re
from collections.abc import Iterator
from typing import Any

from web.features.client import COLLECTIONS, Client, faults, links, parameter


def parts(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of the definition
    """Every object of the definition, at any depth."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from parts(inner)


def test_ats_oas30_completeness(ogc: Client, definition: dict[str, Any]) -> None:
    """The definition has every address with its parameters and formats."""
    listed = {f"/collections/{each}" for each in COLLECTIONS}
    wanted = {"/", "/conformance", "/api", "/collections", *listed}
    wanted |= {f"{path}/items" for path in listed} | {f"{p}/items/{{featureId}}" for p in listed}

    assert set(definition["paths"]) == wanted
    for path, item in definition["paths"].items():
        there = f"/ogc{path}".replace("{featureId}", "nobody")
        assert ogc.client.get(there).status_code == (404 if "{" in path else 200)
        assert "text/html" in item["get"]["responses"]["200"]["content"]


def test_ats_oas30_completeness_of_filters(ogc: Client, definition: dict[str, Any]) -> None:
    """Every property of an item is a parameter of the definition."""
    for collection in COLLECTIONS:
        path = f"/collections/{collection}/items"
        (first,) = ogc.json(f"{path}?limit=1")["features"]
        for name in first["properties"]:
            assert parameter(definition, path, name)["in"] == "query"


def test_ats_oas30_exception_codes(ogc: Client, definition: dict[str, Any]) -> None:
    """The definition has every status that an error can have, and errors are as it says."""
    wrong = {
        "400": ogc.answer("/collections/cells/items?limit=0"),
        "404": ogc.answer("/collections/cells/items/nobody"),
        "406": ogc.answer("/collections/cells/items", Accept="image/png"),
    }

    for item in definition["paths"].values():
        assert {*wrong, "200", "500"} == set(item["get"]["responses"])
    for status, answer in wrong.items():
        assert (answer.status, answer.mimetype)[0].startswith(status)
        assert answer.mimetype == "application/problem+json"
        assert faults(json.loads(answer.data), "problem", definition) == []


def test_ats_oas30_oas_impl(ogc: Client, definition: dict[str, Any]) -> None:
    """What the definition says of parameters is what is done: each default may be said aloud."""
    path = "/collections/projects/items"
    for name in ("limit", "offset", "crs"):
        default = parameter(definition, path, name)["schema"]["default"]
        asked = ogc.json(f"{path}?{name}={default}")
        assert asked["features"] == ogc.json(path)["features"]


def test_ats_oas30_definition_1(definition: dict[str, Any]) -> None:
    """The definition is an OpenAPI 3.0 document that holds together."""
    text = json.dumps(definition)

    assert re.fullmatch(r"3\.0\.\d+", definition["openapi"])
    assert {"title", "version"} <= set(definition["info"])
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', text):
        found: Any = definition
        for step in reference.split("/"):
            found = found[step]
    ids = [item["get"]["operationId"] for item in definition["paths"].values()]
    assert len(ids) == len(set(ids))
    for part in parts(definition["paths"]):
        if "in" in part:
            assert {"name", "schema"} <= set(part)
            assert part["required"] == (part["in"] == "path")


def test_ats_oas30_definition_2(ogc: Client) -> None:
    """The landing page names the definition with OpenAPI's own media type."""
    (link,) = links(ogc.json("/"), "service-desc")

    assert link["type"] == "application/vnd.oai.openapi+json;version=3.0"


def test_ats_oas30_security(definition: dict[str, Any]) -> None:
    """Nothing here asks who one is, and the definition says nothing else."""
    assert not any("security" in part or "securitySchemes" in part for part in parts(definition))


def test_the_definition_names_the_server_that_sent_it(definition: dict[str, Any]) -> None:
    assert definition["servers"] == [{"url": "http://localhost/ogc"}]
