"""Three layers laid over each other."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import shapely
from msgspec.structs import replace
from shapely.geometry.base import BaseGeometry

from escwg_map.geography.cells import Cell
from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay, overlay
from escwg_map.publish.checking import check
from escwg_map.settings import Settings
from escwg_map.sources.layers import read_layers
from escwg_map.vocabulary import Kind
from geography.shapes import frame, square

WIDTH = 500.0
"""Metres: the sliver width that the settings begin with."""


@pytest.fixture(scope="module")
def layers(toyshire: Path) -> Boundaries:
    """Toyshire's three layers."""
    return read_layers(toyshire / "boundaries")[0]


@pytest.fixture(scope="module")
def cells(ground: Overlay) -> dict[str, Cell]:
    """Toyshire's cells by their ids."""
    return {cell.id: cell for cell in ground.cells}


# Each is so many districts of 100 km2; those of Northtoy have 2,000 people, the others 1,000.
@pytest.mark.parametrize(
    ("cell", "km2", "people"),
    [
        ("E23000901-E31000903-RZ1", 300, 6000),
        ("E23000901-E31000903-RZ2", 100, 2000),
        ("E23000902-E31000901-RZ1", 200, 2000),
        ("E23000902-E31000902-RZ1", 100, 1000),
        ("E23000902-E31000902-RZ2", 100, 1000),
        ("E23000903-E31000901-RZ1", 200, 2000),
        ("E23000903-E31000902-RZ1", 100, 1000),
        ("E23000903-E31000902-RZ2", 100, 1000),
    ],
)
def test_cuts_toyshire_into_eight_cells(
    cells: dict[str, Cell], cell: str, km2: float, people: int
) -> None:
    assert len(cells) == 8
    assert cells[cell].km2 == pytest.approx(km2, abs=1e-6)
    assert cells[cell].people == people


def test_sorts_cells_by_their_ids(ground: Overlay) -> None:
    ids = [cell.id for cell in ground.cells]

    assert ids == sorted(ids)


def test_each_shape_is_that_of_its_cell(ground: Overlay) -> None:
    km2 = shapely.area(ground.shapes) / 1e6

    assert km2.tolist() == pytest.approx([cell.km2 for cell in ground.cells])


def test_the_cells_are_a_coverage(ground: Overlay) -> None:
    assert shapely.coverage_is_valid(ground.shapes)


def test_layers_with_the_same_borders_leave_no_slivers(ground: Overlay) -> None:
    assert ground.sliver_km2 == 0


def shifted(layer: Layer, metres: float) -> Layer:
    areas = layer.areas
    return Layer(layer.kind, areas.set_geometry(areas.translate(metres, metres)))


def test_leaves_out_the_slivers_of_a_border_drawn_20_metres_off(layers: Boundaries) -> None:
    drawn_apart = replace(layers, fire=shifted(layers.fire, 20))

    overlaid = overlay(drawn_apart, {}, sliver_width=WIDTH)

    assert len(overlaid.cells) == 8
    # Fire's northern border is 20 m inside Northtoy Police, from 20 m inside the western coast to
    # the eastern: 39.98 km long and 0.02 km wide.
    assert overlaid.sliver_km2 == pytest.approx(0.7996)


def test_takes_slivers_for_cells_when_told_that_none_are(layers: Boundaries) -> None:
    drawn_apart = replace(layers, fire=shifted(layers.fire, 20))

    overlaid = overlay(drawn_apart, {}, sliver_width=0)

    assert len(overlaid.cells) > 8
    assert overlaid.sliver_km2 == 0


def three(*police_fire_ambulance: BaseGeometry) -> Boundaries:
    codes = ("E230009", "E310009", "R")
    police, fire, ambulance = (
        Layer(kind, frame(shape, kind=code))
        for kind, shape, code in zip(Kind, police_fire_ambulance, codes, strict=True)
    )
    return Boundaries(police, fire, ambulance)


@pytest.mark.parametrize(("metres", "cells"), [(600, 1), (400, 0)], ids=["wider", "narrower"])
def test_ground_wider_than_a_sliver_is_a_cell(metres: float, cells: int) -> None:
    ribbon = square(1 - metres / 10_000)

    overlaid = overlay(three(square(), square(), ribbon), {}, sliver_width=WIDTH)

    assert len(overlaid.cells) == cells


def test_ground_of_two_layers_only_is_no_cell() -> None:
    overlaid = overlay(three(square(0), square(0), square(1)), {}, sliver_width=WIDTH)

    assert (overlaid.cells, len(overlaid.shapes)) == ((), 0)


def test_a_cell_in_two_pieces_is_one_cell() -> None:
    ring = square() - shapely.box(402_000, 300_000, 408_000, 310_000)

    overlaid = overlay(three(square(), square(), ring), {}, sliver_width=WIDTH)

    assert [cell.km2 for cell in overlaid.cells] == [40]


def test_a_cell_that_nobody_was_counted_in_has_no_people() -> None:
    overlaid = overlay(three(square(), square(), square()), {}, sliver_width=WIDTH)

    assert overlaid.cells[0].people == 0


def has_codes(one: Kind, other: Kind) -> Callable[[Cell], tuple[str, str]]:
    return lambda cell: (cell.code(one), cell.code(other))


@pytest.fixture(scope="module")
def shipped_ground(shipped: Path) -> Overlay:
    """The ground of the boundaries that we ship."""
    ground = check(Settings(data=shipped.parent / "data", boundaries=shipped)).ground
    assert ground
    return ground


def test_the_shipped_layers_make_55_cells(shipped_ground: Overlay) -> None:
    assert len(shipped_ground.cells) == 55
    assert shipped_ground.sliver_km2 < 0.001


def test_every_shipped_cell_has_people(shipped_ground: Overlay) -> None:
    people = np.array([cell.people for cell in shipped_ground.cells])

    assert people.min() > 0
    assert people.sum() == 56_075_912


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (Kind.POLICE, Kind.FIRE, 53),
        (Kind.POLICE, Kind.AMBULANCE, 46),
        (Kind.FIRE, Kind.AMBULANCE, 50),
    ],
)
def test_the_shipped_layers_make_149_pairs(
    shipped_ground: Overlay, one: Kind, other: Kind, pairs: int
) -> None:
    assert len(set(map(has_codes(one, other), shipped_ground.cells))) == pairs
