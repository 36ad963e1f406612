"""Surveying the overlay."""

import numpy as np
import pytest
import shapely
from geopandas import GeoDataFrame
from msgspec.structs import replace

from escwg_map.geography.land import Land
from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay, overlay
from escwg_map.geography.projection import to_british_national_grid, to_wgs_84
from escwg_map.geography.survey import survey
from escwg_map.settings import Settings
from escwg_map.sources.layers import read_layers
from escwg_map.vocabulary import Kind
from geography.made_up import cell
from geography.shapes import square

ALL_AREAS = {
    *("E23000901", "E23000902", "E23000903"),
    *("E31000901", "E31000902", "E31000903"),
    *("RZ1", "RZ2"),
}


@pytest.fixture(scope="module")
def land(ground: Overlay) -> Land:
    return survey(ground)


def shape_of(ground: Overlay, code: str) -> shapely.Geometry:
    parts = [s for c, s in zip(ground.cells, ground.shapes, strict=True) if code in c.codes]
    return shapely.union_all(parts)


def test_says_what_follows_from_the_cells(ground: Overlay, land: Land) -> None:
    assert land == Land.of(ground.cells, land.borders, land.middles, land.points)


def test_finds_the_borders(land: Land) -> None:
    assert land.side_by_side("E23000901", "E23000902")
    assert not land.side_by_side("E23000901", "E23000903")


def test_every_area_and_every_cell_has_a_point(ground: Overlay, land: Land) -> None:
    assert set(land.points) == ALL_AREAS | {cell.id for cell in ground.cells}


def test_the_point_of_a_cell_lies_in_it(ground: Overlay, land: Land) -> None:
    degrees = to_wgs_84(ground.shapes)

    outside = [
        cell.id
        for cell, shape in zip(ground.cells, degrees, strict=True)
        if not shapely.Point(land.points[cell.id]).within(shape)
    ]
    assert outside == []


def test_every_area_has_a_middle(land: Land) -> None:
    assert set(land.middles) == ALL_AREAS


@pytest.mark.parametrize("code", sorted(ALL_AREAS))
def test_the_middle_lies_in_the_area(ground: Overlay, land: Land, code: str) -> None:
    assert shapely.Point(land.middles[code]).within(shape_of(ground, code))


# Westoy and Eastoy are squares of 20 km, Toyshire Ambulance of 30 km; the others are longer than
# wide, and any point 5 km from both long sides is in the middle.
@pytest.mark.parametrize(
    ("code", "middle"),
    [
        ("E31000901", (410_000, 310_000)),
        ("E31000902", (430_000, 310_000)),
        ("RZ1", (415_000, 315_000)),
    ],
)
def test_the_middle_of_a_square_is_in_its_middle(
    land: Land, code: str, middle: tuple[float, float]
) -> None:
    assert land.middles[code] == pytest.approx(middle, abs=500)


def test_the_middle_is_in_the_widest_part() -> None:
    # A square of 10 km, and an island of 1 km far to the east.
    island = shapely.affinity.scale(square(9), 0.1, 0.1)
    shapes = np.array([shapely.multipolygons([square(0), island])], dtype=object)

    middles = survey(Overlay((cell(1, 1, 1),), shapes, 0)).middles

    assert middles["RZ1"] == pytest.approx((405_000, 305_000), abs=500)


def there_and_back(layer: Layer) -> Layer:
    """Draw a layer in WGS 84 with seven decimals, about a centimetre, and bring it back."""
    degrees = to_wgs_84(np.asarray(layer.areas.geometry.array))
    written = shapely.transform(degrees, lambda points: points.round(7))
    frame = GeoDataFrame(layer.areas[["code", "name"]], geometry=written, crs="EPSG:4326")
    return replace(layer, areas=to_british_national_grid(frame))


@pytest.fixture(scope="module")
def from_wgs_84(settings: Settings) -> Overlay:
    """Toyshire's ground, from layers that were drawn in degrees."""
    layers, _ = read_layers(settings.boundaries)
    drawn = Boundaries(*map(there_and_back, layers))
    return overlay(drawn, {}, sliver_width=settings.sliver_width)


def test_drawn_in_degrees_it_has_the_same_borders(land: Land, from_wgs_84: Overlay) -> None:
    assert survey(from_wgs_84).borders == land.borders


def test_drawn_in_degrees_areas_share_the_same_ground(land: Land, from_wgs_84: Overlay) -> None:
    found = survey(from_wgs_84).overlaps

    # A metre along 40 km of border is 0.04 km2.
    assert [(o.a_code, o.b_code) for o in found] == [(o.a_code, o.b_code) for o in land.overlaps]
    assert [o.km2 for o in found] == pytest.approx([o.km2 for o in land.overlaps], abs=0.04)


def test_drawn_in_degrees_areas_lie_to_each_other_as_before(
    land: Land, from_wgs_84: Overlay
) -> None:
    found = survey(from_wgs_84).coterminosities

    assert [c.relation for c in found] == [c.relation for c in land.coterminosities]


@pytest.mark.parametrize("code", ["E31000901", "E31000902", "RZ1"])
def test_drawn_in_degrees_a_square_has_its_middle_within_a_metre(
    land: Land, from_wgs_84: Overlay, code: str
) -> None:
    assert survey(from_wgs_84).middles[code] == pytest.approx(land.middles[code], abs=1)


@pytest.mark.parametrize("code", sorted(ALL_AREAS))
def test_drawn_in_degrees_the_middles_are_as_far_from_the_border(
    ground: Overlay, land: Land, from_wgs_84: Overlay, code: str
) -> None:
    before, after = (
        shapely.Point(middles[code]).distance(shapely.boundary(shape_of(ground, code)))
        for middles in (land.middles, survey(from_wgs_84).middles)
    )

    assert after == pytest.approx(before, abs=2)


def test_the_layers_are_those_of_the_three_kinds(land: Land) -> None:
    assert {kind: len(areas) for kind, areas in land.areas.items()} == {
        Kind.POLICE: 3,
        Kind.FIRE: 3,
        Kind.AMBULANCE: 2,
    }
