"""Districts come as one coverage, or not at all."""

import geopandas as gpd
import numpy as np
import pytest
from shapely import Polygon
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

import toyshire
from escwg_map.errors import RefusedInput
from escwg_map.geography.districts import checked_districts
from geography.shapes import bow_tie


def country(**shapes: BaseGeometry | None) -> gpd.GeoDataFrame:
    """Toyshire's districts under our column names, some of them redrawn."""
    districts = toyshire.districts().rename(columns={"lad_code": "code", "lad_name": "name"})
    drawn = dict(zip(districts["code"], districts.geometry, strict=True)) | shapes
    return districts.set_geometry(np.array(list(drawn.values()), dtype=object), crs=districts.crs)


def refusal_of(districts: gpd.GeoDataFrame) -> str:
    with pytest.raises(RefusedInput) as refused:
        checked_districts(districts, "districts.geojson")
    return str(refused.value)


def test_rounds_coordinates_to_the_centimetre() -> None:
    districts = country()
    jittered = districts.set_geometry(districts.geometry.translate(0.001, -0.004))

    checked, _ = checked_districts(jittered, "districts.geojson")

    assert np.array_equal(checked.frame.total_bounds, districts.total_bounds)


def test_lists_districts_that_overlap() -> None:
    moved = translate(country().geometry.iloc[0], 500, 0)

    message = refusal_of(country(E07990001=moved))

    assert "districts.geojson: E07990001 and E07990011 overlap by 5.000 km2" in message


def test_lists_districts_whose_borders_do_not_match() -> None:
    plain = country().geometry.iloc[0].simplify(1)

    message = refusal_of(country(E07990001=plain))

    assert "the border of E07990001 does not match its neighbours' vertex for vertex" in message


@pytest.mark.parametrize(
    ("shape", "message"),
    [(None, "E07990001 has no geometry"), (bow_tie(), "E07990001 is not a valid polygon")],
    ids=["none", "bow-tie"],
)
def test_lists_broken_districts(shape: Polygon | None, message: str) -> None:
    assert f"districts.geojson, row 1: {message}" in refusal_of(country(E07990001=shape))


def test_lists_districts_that_are_there_twice() -> None:
    assert "row 12, column code: E07990001 is there twice" in (
        refusal_of(country().replace({"code": {"E07990231": "E07990001"}}))
    )
