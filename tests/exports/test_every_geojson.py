"""Every GeoJSON that leaves the house: exports, API, OGC API and the site without a server."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from flask import Flask
from flask.testing import FlaskClient

from escwg_map.exports.subjects import SUBJECTS
from escwg_map.web import create_app
from reliability.catalogue import row
from reliability.rfc7946 import faults

GROUND = [name for name, subject in SUBJECTS.items() if subject.ground]


@pytest.fixture(scope="module")
def client(toyshire_published: Path) -> FlaskClient:
    """Somebody who asks the app."""
    app: Flask = create_app(toyshire_published)
    return app.test_client()


def read(client: FlaskClient, address: str) -> Any:  # noqa: ANN401 - whatever the JSON is
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return json.loads(answer.text)


@row(
    "O7",
    fault="rings run the wrong way, are not closed, or lose their ground to rounding",
    seen="nothing: every GeoJSON is as RFC 7946 says, in degrees, with six decimals and no crs",
    elsewhere="rings that were read from a Shapefile are written clockwise (measured)",
)
@pytest.mark.parametrize("what", GROUND)
@pytest.mark.parametrize("layer", ["police", "fire", "ambulance"])
def test_o7_exports_are_as_rfc_7946_says(client: FlaskClient, what: str, layer: str) -> None:
    collection = read(client, f"/export/{what}.geojson?layer={layer}")

    assert collection["features"]
    assert faults(collection) == []


def test_o7_items_of_the_ogc_api_are_as_rfc_7946_says(client: FlaskClient) -> None:
    names = [each["id"] for each in read(client, "/ogc/collections?f=json")["collections"]]

    for name in names:
        collection = read(client, f"/ogc/collections/{name}/items?f=json&limit=1000")
        assert collection["features"], name
        assert faults(collection) == [], name


def test_o7_what_is_shipped_is_as_rfc_7946_says(shipped_site: Path) -> None:
    found = {
        path.relative_to(shipped_site).as_posix(): faults(json.loads(path.read_text("utf-8")))
        for path in shipped_site.rglob("*.geojson")
    }

    assert found
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_o7_what_geopandas_writes_from_a_shapefile_is_found_out(toyshire: Path) -> None:
    areas = gpd.read_file(toyshire / "boundaries" / "police.shp").to_crs("EPSG:4326")

    assert "an outer ring runs clockwise, or an inner one does not" in faults(
        json.loads(areas.to_json())
    )
