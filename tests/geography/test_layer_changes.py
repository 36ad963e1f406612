"""What changes between two layers of one kind."""

import pytest
import shapely
from geopandas import GeoDataFrame

from escwg_map.geography.layer import Layer
from escwg_map.geography.layer_changes import Renamed, layer_changes
from escwg_map.vocabulary import Kind
from geography.shapes import frame, square


def layer(areas: GeoDataFrame) -> Layer:
    return Layer(Kind.POLICE, areas)


TWO = layer(frame(square(0), square(1)))


def test_a_layer_does_not_differ_from_itself() -> None:
    assert not layer_changes(TWO, TWO)


def test_a_ring_that_begins_at_another_vertex_is_the_same() -> None:
    ring = list(square(0).exterior.coords)[:-1]
    turned = layer(frame(shapely.Polygon([*ring[2:], *ring[:2]]), square(1)))

    assert not layer_changes(TWO, turned)


def test_tells_added_areas() -> None:
    changes = layer_changes(TWO, layer(frame(square(0), square(1), square(2))))

    assert changes.added == (("E23000903", "Area 3"),)
    assert (changes.gone, changes.moved) == ((), ())


def test_tells_areas_that_are_gone_and_who_has_their_ground() -> None:
    merged = layer(frame(shapely.union(square(0), square(1))))

    (gone,) = layer_changes(TWO, merged).gone

    assert (gone.code, gone.name, gone.heir) == ("E23000902", "Area 2", "E23000901")
    assert gone.share == pytest.approx(1)


def test_ground_that_nobody_has_any_more_has_no_heir() -> None:
    (gone,) = layer_changes(TWO, layer(frame(square(0)))).gone

    assert (gone.heir, gone.share) == (None, 0)


def test_tells_areas_with_another_name() -> None:
    areas = TWO.areas.assign(name=["Area 1", "Southtoy"])

    assert layer_changes(TWO, layer(areas)).renamed == (Renamed("E23000902", "Area 2", "Southtoy"),)


def test_measures_ground_gained_and_lost() -> None:
    moved = layer(frame(square(0), square(1.1)))

    (each,) = layer_changes(TWO, moved).moved

    assert each.code == "E23000902"
    assert (each.gained, each.lost) == pytest.approx((10, 10))


def test_counts_areas_that_are_only_drawn_in_another_way() -> None:
    denser = layer(frame(shapely.segmentize(square(0), 100), square(1)))

    changes = layer_changes(TWO, denser)

    assert (changes.moved, changes.redrawn) == ((), 1)
