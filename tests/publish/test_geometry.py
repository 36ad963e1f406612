"""Geometry ready to serve: borders written once, and shapes to take away."""

import json
import re
from itertools import accumulate
from typing import Any

import numpy as np
import pytest
import shapely

from escwg_map.geography.overlay import Overlay
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.shape import Shape
from escwg_map.publish.geometry import simplified, topology, write_grid_shapes, write_shapes
from escwg_map.vocabulary import Kind

Topology = dict[str, Any]


@pytest.fixture(scope="module")
def drawn(ground: Overlay) -> Topology:
    """Toyshire as TopoJSON."""
    return dict(json.loads(topology(ground)))


@pytest.fixture(scope="module")
def shapes(ground: Overlay) -> dict[str, dict[str, Shape]]:
    """Toyshire as it is taken away."""
    return write_shapes(ground)


def geometries(drawn: Topology, name: str) -> dict[str, Any]:
    found = drawn["objects"][name]["geometries"]
    return {each["properties"]["id"]: each for each in found}


def arcs_of(geometry: dict[str, Any]) -> set[int]:
    """The arcs of a geometry, whichever way round they run (~n is n backwards)."""
    numbers = re.findall(r"-?\d+", json.dumps(geometry["arcs"]))
    return {n if n >= 0 else ~n for n in map(int, numbers)}


def polygon(drawn: Topology, geometry: dict[str, Any]) -> shapely.Geometry:
    rings = geometry["arcs"]
    polygons = rings if geometry["type"] == "MultiPolygon" else [rings]
    return shapely.union_all([shapely.Polygon(ring(drawn, each[0])) for each in polygons])


def ring(drawn: Topology, arcs: list[int]) -> list[tuple[float, float]]:
    points = []
    for number in arcs:
        line = decoded(drawn, number if number >= 0 else ~number)
        points += line if number >= 0 else line[::-1]
    return points


def decoded(drawn: Topology, number: int) -> list[tuple[float, float]]:
    (kx, ky), (dx, dy) = drawn["transform"]["scale"], drawn["transform"]["translate"]
    steps = accumulate(drawn["arcs"][number], lambda a, b: [a[0] + b[0], a[1] + b[1]])
    return [(x * kx + dx, y * ky + dy) for x, y in steps]


def test_holds_cells_and_three_layers(drawn: Topology) -> None:
    assert {name: len(geometries(drawn, name)) for name in drawn["objects"]} == {
        "cells": 8,
        "police": 3,
        "fire": 3,
        "ambulance": 2,
    }


def test_decodes_to_the_ground_it_was_made_from(ground: Overlay, drawn: Topology) -> None:
    cells = geometries(drawn, "cells")

    for cell, shape in zip(ground.cells, to_wgs_84(ground.shapes), strict=True):
        difference = shapely.symmetric_difference(polygon(drawn, cells[cell.id]), shape)
        # A step of the grid is under ten metres: on 80 km of border far under one part in 100.
        assert difference.area < shape.area / 100, cell.id


def test_coterminous_areas_are_drawn_with_the_same_arcs(drawn: Topology) -> None:
    police = geometries(drawn, "police")["E23000901"]
    fire = geometries(drawn, "fire")["E31000903"]

    assert arcs_of(police) == arcs_of(fire)


def test_neighbours_share_the_arcs_of_their_border(drawn: Topology) -> None:
    cells = geometries(drawn, "cells")

    kingsmere, cliffsea = (cells[f"E23000902-E31000902-{trust}"] for trust in ("RZ1", "RZ2"))

    assert len(arcs_of(kingsmere) & arcs_of(cliffsea)) == 1


@pytest.mark.parametrize("kind", Kind)
def test_layers_add_no_arcs_to_those_of_the_cells(drawn: Topology, kind: Kind) -> None:
    cells = set().union(*map(arcs_of, geometries(drawn, "cells").values()))

    assert set().union(*map(arcs_of, geometries(drawn, kind.value).values())) <= cells


def test_every_arc_is_used(drawn: Topology) -> None:
    used = set().union(*map(arcs_of, geometries(drawn, "cells").values()))

    assert used == set(range(len(drawn["arcs"])))


def test_the_coarser_ground_is_still_a_coverage(ground: Overlay) -> None:
    coarser = simplified(ground, 300)

    assert shapely.coverage_is_valid(coarser.shapes)
    before, after = (shapely.get_num_coordinates(g.shapes).sum() for g in (ground, coarser))
    assert after <= before
    assert coarser.cells == ground.cells


def test_shapes_are_written_for_cells_and_three_layers(
    shapes: dict[str, dict[str, Shape]],
) -> None:
    assert {name: len(texts) for name, texts in shapes.items()} == {
        "cells": 8,
        "police": 3,
        "fire": 3,
        "ambulance": 2,
    }


def drawn_shapes(shapes: dict[str, dict[str, Shape]], name: str) -> Any:  # noqa: ANN401 - an array
    return shapely.from_geojson([shape.geometry for shape in shapes[name].values()])


@pytest.mark.parametrize("name", ["cells", *Kind])
def test_outer_rings_run_anticlockwise(shapes: dict[str, dict[str, Shape]], name: str) -> None:
    parts = shapely.get_parts(drawn_shapes(shapes, name))

    assert shapely.is_ccw(shapely.get_exterior_ring(parts)).all()


@pytest.mark.parametrize("name", ["cells", *Kind])
def test_shapes_are_valid_and_have_six_decimals_at_most(
    shapes: dict[str, dict[str, Shape]], name: str
) -> None:
    assert shapely.is_valid(drawn_shapes(shapes, name)).all()
    for shape in shapes[name].values():
        assert not re.search(r"\.\d{7}|e-|\s", shape.geometry)


def test_shapes_lie_where_the_ground_lies(
    ground: Overlay, shapes: dict[str, dict[str, Shape]]
) -> None:
    exact = shapely.area(to_wgs_84(ground.shapes))

    assert np.allclose(shapely.area(drawn_shapes(shapes, "cells")), exact, rtol=1e-4)


def test_shapes_in_metres_lie_where_the_ground_lies(ground: Overlay) -> None:
    cells = write_grid_shapes(ground, [])["cells"]

    drawn = shapely.from_geojson([shape.geometry for shape in cells.values()])

    assert list(cells) == [cell.id for cell in ground.cells]
    assert shapely.hausdorff_distance(drawn, ground.shapes).max() <= 0.1
    assert shapely.coverage_is_valid(drawn)
    assert all(not re.search(r"\.\d\d|e-", shape.geometry) for shape in cells.values())
