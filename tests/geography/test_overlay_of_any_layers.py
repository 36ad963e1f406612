"""Layers drawn apart from each other, with slivers between them, say the same as shared borders."""

from pathlib import Path

import pytest
import shapely
from shapely import box

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay, overlay
from escwg_map.geography.sound import sound
from escwg_map.publish.geometry import simplified, write_shapes
from escwg_map.sources.layers import read_layers
from escwg_map.vocabulary import Kind
from geography.shapes import frame, square
from geography.simplified import apart, common_ground, shares

WIDTH = 500.0
CLOSE = 0.005
"""Half a percentage point."""
LARGE = 100.0
"""km²"""
BOTH = (400_000, 300_000, 420_000, 310_000)
"""The ground of two squares side by side."""


@pytest.fixture(scope="module")
def layers(shipped: Path) -> Boundaries:
    """The three layers that we ship."""
    return read_layers(shipped)[0]


@pytest.fixture(scope="module")
def exact(layers: Boundaries) -> Overlay:
    """The cells of the shipped layers, whose borders coincide."""
    return overlay(layers, {}, sliver_width=WIDTH)


@pytest.fixture(
    scope="module",
    params=[(tolerance, shift) for tolerance in (150, 300, 500) for shift in (0, 20)],
    ids=lambda drawn: f"{drawn[0]} m, fire shifted by {drawn[1]} m",
)
def drawn_apart(layers: Boundaries, request: pytest.FixtureRequest) -> Overlay:
    """The cells of the shipped layers, each simplified by itself, fire shifted in some."""
    tolerance, shift = request.param
    return overlay(apart(layers, tolerance, shift=shift), {}, sliver_width=WIDTH)


@pytest.fixture(scope="module")
def closed(drawn_apart: Overlay) -> Overlay:
    """The same cells as they are drawn."""
    return sound(drawn_apart)


def test_gives_the_same_pairs(drawn_apart: Overlay, exact: Overlay) -> None:
    assert common_ground(drawn_apart.cells).keys() == common_ground(exact.cells).keys()


def test_gives_the_same_cells(drawn_apart: Overlay, exact: Overlay) -> None:
    assert [cell.id for cell in drawn_apart.cells] == [cell.id for cell in exact.cells]


def test_gives_the_same_shares_of_large_areas(drawn_apart: Overlay, exact: Overlay) -> None:
    expected, found = shares(exact.cells), shares(drawn_apart.cells)
    large = {code for code, km2 in whole(exact).items() if km2 > LARGE}

    far = {
        pair: (share, found[pair])
        for pair, share in expected.items()
        if pair[0] in large and abs(found[pair] - share) > CLOSE
    }

    assert len(large) > 95
    assert far == {}


def whole(ground: Overlay) -> dict[str, float]:
    areas: dict[str, float] = {}
    for cell in ground.cells:
        for code in cell.codes:
            areas[code] = areas.get(code, 0.0) + cell.km2
    return areas


def test_shares_of_an_area_add_up_to_one(drawn_apart: Overlay) -> None:
    sums: dict[tuple[str, str], float] = {}
    for (one, other), share in shares(drawn_apart.cells).items():
        layer = other[:3] if other[0] in "EW" else "R"
        kind = "police" if layer in ("E23", "W15") else "fire" if layer != "R" else "ambulance"
        sums[one, kind] = sums.get((one, kind), 0.0) + share

    assert min(sums.values()) == pytest.approx(1, abs=0.001)
    assert max(sums.values()) == pytest.approx(1, abs=0.001)


def test_is_drawn_without_cracks_or_double_ground(drawn_apart: Overlay, closed: Overlay) -> None:
    assert not shapely.coverage_is_valid(drawn_apart.shapes)

    drawn = simplified(closed, 300)

    assert shapely.coverage_is_valid(drawn.shapes)
    assert not shapely.is_empty(drawn.shapes).any()
    assert narrow_holes(drawn) == []


def narrow_holes(ground: Overlay) -> list[float]:
    """The km² of the holes inside the ground, which has none on the map."""
    land = shapely.coverage_union_all(ground.shapes)
    rings = [ring for part in shapely.get_parts(land) for ring in part.interiors]
    return [shapely.Polygon(ring).area / 1e6 for ring in rings]


def test_what_is_drawn_keeps_what_was_measured(drawn_apart: Overlay, closed: Overlay) -> None:
    assert closed.cells == drawn_apart.cells


def test_what_is_a_coverage_already_is_left_alone(exact: Overlay) -> None:
    assert sound(exact) is exact


def test_shapes_to_take_away_are_valid(closed: Overlay) -> None:
    written = write_shapes(closed)

    texts = [shape.geometry for shapes in written.values() for shape in shapes.values()]
    assert shapely.is_valid(shapely.from_geojson(texts)).all()


def test_an_overlap_inside_a_layer_makes_no_cell() -> None:
    # Two police areas side by side, which both claim 300 m along their border.
    police = frame(square(0).buffer(150, join_style="mitre"), square(1).buffer(150))
    fire, ambulance = frame(square(0), square(1), kind="E310009"), frame(box(*BOTH), kind="R")
    drawn = Boundaries(*map(Layer, Kind, (police, fire, ambulance)))

    cells = overlay(drawn, {}, sliver_width=WIDTH).cells

    assert [(cell.police_code, cell.fire_code) for cell in cells] == [
        ("E23000901", "E31000901"),
        ("E23000902", "E31000902"),
    ]


@pytest.mark.parametrize(
    ("metres", "cells"), [(900, 2), (2_000, 3)], ids=["0.9 % of both", "2 % of both"]
)
def test_a_wide_overlap_counts_when_it_is_over_one_percent(metres: float, cells: int) -> None:
    # Two police areas of 100 km by 100 km, and two fire areas whose border lies further west.
    police, fire = (
        frame(
            box(400_000, 300_000, border, 400_000), box(border, 300_000, 600_000, 400_000), kind=k
        )
        for k, border in (("E230009", 500_000), ("E310009", 500_000 - metres))
    )
    ambulance = frame(box(400_000, 300_000, 600_000, 400_000), kind="R")
    drawn = Boundaries(*map(Layer, Kind, (police, fire, ambulance)))

    assert len(overlay(drawn, {}, sliver_width=WIDTH).cells) == cells
