"""The abstract tests of OGC 17-069r4, Annex A, conformance class Core; each is named after its own.

The requirements are told in our words.
"""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
import shapely

from web.features.client import COLLECTIONS, CRS84, Client, faults, links, parameter

every_collection = pytest.mark.parametrize("collection", COLLECTIONS)

PATHS = ("/", "/conformance", "/api", "/collections", "/collections/cells")


@pytest.mark.parametrize("path", PATHS)
def test_ats_core_http(ogc: Client, path: str) -> None:
    """HTTP 1.1: GET and HEAD answer alike, what is not there is a 404, nothing can be sent."""
    head = ogc.client.head(f"/ogc{path}")

    assert (head.status_code, head.data) == (200, b"")
    assert head.content_type == ogc.answer(path).content_type
    assert ogc.answer(f"{path}/nothing".replace("//", "/")).status_code == 404
    assert ogc.client.post(f"/ogc{path}").status_code == 405


@every_collection
def test_ats_core_crs84(ogc: Client, collection: str) -> None:
    """Coordinates are longitude and latitude, unless something else is asked for."""
    drawn = ogc.json(f"/collections/{collection}/items")["features"]

    for feature in drawn:
        west, south, east, north = shapely.from_geojson(json.dumps(feature["geometry"])).bounds
        assert -3 < west <= east < 0
        assert 52 < south <= north < 54


def test_ats_core_root_op(ogc: Client) -> None:
    """The landing page can be read, also without its last slash."""
    assert ogc.answer("/").status_code == 200
    assert ogc.answer("").status_code == 308


@pytest.mark.parametrize("rel", ["self", "alternate", "service-doc", "conformance", "data"])
def test_ats_core_root_success(ogc: Client, definition: dict[str, Any], rel: str) -> None:
    """The landing page links to the definition, to what is met, and to the data."""
    landing = ogc.json("/")

    assert faults(landing, "landingPage", definition) == []
    (link,) = links(landing, rel)
    assert ogc.client.get(link["href"]).status_code == 200
    assert len(links(landing, "service-desc")) == 1


def test_ats_core_api_definition_op(ogc: Client) -> None:
    """The definition can be read at every address that the landing page gives for it."""
    landing = ogc.json("/")

    for link in links(landing, "service-desc") + links(landing, "service-doc"):
        assert ogc.client.get(link["href"]).status_code == 200


def test_ats_core_api_definition_success(ogc: Client) -> None:
    """The definition comes in the format that its link promises."""
    (link,) = links(ogc.json("/"), "service-desc")

    response = ogc.client.get(link["href"])

    assert response.content_type == link["type"]
    assert json.loads(response.data)["openapi"].startswith("3.0.")


def test_ats_core_conformance_op(ogc: Client) -> None:
    """What is met can be read."""
    assert ogc.answer("/conformance").status_code == 200


def test_ats_core_conformance_success(ogc: Client, definition: dict[str, Any]) -> None:
    """The conformance classes are listed, Core among them."""
    declared = ogc.json("/conformance")

    assert faults(declared, "classes", definition) == []
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in declared["conformsTo"]


@pytest.mark.parametrize(
    "path", [*PATHS, "/collections/cells/items", "/collections/police/items/E23000901"]
)
def test_ats_core_query_param_unknown(ogc: Client, path: str) -> None:
    """A parameter that the definition does not have is refused."""
    assert "'nonsense'" in ogc.refused(f"{path}?nonsense=1")


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=-1", "limit=ten", "limit=1&limit=2", "offset=-1", "bbox=1,2,3"),
        *("bbox=a,b,c,d", "bbox=", "datetime=yesterday", "crs=EPSG:27700", "bbox-crs=4326"),
        *("people=many", "f=xml", "recorded=perhaps"),
    ],
)
def test_ats_core_query_param_invalid(ogc: Client, query: str) -> None:
    """A value that will not do is refused."""
    assert ogc.refused(f"/collections/police/items?{query}")


def test_ats_core_fc_md_op(ogc: Client) -> None:
    """The collections can be read."""
    assert ogc.answer("/collections").status_code == 200


def test_ats_core_fc_md_success(ogc: Client, definition: dict[str, Any]) -> None:
    """The collections are listed as their schema has it, each once."""
    listed = ogc.json("/collections")

    assert faults(listed, "collections", definition) == []
    assert [each["id"] for each in listed["collections"]] == list(COLLECTIONS)


def test_ats_core_fc_md_links(ogc: Client) -> None:
    """The list of collections links to itself and to its other format, with types."""
    listed = ogc.json("/collections")

    assert len(links(listed, "self")) == len(links(listed, "alternate")) == 1
    assert all(link["rel"] and link["type"] for link in listed["links"])


def test_ats_core_fc_md_items(ogc: Client, definition: dict[str, Any]) -> None:
    """Every collection of the definition is in the list, as its schema has it."""
    listed = ogc.json("/collections")["collections"]

    paths = {f"/collections/{each['id']}" for each in listed}
    assert paths <= set(definition["paths"])
    assert [each["id"] for each in listed if faults(each, "collection", definition)] == []


def test_ats_core_fc_md_items_links(ogc: Client) -> None:
    """Every collection in the list links to its items in each format."""
    for each in ogc.json("/collections")["collections"]:
        types = {link["type"]: link["href"] for link in links(each, "items")}
        assert set(types) == {"application/geo+json", "text/html"}
        for media_type, href in types.items():
            assert ogc.client.get(href).mimetype == media_type


@every_collection
def test_ats_core_fc_md_extent(ogc: Client, collection: str) -> None:
    """The extent in space holds every item."""
    described = ogc.json(f"/collections/{collection}")
    (box,) = described["extent"]["spatial"]["bbox"]
    extent = shapely.box(*box)

    for feature in ogc.json(f"/collections/{collection}/items")["features"]:
        assert shapely.covers(extent, shapely.from_geojson(json.dumps(feature["geometry"])))


@pytest.mark.parametrize("collection", ["projects", "footprints"])
def test_ats_core_fc_md_extent_of_time(ogc: Client, collection: str) -> None:
    """The extent in time begins with the first project, and is open: some have no stated end."""
    described = ogc.json(f"/collections/{collection}")

    assert described["extent"]["temporal"]["interval"] == [["2014-01-01T00:00:00Z", None]]


@every_collection
def test_ats_core_sfc_md_op(ogc: Client, collection: str) -> None:
    """Every collection can be read at its own address."""
    assert ogc.answer(f"/collections/{collection}").status_code == 200
    assert ogc.answer("/collections/coastguard").status_code == 404


@every_collection
def test_ats_core_sfc_md_success(ogc: Client, collection: str) -> None:
    """A collection says of itself what the list says of it."""
    alone = ogc.json(f"/collections/{collection}")
    (listed,) = (x for x in ogc.json("/collections")["collections"] if x["id"] == collection)

    assert {key: alone[key] for key in alone if key != "links"} == {
        key: listed[key] for key in listed if key != "links"
    }


@every_collection
def test_ats_core_fc_op(ogc: Client, collection: str) -> None:
    """The items of every collection can be read."""
    answer = ogc.answer(f"/collections/{collection}/items")

    assert (answer.status_code, answer.content_type) == (200, "application/geo+json")


@every_collection
def test_ats_core_fc_bbox_definition(definition: dict[str, Any], collection: str) -> None:
    """The definition has `bbox`: four or six numbers with commas between."""
    found = parameter(definition, f"/collections/{collection}/items", "bbox")

    assert (found["in"], found["required"], found["style"], found["explode"]) == (
        *("query", False, "form", False),
    )
    assert found["schema"]["items"] == {"type": "number"}
    sizes = [(one["minItems"], one["maxItems"]) for one in found["schema"]["oneOf"]]
    assert sizes == [(4, 4), (6, 6)]


def test_ats_core_fc_bbox_response(ogc: Client) -> None:
    """Only items that touch the box are sent."""
    assert ogc.ids("/collections/projects/items?bbox=-1.8,52.7,-1.79,52.72") == [
        "forced-entry-westoy"
    ]
    assert ogc.ids("/collections/police/items?bbox=-1.8,52.7,-1.79,52.72") == ["E23000902"]
    assert ogc.ids("/collections/police/items?bbox=-1.8,52.7,0,-1.79,52.72,9") == ["E23000902"]
    assert ogc.ids("/collections/police/items?bbox=10,52,11,53") == []


@every_collection
def test_ats_core_fc_limit_definition(definition: dict[str, Any], collection: str) -> None:
    """The definition has `limit`: a whole number, with a least, a most and a default."""
    found = parameter(definition, f"/collections/{collection}/items", "limit")

    assert (found["in"], found["required"], found["style"], found["explode"]) == (
        *("query", False, "form", False),
    )
    assert found["schema"] == {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}


@pytest.mark.parametrize(
    ("limit", "sent"), [(1, 1), (3, 3), (8, 8), (1000, 8), (1001, 8), (999_999, 8)]
)
def test_ats_core_fc_limit_response(ogc: Client, limit: int, sent: int) -> None:
    """No more items are sent than asked for; more than the most is no error."""
    assert len(ogc.ids(f"/collections/cells/items?limit={limit}")) == sent


@every_collection
def test_ats_core_fc_time_definition(definition: dict[str, Any], collection: str) -> None:
    """The definition has `datetime`, a text."""
    found = parameter(definition, f"/collections/{collection}/items", "datetime")

    assert (found["in"], found["required"], found["style"], found["explode"]) == (
        *("query", False, "form", False),
    )
    assert found["schema"]["type"] == "string"


UNDATED = {"co-responding-eastoy", "shared-hq-midtoy"}
CARDIAC, ENTRY = "cardiac-arrest-southtoy", "forced-entry-westoy"  # 2015-11/.., 2014/2016-03


@pytest.mark.parametrize(
    ("asked", "dated"),
    [
        ("2013-12-31T23:59:59Z", set()),
        ("2014-01-01T00:00:00Z", {ENTRY}),
        ("2016-03-31T23:59:59Z", {CARDIAC, ENTRY}),
        ("2016-04-01T00:00:00Z", {CARDIAC}),
        ("2013-01-01T00:00:00Z/2013-06-01T00:00:00Z", set()),
        ("2013-01-01T00:00:00Z/2015-06-01T00:00:00Z", {ENTRY}),
        ("2016-04-01T00:00:00Z/..", {CARDIAC}),
        ("2016-04-01T00:00:00Z/", {CARDIAC}),
        ("../2015-10-31T23:59:59Z", {ENTRY}),
        ("/2015-10-31T23:59:59Z", {ENTRY}),
    ],
)
def test_ats_core_fc_time_response(ogc: Client, asked: str, dated: set[str]) -> None:
    """Only items of that time are sent, and all that have no date."""
    assert set(ogc.ids(f"/collections/projects/items?datetime={asked}")) == dated | UNDATED


def test_ats_core_fc_time_response_without_time(ogc: Client) -> None:
    """Where nothing has a date, every item matches every date."""
    assert len(ogc.ids("/collections/cells/items?datetime=1066-10-14T09:00:00Z")) == 8


@every_collection
def test_ats_core_fc_response(ogc: Client, definition: dict[str, Any], collection: str) -> None:
    """Items are sent as their schema has it, and only those that match."""
    sent = ogc.json(f"/collections/{collection}/items?limit=2")

    assert sent["type"] == "FeatureCollection"
    assert faults(sent, "items", definition) == []


def test_ats_core_fc_response_of_a_filter(ogc: Client) -> None:
    """Only items that match the filter are sent."""
    assert ogc.ids("/collections/projects/items?theme=demand&status=pilot") == [ENTRY]


def test_ats_core_fc_links(ogc: Client) -> None:
    """Items link to themselves, to their other format, and to the pages before and after."""
    sent = ogc.json("/collections/cells/items?limit=2&offset=2&ambulance_code=RZ1")

    for rel in ("self", "alternate", "next", "prev", "collection"):
        (link,) = links(sent, rel)
        assert link["type"]
        assert ogc.client.get(link["href"]).status_code == 200
    (after,) = links(sent, "next")
    assert "ambulance_code=RZ1" in after["href"]


def test_ats_core_fc_links_page_by_page(ogc: Client) -> None:
    """Following the links to the next page gives every item once."""
    found, address = [], "/ogc/collections/cells/items?limit=3"
    while address:
        sent = json.loads(ogc.client.get(address).data)
        found += [feature["id"] for feature in sent["features"]]
        address = next((link["href"] for link in links(sent, "next")), "")

    assert found == ogc.ids("/collections/cells/items")


def test_ats_core_fc_time_stamp(ogc: Client) -> None:
    """A time stamp is optional; there is none, so that the same answer has the same bytes."""
    sent = ogc.answer("/collections/cells/items")

    assert "timeStamp" not in json.loads(sent.data)
    assert sent.data == ogc.answer("/collections/cells/items").data


@pytest.mark.parametrize(
    ("query", "number"), [("", 8), ("limit=1", 8), ("police_code=E23000901", 2)]
)
def test_ats_core_fc_number_matched(ogc: Client, query: str, number: int) -> None:
    """The number of items that match does not depend on the page."""
    assert ogc.json(f"/collections/cells/items?{query}")["numberMatched"] == number


@pytest.mark.parametrize("query", ["", "limit=3", "offset=7", "offset=99"])
def test_ats_core_fc_number_returned(ogc: Client, query: str) -> None:
    """The number of items that are sent is that of the page."""
    sent = ogc.json(f"/collections/cells/items?{query}")

    assert sent["numberReturned"] == len(sent["features"])


@every_collection
def test_ats_core_f_op(ogc: Client, collection: str) -> None:
    """Every item can be read at its own address."""
    for feature_id in ogc.ids(f"/collections/{collection}/items"):
        answer = ogc.answer(f"/collections/{collection}/items/{feature_id}")
        assert (answer.status_code, answer.content_type) == (200, "application/geo+json")
    assert ogc.answer(f"/collections/{collection}/items/nobody").status_code == 404


@every_collection
def test_ats_core_f_success(ogc: Client, definition: dict[str, Any], collection: str) -> None:
    """An item alone is the item of the list."""
    first = ogc.json(f"/collections/{collection}/items?limit=1")["features"][0]

    alone = ogc.json(f"/collections/{collection}/items/{first['id']}")

    assert faults(alone, "item", definition) == []
    assert {key: alone[key] for key in alone if key != "links"} == first


@every_collection
def test_ats_core_f_links(ogc: Client, collection: str) -> None:
    """An item links to itself, to its other format, and to its collection."""
    first = ogc.ids(f"/collections/{collection}/items?limit=1")[0]
    alone = ogc.json(f"/collections/{collection}/items/{first}")

    for rel in ("self", "alternate", "collection"):
        (link,) = links(alone, rel)
        assert ogc.client.get(link["href"]).mimetype == link["type"]


def test_the_extent_is_said_in_degrees(ogc: Client) -> None:
    assert ogc.json("/collections/cells")["extent"]["spatial"]["crs"] == CRS84


def test_the_first_moment_can_be_asked_for(ogc: Client) -> None:
    ((start, _),) = ogc.json("/collections/projects")["extent"]["temporal"]["interval"]

    assert datetime.fromisoformat(start) == datetime(2014, 1, 1, tzinfo=UTC)
    assert ENTRY in ogc.ids(f"/collections/projects/items?datetime={start}")
