"""A layer is made of a frame that can be one, or not at all."""

from collections.abc import Callable

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, Polygon

from escwg_map.errors import RefusedInput
from escwg_map.geography.layer import Boundaries, checked_layer
from escwg_map.vocabulary import Kind
from geography.shapes import bow_tie, frame, spike, square


def refusal_of(areas: gpd.GeoDataFrame, kind: Kind = Kind.POLICE) -> str:
    with pytest.raises(RefusedInput) as refused:
        checked_layer(kind, areas, "police.shp")
    return str(refused.value)


def test_sorts_areas_by_code() -> None:
    layer, problems = checked_layer(Kind.POLICE, frame(square(0), square(1))[::-1], "police.shp")

    assert list(layer.areas["code"]) == ["E23000901", "E23000902"]
    assert problems == []


def test_keeps_code_name_and_geometry_only() -> None:
    layer, _ = checked_layer(Kind.POLICE, frame(square()).assign(chief="Bob"), "police.shp")

    assert list(layer.areas.columns) == ["code", "name", "geometry"]


def test_reads_a_frame_whose_geometry_has_another_name() -> None:
    layer, _ = checked_layer(Kind.POLICE, frame(square()).rename_geometry("shape"), "police.shp")

    assert layer.areas.geometry.name == "geometry"


def test_does_not_change_the_frame_it_is_given() -> None:
    areas = frame(spike())

    checked_layer(Kind.POLICE, areas, "police.shp")

    assert areas.geometry.item().equals_exact(spike())


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda areas: areas.drop(columns="code"), "column code: there is no column code"),
        (lambda areas: areas.drop(columns="name"), "column name: there is no column name"),
        (lambda areas: areas.to_crs("EPSG:4326"), "it is in WGS 84, not in British National Grid"),
        (lambda areas: areas.set_crs(None, allow_override=True), "in no coordinate system, not in"),
        (lambda areas: areas[:0], "it holds no areas"),
    ],
    ids=["no code", "no name", "degrees", "no crs", "empty"],
)
def test_refuses_a_frame_that_is_no_layer(
    spoil: Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame], message: str
) -> None:
    assert message in refusal_of(spoil(frame(square())))


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("E31000901", "E31000901 belongs to the fire layer"),
        ("RZ1", "RZ1 belongs to the ambulance layer"),
        ("E07990001", "'E07990001' is not the code of a service"),
        ("e23000901", "'e23000901' is not the code of a service"),
        (None, "is not the code of a service"),
        (23000901, "23000901 is not the code of a service"),
    ],
)
def test_refuses_the_code_of_anything_else(code: object, message: str) -> None:
    refusal = refusal_of(frame(square()).assign(code=pd.Series([code])))

    assert "police.shp, row 1, column code: " in refusal
    assert message in refusal


@pytest.mark.parametrize("name", [None, "", " "])
def test_refuses_an_area_without_a_name(name: str | None) -> None:
    areas = frame(square()).assign(name=pd.Series([name]))

    assert "police.shp, row 1, column name: E23000901 has no name" in refusal_of(areas)


def test_refuses_a_code_that_is_there_twice() -> None:
    areas = frame(square(0), square(1)).assign(code="E23000901")

    assert "police.shp, row 2, column code: E23000901 stands in row 1 already" in refusal_of(areas)


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (None, "E23000902 has no geometry"),
        (Polygon(), "E23000902 has an empty geometry"),
        (Point(400_000, 300_000), "E23000902 is a Point, not a polygon"),
        (bow_tie(), "E23000902 is not a valid polygon (Self-intersection["),
        (square(60, 0), "E23000902 reaches outside England and Wales"),
        (square(-1, 90), "E23000902 reaches outside England and Wales"),
    ],
    ids=["none", "empty", "point", "bow-tie", "sea", "Scotland"],
)
def test_refuses_a_shape_that_is_no_ground(shape: Polygon | Point | None, message: str) -> None:
    assert f"police.shp, row 2: {message}" in refusal_of(frame(square(), shape))


def test_lists_every_fault_at_once() -> None:
    areas = frame(None, bow_tie(), square(60, 0))

    assert refusal_of(areas).count("To mend it") == 3


def test_mends_a_spike_and_says_so() -> None:
    layer, problems = checked_layer(Kind.POLICE, frame(spike()), "police.shp")

    assert layer.areas.geometry.item().equals(square())
    assert "police.shp, row 1: E23000901 crossed itself and was mended" in str(problems[0])


def test_reports_areas_that_overlap() -> None:
    _, problems = checked_layer(Kind.POLICE, frame(square(0), square(0.9)), "police.shp")

    assert "police.shp: E23000901 and E23000902 overlap by 10.000 km2" in str(problems[0])


def test_finds_a_layer_by_its_kind() -> None:
    codes = {Kind.POLICE: "E230009", Kind.FIRE: "E310009", Kind.AMBULANCE: "R"}
    police, fire, ambulance = (
        checked_layer(kind, frame(square(), kind=code), "areas.shp")[0]
        for kind, code in codes.items()
    )

    boundaries = Boundaries(police, fire, ambulance)

    assert [boundaries.of(kind) for kind in Kind] == list(boundaries)
