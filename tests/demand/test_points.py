"""Points in metres, and what is wrong with rows that are none."""

import geopandas
import numpy as np
import pyarrow as pa
import pytest
import shapely

from demand.made_up import TOYTOWN, in_degrees, points
from escwg_map.demand.columns import Columns, Wanted, recognise
from escwg_map.demand.faults import SOUND, Fault
from escwg_map.demand.points import points_of
from escwg_map.demand.systems import DEGREES, GRID, System

SOMEWHERE = (-1.7943, 52.7145)


def faults(x: object, y: object, system: System) -> Fault | None:
    """What is wrong with one row, between two that are sound."""
    sound = SOMEWHERE if system.in_degrees else (415_000.0, 315_000.0)
    rows = pa.record_batch({"x": [sound[0], x, sound[0]], "y": [sound[1], y, sound[1]]})
    before, number, after = points_of(rows, Columns(system, "x", "y")).fault.tolist()
    assert (before, after) == (SOUND, SOUND)
    return None if number == SOUND else Fault.numbered(number)


@pytest.mark.parametrize(
    ("x", "y", "fault"),
    [
        (*SOMEWHERE, None),
        (52.7145, -1.7943, Fault.SWAPPED),
        (415_000.0, 315_000.0, Fault.METRES),
        (0.0, 0.0, Fault.ZERO),
        (0.0, 51.5, None),
        (None, 51.5, Fault.EMPTY),
        (float("nan"), 51.5, Fault.EMPTY),
        (-1.0, float("inf"), Fault.EMPTY),
        (2.35, 48.86, Fault.ABROAD),
        (151.2, -33.9, Fault.ABROAD),
        (-33.9, 151.2, Fault.METRES),
    ],
)
def test_degrees(x: float | None, y: float, fault: Fault | None) -> None:
    assert faults(x, y, DEGREES) is fault


@pytest.mark.parametrize(
    ("x", "y", "fault"),
    [
        (415_000.0, 315_000.0, None),
        (*SOMEWHERE, Fault.DEGREES),
        (52.7145, -1.7943, Fault.DEGREES),
        (0.0, 0.0, Fault.ZERO),
        (415_000.0, None, Fault.EMPTY),
        (float("-inf"), 315_000.0, Fault.EMPTY),
        (1e12, -1e12, None),
    ],
)
def test_metres(x: float, y: float | None, fault: Fault | None) -> None:
    assert faults(x, y, GRID) is fault


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857", "EPSG:32630"])
def test_points_of_any_system_come_to_the_same_place(crs: str) -> None:
    east, north = 415_000.0, 315_000.0
    there = geopandas.GeoSeries([shapely.Point(east, north)], crs="EPSG:27700").to_crs(crs)
    rows = pa.record_batch({"x": there.x.to_numpy(), "y": there.y.to_numpy()})

    found = points_of(rows, Columns(System.of(crs), "x", "y"))

    # Transformations of other systems are PROJ's choice, true to a few metres.
    assert (found.east[0], found.north[0]) == pytest.approx((east, north), abs=5)


def test_degrees_go_by_the_transformation_of_the_maps() -> None:
    (rows,) = in_degrees(points(TOYTOWN)).to_batches()

    found = points_of(rows, recognise(rows.schema, Wanted()))

    assert (found.east[0], found.north[0]) == pytest.approx((415_000, 315_000), abs=1e-3)


def geometries(*shapes: shapely.Geometry | None, byte_order: int = 1) -> pa.RecordBatch:
    binary = [shapely.to_wkb(shape, byte_order=byte_order) for shape in shapes]
    return pa.record_batch({"geometry": pa.array(binary, pa.binary())})


IN_GEOMETRY = Columns(GRID, geometry="geometry")


@pytest.mark.parametrize(
    "rows",
    [
        geometries(shapely.Point(1_000.5, 2_000.25), shapely.Point(3_000, 4_000)),
        geometries(shapely.Point(1_000.5, 2_000.25), shapely.Point(3_000, 4_000), byte_order=0),
        geometries(shapely.Point(1_000.5, 2_000.25), shapely.Point(3_000, 4_000, 9)),
        geometries(None, shapely.Point(1_000.5, 2_000.25), shapely.Point(3_000, 4_000)).slice(1),
        geometries(
            shapely.Point(9, 9), shapely.Point(1_000.5, 2_000.25), shapely.Point(3_000, 4_000)
        ).slice(1),
    ],
    ids=["alike", "big-endian", "with heights", "behind a null", "a slice"],
)
def test_points_are_read_from_well_known_binary(rows: pa.RecordBatch) -> None:
    found = points_of(rows, IN_GEOMETRY)

    assert found.east.tolist() == [1_000.5, 3_000]
    assert found.north.tolist() == [2_000.25, 4_000]


def test_geometries_that_are_no_points_are_told_apart() -> None:
    point, shape = shapely.Point(400_000, 300_000), shapely.box(0, 0, 1, 1)
    rows = geometries(point, shape, None, shapely.Point())
    broken = pa.record_batch({"geometry": pa.array([b"\x01\x01", b"", b"nonsense"])})

    told = points_of(rows, IN_GEOMETRY).fault.tolist()

    kinds = (SOUND, Fault.NO_POINT.number, Fault.EMPTY.number, Fault.EMPTY.number)
    assert told == list(kinds)
    assert points_of(broken, IN_GEOMETRY).fault.tolist() == [Fault.NO_POINT.number] * 3


def test_a_geometry_column_of_something_else_holds_no_points() -> None:
    rows = pa.record_batch({"geometry": ["POINT (1 2)"]})

    assert points_of(rows, IN_GEOMETRY).fault.tolist() == [Fault.NO_POINT.number]


def test_no_rows_are_no_points() -> None:
    rows = pa.record_batch({"x": pa.array([], pa.float64()), "y": pa.array([], pa.float64())})

    assert len(points_of(rows, Columns(GRID, "x", "y")).fault) == 0
    assert np.all(points_of(rows, Columns(DEGREES, "x", "y")).fault == SOUND)
