"""The abstract tests of OGC 18-058r1, Annex A, conformance class CRS, named after its own."""

import json
from typing import Any

import numpy as np
import pytest
import shapely

from escwg_map.geography.projection import to_wgs_84
from web.features.client import COLLECTIONS, CRS84, NATIONAL_GRID, Client, parameter

every_collection = pytest.mark.parametrize("collection", COLLECTIONS)
MIDTOY = "bbox=401000,311000,402000,312000"


def drawn(document: dict[str, Any]) -> np.ndarray[Any, np.dtype[np.object_]]:
    return np.array(
        [shapely.from_geojson(json.dumps(each["geometry"])) for each in document["features"]]
    )


@every_collection
def test_ats_crs_crs_uri(ogc: Client, collection: str) -> None:
    """Reference systems are named by URIs."""
    listed = ogc.json(f"/collections/{collection}")["crs"]

    assert listed
    assert all(uri.startswith("http://www.opengis.net/def/crs/") for uri in listed)


@every_collection
def test_ats_crs_default_crs(ogc: Client, collection: str) -> None:
    """The default, longitude and latitude, is in the list of every collection."""
    assert CRS84 in ogc.json(f"/collections/{collection}")["crs"]


@every_collection
def test_ats_crs_storage_crs(ogc: Client, collection: str) -> None:
    """The reference system in which a collection is stored is in its list."""
    described = ogc.json(f"/collections/{collection}")

    assert described["storageCrs"] in described["crs"]


@every_collection
@pytest.mark.parametrize("system", [CRS84, NATIONAL_GRID])
def test_ats_crs_crs_parameter(
    ogc: Client, definition: dict[str, Any], collection: str, system: str
) -> None:
    """Items, and one alone, come in the system that is asked for, and a header says which."""
    path = f"/collections/{collection}/items"
    first = ogc.ids(f"{path}?limit=1")[0]

    assert system in parameter(definition, path, "crs")["schema"]["enum"]
    for address in (path, f"{path}/{first}"):
        answer = ogc.answer(f"{address}?crs={system}")
        assert answer.status_code == 200
        assert answer.headers["Content-Crs"] == f"<{system}>"


@pytest.mark.parametrize(
    "system", ["EPSG:27700", "http://www.opengis.net/def/crs/EPSG/0/3857", "nonsense", ""]
)
def test_ats_crs_crs_parameter_invalid(ogc: Client, system: str) -> None:
    """A system that is not in the list is refused."""
    assert "'crs'" in ogc.refused(f"/collections/cells/items?crs={system}")
    assert "'crs'" in ogc.refused(f"/collections/police/items/E23000901?crs={system}")


@every_collection
def test_ats_crs_crs_parameter_default(ogc: Client, collection: str) -> None:
    """Without a system, items come in longitude and latitude, and the header says so."""
    asked = ogc.answer(f"/collections/{collection}/items")

    assert asked.headers["Content-Crs"] == f"<{CRS84}>"


@every_collection
def test_ats_crs_crs_parameter_transform(ogc: Client, collection: str) -> None:
    """The same ground comes in either system, to a fifth of a metre."""
    path = f"/collections/{collection}/items"
    degrees = drawn(ogc.json(path))
    metres = drawn(ogc.json(f"{path}?crs={NATIONAL_GRID}"))

    apart = shapely.hausdorff_distance(to_wgs_84(metres), degrees)
    assert apart.max() < 3e-6  # degrees
    assert shapely.bounds(metres).min() > 299_000


def test_the_grid_is_in_metres(ogc: Client) -> None:
    (northtoy, *_) = drawn(ogc.json(f"/collections/police/items?crs={NATIONAL_GRID}"))

    assert northtoy.area == pytest.approx(400e6)
    assert northtoy.bounds == (400_000, 320_000, 440_000, 330_000)


@every_collection
def test_ats_crs_bbox_crs_parameter(
    ogc: Client, definition: dict[str, Any], collection: str
) -> None:
    """A box in metres finds what the same box in degrees finds."""
    path = f"/collections/{collection}/items"
    assert NATIONAL_GRID in parameter(definition, path, "bbox-crs")["schema"]["enum"]
    box = to_wgs_84(np.array([shapely.box(401_000, 311_000, 402_000, 312_000)]))[0].bounds

    in_metres = ogc.ids(f"{path}?{MIDTOY}&bbox-crs={NATIONAL_GRID}")

    assert in_metres == ogc.ids(f"{path}?bbox={','.join(map(str, box))}")
    assert len(in_metres) < len(ogc.ids(path))


@pytest.mark.parametrize("system", ["EPSG:27700", "nonsense", ""])
def test_ats_crs_bbox_crs_parameter_invalid(ogc: Client, system: str) -> None:
    """A box in a system that is not in the list is refused."""
    assert "'bbox-crs'" in ogc.refused(f"/collections/cells/items?{MIDTOY}&bbox-crs={system}")


def test_ats_crs_bbox_crs_parameter_default(ogc: Client) -> None:
    """Without a system, a box is in longitude and latitude."""
    box = "bbox=-1.99,52.61,-1.98,52.62"

    assert ogc.ids(f"/collections/police/items?{box}") == ogc.ids(
        f"/collections/police/items?{box}&bbox-crs={CRS84}"
    )


def test_the_system_of_the_box_is_not_that_of_the_answer(ogc: Client) -> None:
    path = f"/collections/police/items?{MIDTOY}&bbox-crs={NATIONAL_GRID}"

    assert ogc.answer(path).headers["Content-Crs"] == f"<{CRS84}>"
    assert ogc.ids(path) == ["E23000902"]
