"""GeoJSON as other programs read it, and as RFC 7946 wants it."""

import json
import re
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio
import pytest
import shapely
from msgspec.structs import replace

from escwg_map.atlas import Atlas
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.geojson import geojson
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.wording import ATTRIBUTION, CAUTION

EVERYTHING = Selection()
EASTOY, WESTOY = "co-responding-eastoy", "forced-entry-westoy"


@pytest.fixture(scope="module")
def police(known: Known) -> str:
    """The police areas of Toyshire."""
    return written(known, "areas")


@pytest.fixture(scope="module")
def projects(known: Known) -> str:
    """All projects of Toyshire."""
    return written(known, "projects")


@pytest.fixture(params=["police", "projects"])
def text(request: pytest.FixtureRequest) -> str:
    """Either file: what is true of one is true of the other."""
    return str(request.getfixturevalue(request.param))


def written(known: Known, what: str, asked: Selection = EVERYTHING) -> str:
    return b"".join(geojson(draw(what, asked, known))).decode()


def feature(text: str, feature_id: str) -> dict[str, Any]:
    (found,) = (each for each in json.loads(text)["features"] if each["id"] == feature_id)
    return dict(found)


def opened(path: Path, text: str) -> gpd.GeoDataFrame:
    (path / "export.geojson").write_text(text, encoding="utf-8")
    return gpd.read_file(path / "export.geojson")


def test_gdal_reads_the_areas(tmp_path: Path, police: str) -> None:
    areas = opened(tmp_path, police)

    assert list(areas["name"]) == ["Northtoy Police", "Midtoy Police", "Southtoy Police"]
    assert set(areas.geom_type) <= {"Polygon", "MultiPolygon"}
    # 400 km2 each, but for the six decimals of a degree: a tenth of a metre.
    assert (areas.to_crs("EPSG:27700").area / 1e6).tolist() == pytest.approx([400] * 3, rel=1e-3)


def test_gdal_reads_the_projects_as_points(tmp_path: Path, projects: str) -> None:
    points = opened(tmp_path, projects).set_index("id")

    assert set(points.geom_type) == {"Point"}
    assert points.geometry[WESTOY] == shapely.Point(-1.7943, 52.7145)


def test_gdal_takes_the_coordinates_for_longitude_and_latitude(tmp_path: Path, text: str) -> None:
    crs = opened(tmp_path, text).crs

    assert crs is not None
    assert crs.to_authority() in {("EPSG", "4326"), ("OGC", "CRS84")}


def test_gdal_finds_every_property_of_an_area(tmp_path: Path, police: str) -> None:
    (tmp_path / "export.geojson").write_text(police, encoding="utf-8")

    fields = set(pyogrio.read_info(tmp_path / "export.geojson")["fields"])

    assert {"layer", "code", "name", "km2", "people", "takes_part", "reaches"} <= fields
    assert {"recorded", "themes", "projects"} <= fields


def test_says_of_an_area_what_is_recorded_in_it(police: str) -> None:
    # Midtoy's force takes part in two projects; three reach it.
    assert feature(police, "E23000902")["properties"] == {
        "layer": "police",
        "code": "E23000902",
        "name": "Midtoy Police",
        "km2": 400.0,
        "people": 4000,
        "takes_part": 2,
        "reaches": 3,
        "recorded": True,
        "themes": ["first-response", "demand", "estates"],
        "projects": [EASTOY, WESTOY, "shared-hq-midtoy"],
    }


def test_says_that_nothing_is_recorded(police: str) -> None:
    northtoy = feature(police, "E23000901")["properties"]

    assert northtoy["recorded"] is False
    assert (northtoy["takes_part"], northtoy["reaches"], northtoy["projects"]) == (0, 0, [])


def test_says_of_a_project_what_the_register_says(projects: str) -> None:
    said = feature(projects, WESTOY)["properties"]

    assert said["scheme_name"] == "Forced Entry and Missing People"
    assert (said["status"], said["started"], said["ended"]) == ("pilot", "2014", "2016-03")
    assert said["partners"][-1] == "Toytown Council"
    assert said["pages"] == [31]


@pytest.mark.parametrize(
    ("project", "point_is"), [(WESTOY, "the place named"), (EASTOY, "within the footprint")]
)
def test_says_what_its_point_stands_for(projects: str, project: str, point_is: str) -> None:
    assert feature(projects, project)["properties"]["point_is"] == point_is


def test_what_is_not_stated_is_null(projects: str) -> None:
    said = feature(projects, EASTOY)["properties"]

    assert (said["started"], said["place"], said["date_printed"]) == (None, None, None)


def test_o7_outer_rings_run_anticlockwise(police: str) -> None:
    shapes = shapely.from_geojson(
        [json.dumps(f["geometry"]) for f in json.loads(police)["features"]]
    )

    rings = shapely.get_exterior_ring(shapely.get_parts(shapes))

    assert shapely.is_ccw(rings).all()


def test_o7_coordinates_have_six_decimals_at_most(text: str) -> None:
    features = json.loads(text)["features"]

    written = json.dumps([each["geometry"] for each in features])

    assert "coordinates" in written
    assert not re.search(r"\.\d{7}", written)
    assert "e-" not in re.sub(r'"[^"]*"', "", written)


def test_its_box_holds_everything_and_no_more(text: str) -> None:
    collection = json.loads(text)

    shapes = shapely.from_geojson([json.dumps(each["geometry"]) for each in collection["features"]])

    assert collection["bbox"] == shapely.total_bounds(shapes).tolist()


def test_o7_names_no_coordinate_system_of_its_own(text: str) -> None:
    assert set(json.loads(text)) == {"type", "bbox", "metadata", "features"}


def test_o7_every_feature_is_what_the_rfc_says(text: str) -> None:
    for each in json.loads(text)["features"]:
        assert set(each) == {"type", "id", "properties", "geometry"}
        assert each["type"] == "Feature"


def test_carries_its_attribution_and_its_caution(text: str) -> None:
    metadata = json.loads(text)["metadata"]

    assert (metadata["attribution"], metadata["caution"]) == (ATTRIBUTION, CAUTION)
    assert metadata["selection"] == "all projects"


@pytest.mark.parametrize(
    ("name", "counts"),
    [("police", "3 features, 4 projects"), ("projects", "4 features, 4 projects")],
)
def test_says_how_much_it_holds(request: pytest.FixtureRequest, name: str, counts: str) -> None:
    assert json.loads(request.getfixturevalue(name))["metadata"]["counts"] == counts


def test_the_selection_narrows_the_projects(known: Known) -> None:
    collection = json.loads(written(known, "projects", Selection(theme=("demand",))))

    assert [each["id"] for each in collection["features"]] == [WESTOY]
    assert collection["metadata"]["selection"] == "theme Demand management and rationalisation"


def test_the_selection_keeps_every_area_and_narrows_what_is_in_it(known: Known) -> None:
    text = written(known, "areas", Selection(theme=("demand",), layer=Kind.FIRE))

    assert len(json.loads(text)["features"]) == 3
    assert feature(text, "E31000901")["properties"]["projects"] == [WESTOY]
    assert feature(text, "E31000902")["properties"]["projects"] == []


def test_a_selection_that_finds_nothing_is_a_collection_without_features(
    tmp_path: Path, known: Known
) -> None:
    text = written(known, "projects", Selection(q="nothing of the sort"))

    assert json.loads(text)["features"] == []
    assert "bbox" not in json.loads(text)
    assert len(opened(tmp_path, text)) == 0


def test_a_project_without_ground_has_no_geometry(known: Known, atlas: Atlas) -> None:
    nowhere = replace(known, everything=Atlas.of(atlas.register, atlas.land, []))

    assert feature(written(nowhere, "projects"), WESTOY)["geometry"] is None
