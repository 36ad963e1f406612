"""Which columns hold the points."""

import json

import pyarrow as pa
import pytest

from escwg_map.demand.columns import Columns, NoColumns, Wanted, recognise
from escwg_map.demand.systems import DEGREES, GRID
from escwg_map.errors import EscwgMapError


def schema(*names: str) -> pa.Schema:
    return pa.schema([(name, pa.float64()) for name in names])


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (("longitude", "latitude"), Columns(DEGREES, "longitude", "latitude")),
        (("lat", "lon"), Columns(DEGREES, "lon", "lat")),
        (("Longitude ", "Latitude"), Columns(DEGREES, "Longitude ", "Latitude")),
        (("id", "Easting", "Northing"), Columns(GRID, "Easting", "Northing")),
        (("lon", "lat", "easting", "northing"), Columns(GRID, "easting", "northing")),
    ],
)
def test_columns_are_recognised_by_their_names(names: tuple[str, ...], columns: Columns) -> None:
    assert recognise(schema(*names), Wanted()) == columns


def test_x_and_y_are_recognised_with_a_system() -> None:
    found = recognise(schema("x", "y"), Wanted(crs="EPSG:27700"))

    assert (found.x, found.y, found.system) == ("x", "y", GRID)


def test_columns_may_be_named_and_the_rest_with_them() -> None:
    wanted = Wanted(x="E", y="N", crs="EPSG:4326", weight="hours", by="KIND")

    found = recognise(schema("e", "n", "hours", "kind", "lon", "lat"), wanted)

    assert found == Columns(DEGREES, "e", "n", weight="hours", by="kind")


def test_named_columns_tell_their_system_where_their_names_do() -> None:
    swapped = Wanted(x="latitude", y="longitude")

    assert recognise(schema("longitude", "latitude"), swapped).system == DEGREES


@pytest.mark.parametrize(
    ("names", "wanted", "said"),
    [
        (("id", "when"), Wanted(), "No coordinates are recognised among the columns 'id' and"),
        (("x", "y"), Wanted(), "say --crs EPSG:27700 for metres"),
        (("east", "north"), Wanted(x="east", y="north"), "do not tell what they are: say --crs"),
        (("lon", "lat"), Wanted(by="knd"), "There is no column 'knd' among 'lon' and 'lat'."),
        (("lon", "lat", "kind"), Wanted(by="knd"), "Did you mean 'kind'?"),
        ((), Wanted(), "(there are none)"),
    ],
)
def test_what_is_not_there_is_told_with_the_cure(
    names: tuple[str, ...], wanted: Wanted, said: str
) -> None:
    with pytest.raises(NoColumns) as refused:
        recognise(schema(*names), wanted)

    assert said in str(refused.value)


@pytest.mark.parametrize("crs", ["EPSG:1", "the grid", "EPSG:4978", "EPSG:5701"])
def test_a_system_that_is_none_of_a_map_is_refused(crs: str) -> None:
    with pytest.raises(EscwgMapError, match="is no coordinate system of a map: say --crs"):
        recognise(schema("x", "y"), Wanted(crs=crs))


def geo(**column: object) -> pa.Schema:
    said = {"primary_column": "place", "columns": {"place": {"encoding": "WKB"} | column}}
    box = pa.struct([(corner, pa.float64()) for corner in ("xmin", "ymin", "xmax", "ymax")])
    rough = pa.struct([(corner, pa.float32()) for corner in ("xmin", "ymin", "xmax", "ymax")])
    columns = [("place", pa.binary()), ("bbox", box), ("rough", rough)]
    return pa.schema(columns, {"geo": json.dumps(said)})


def covering(box: str) -> dict[str, object]:
    return {"bbox": {corner: [box, corner] for corner in ("xmin", "ymin", "xmax", "ymax")}}


def test_the_geometry_of_geoparquet_is_in_degrees_unless_it_says_otherwise() -> None:
    assert recognise(geo(), Wanted()) == Columns(DEGREES, geometry="place")


def test_boxes_of_points_are_read_in_place_of_the_points() -> None:
    found = recognise(geo(geometry_types=["Point"], covering=covering("bbox")), Wanted())

    assert found == Columns(DEGREES, "bbox.xmin", "bbox.ymin")


@pytest.mark.parametrize(
    "column",
    [
        {"geometry_types": ["Point"], "covering": covering("rough")},
        {"geometry_types": ["Point", "Polygon"], "covering": covering("bbox")},
        {"geometry_types": [], "covering": covering("bbox")},
        {"geometry_types": ["Point"], "covering": covering("nowhere")},
    ],
    ids=["single precision", "shapes among them", "nothing said", "no such column"],
)
def test_boxes_that_are_not_the_points_are_not_read(column: dict[str, object]) -> None:
    assert recognise(geo(**column), Wanted()).geometry == "place"


def test_a_geometry_of_unknown_system_needs_one() -> None:
    with pytest.raises(NoColumns, match="does not tell its coordinate system: say --crs"):
        recognise(geo(crs=None), Wanted())

    assert recognise(geo(crs=None), Wanted(crs="EPSG:27700")).system == GRID


@pytest.mark.parametrize("said", [b"{", b"[]", b'{"primary_column": 1}', b"null"])
def test_a_geometry_that_is_not_described_is_none(said: bytes) -> None:
    described = pa.schema([("lon", pa.float64()), ("lat", pa.float64())], {"geo": said})

    assert recognise(described, Wanted()).x == "lon"
