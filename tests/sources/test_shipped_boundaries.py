"""What is true of the boundaries that we ship."""

from itertools import combinations
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.records.problem import Problem
from escwg_map.sources.layers import read_layers
from escwg_map.sources.replacing import STAGING
from escwg_map.vocabulary import Kind


@pytest.fixture(scope="module")
def read(shipped: Path) -> tuple[Boundaries, list[Problem]]:
    return read_layers(shipped)


@pytest.fixture(scope="module")
def layers(read: tuple[Boundaries, list[Problem]]) -> Boundaries:
    return read[0]


@pytest.fixture(scope="module")
def overlaps(layers: Boundaries) -> dict[tuple[Kind, Kind], gpd.GeoDataFrame]:
    return {
        (one.kind, other.kind): common_ground(one.areas, other.areas)
        for one, other in combinations(layers, 2)
    }


def common_ground(one: gpd.GeoDataFrame, other: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    # Neighbours meet in lines, which are no ground: they are dropped, without a warning.
    return gpd.overlay(one[["geometry"]], other[["geometry"]], keep_geom_type=True)


def ground(layer: Layer) -> shapely.Geometry:
    return shapely.coverage_union_all(np.asarray(layer.areas.geometry.array))


def vertex_set(layer: Layer) -> set[tuple[float, float]]:
    return {(x, y) for x, y in shapely.get_coordinates(np.asarray(layer.areas.geometry.array))}


@pytest.mark.parametrize(
    ("kind", "areas"), [(Kind.POLICE, 43), (Kind.FIRE, 48), (Kind.AMBULANCE, 12)]
)
def test_has_every_area(layers: Boundaries, kind: Kind, areas: int) -> None:
    assert len(layers.of(kind).areas) == areas


def test_has_no_problems(read: tuple[Boundaries, list[Problem]]) -> None:
    assert read[1] == []


@pytest.mark.parametrize("kind", Kind)
def test_no_two_areas_of_a_layer_overlap(layers: Boundaries, kind: Kind) -> None:
    shapes = np.asarray(layers.of(kind).areas.geometry.array)

    assert shapely.coverage_is_valid(shapes)


@pytest.mark.parametrize("kind", [Kind.FIRE, Kind.AMBULANCE])
def test_all_layers_cover_the_same_ground(layers: Boundaries, kind: Kind) -> None:
    difference = shapely.symmetric_difference(ground(layers.police), ground(layers.of(kind)))

    assert shapely.area(difference) < 0.01e6


def test_covers_england_and_wales(layers: Boundaries) -> None:
    assert layers.police.areas.area.sum() / 1e6 == pytest.approx(151_245, abs=20)


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (Kind.POLICE, Kind.FIRE, 53),
        (Kind.POLICE, Kind.AMBULANCE, 46),
        (Kind.FIRE, Kind.AMBULANCE, 50),
    ],
)
def test_overlays_make_no_slivers(
    overlaps: dict[tuple[Kind, Kind], gpd.GeoDataFrame], one: Kind, other: Kind, pairs: int
) -> None:
    ground = overlaps[one, other]

    assert len(ground) == pairs
    assert (ground.area / ground.length).min() > 100


def test_makes_fifty_five_cells(
    overlaps: dict[tuple[Kind, Kind], gpd.GeoDataFrame], layers: Boundaries
) -> None:
    cells = common_ground(overlaps[Kind.POLICE, Kind.FIRE], layers.ambulance.areas)

    assert len(cells) == 55


@pytest.mark.parametrize("kind", Kind)
def test_the_coast_is_the_same_vertex_for_vertex(layers: Boundaries, kind: Kind) -> None:
    coast = set(map(tuple, shapely.get_coordinates(ground(layers.police)).tolist()))

    assert coast <= vertex_set(layers.of(kind))


def test_holds_no_source_and_no_leftovers(shipped: Path) -> None:
    endings = {path.suffix for path in shipped.iterdir()}

    assert endings == {".shp", ".shx", ".dbf", ".prj", ".cpg", ".md"}
    assert not (shipped / STAGING).exists()


def test_shows_the_attribution(shipped: Path) -> None:
    readme = (shipped / "README.md").read_text(encoding="utf-8")

    assert "Contains OS data © Crown copyright and database right 2017." in readme
    assert "Contains National Statistics data © Crown copyright" in readme
