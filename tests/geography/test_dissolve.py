"""Districts become cells, cells become layers, and borders stay together on the way."""

from collections.abc import Mapping

import numpy as np
import pytest
import shapely

import toyshire
from escwg_map.errors import RefusedInput
from escwg_map.geography.dissolve import Dissolved, dissolve
from escwg_map.geography.districts import Districts, checked_districts
from escwg_map.records.district import District
from escwg_map.vocabulary import Kind

NAMES: Mapping[str, str] = {
    row[f"{kind}_code"]: row[f"{kind}_name"] for row in toyshire.lookup_rows() for kind in Kind
}


@pytest.fixture(scope="module")
def districts() -> Districts:
    frame = toyshire.districts().rename(columns={"lad_code": "code", "lad_name": "name"})
    return checked_districts(frame, "districts.geojson")[0]


@pytest.fixture(scope="module")
def records() -> list[District]:
    columns = ("police_code", "fire_code", "ambulance_code", "population_2011")
    return [
        District.model_validate(
            {"code": row["lad_code"], "name": row["lad_name"], "country": "England"}
            | {column: row[column] for column in columns}
        )
        for row in toyshire.lookup_rows()
    ]


@pytest.fixture(scope="module")
def dissolved(districts: Districts, records: list[District]) -> Dissolved:
    return dissolve(districts, records, NAMES, tolerance=100)


def test_makes_eight_cells(dissolved: Dissolved) -> None:
    assert dissolved.cells == 8


@pytest.mark.parametrize(
    ("kind", "km2"),
    [
        (Kind.POLICE, {"Southtoy": 400, "Midtoy": 400, "Northtoy": 400}),
        (Kind.FIRE, {"Westoy": 400, "Eastoy": 400, "Northtoy": 400}),
        (Kind.AMBULANCE, {"Toyshire Ambulance": 900, "Seaside Ambulance": 300}),
    ],
)
def test_draws_each_layer(dissolved: Dissolved, kind: Kind, km2: dict[str, int]) -> None:
    areas = dissolved.boundaries.of(kind).areas

    assert dict(zip(areas["name"], areas.area / 1e6, strict=True)) == km2


def test_coterminous_areas_are_the_same_vertex_for_vertex(dissolved: Dissolved) -> None:
    police = dissolved.boundaries.police.areas.set_index("code").geometry["E23000901"]
    fire = dissolved.boundaries.fire.areas.set_index("code").geometry["E31000903"]

    assert police.normalize() == fire.normalize()


@pytest.mark.parametrize("kind", Kind)
def test_each_layer_is_a_coverage(dissolved: Dissolved, kind: Kind) -> None:
    shapes = np.asarray(dissolved.boundaries.of(kind).areas.geometry.array)

    assert shapely.coverage_is_valid(shapes)


def test_refuses_a_district_without_a_record(districts: Districts, records: list[District]) -> None:
    with pytest.raises(RefusedInput, match="the lookup: E07990001 is missing"):
        dissolve(districts, records[1:], NAMES, tolerance=100)


def test_refuses_a_record_without_a_district(districts: Districts, records: list[District]) -> None:
    fewer = Districts(districts.frame[2:])

    with pytest.raises(
        RefusedInput, match="the district polygons: E07990001 is missing"
    ) as refused:
        dissolve(fewer, records, NAMES, tolerance=100)
    assert "E07990011 is missing" in str(refused.value)
