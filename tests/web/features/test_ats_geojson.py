"""The abstract tests of OGC 17-069r4, Annex A, conformance class GeoJSON, named after its own."""

import json

import pytest
import shapely

from web.features.client import COLLECTIONS, Client

every_collection = pytest.mark.parametrize("collection", COLLECTIONS)


@every_collection
def test_ats_geojson_definition(ogc: Client, collection: str) -> None:
    """Items can be had as GeoJSON by saying so in the Accept header."""
    answer = ogc.answer(f"/collections/{collection}/items", Accept="application/geo+json")

    assert answer.content_type == "application/geo+json"


@every_collection
def test_ats_geojson_content(ogc: Client, collection: str) -> None:
    """Every item is a feature as RFC 7946 has it; links and numbers stand beside the features."""
    sent = ogc.json(f"/collections/{collection}/items")

    assert set(sent) == {"type", "features", "links", "numberMatched", "numberReturned"}
    for feature in sent["features"]:
        assert set(feature) == {"type", "id", "properties", "geometry"}
        drawn = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shapely.is_valid(drawn)
        assert not shapely.is_empty(drawn)


@pytest.mark.parametrize(
    ("collection", "export"),
    [
        ("police", "areas.geojson?layer=police"),
        ("fire", "areas.geojson?layer=fire"),
        ("ambulance", "areas.geojson?layer=ambulance"),
        ("cells", "cells.geojson"),
        ("projects", "projects.geojson"),
        ("footprints", "footprints.geojson"),
    ],
)
def test_items_are_the_features_of_the_export(ogc: Client, collection: str, export: str) -> None:
    taken = json.loads(ogc.client.get(f"/export/{export}").data)

    assert ogc.json(f"/collections/{collection}/items")["features"] == taken["features"]
