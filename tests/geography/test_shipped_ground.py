"""What the boundaries that we ship say, all over England and Wales."""

from collections import Counter
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from escwg_map.geography.land import Land
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.shared_ground import Relation
from escwg_map.geography.survey import survey
from escwg_map.publish.checking import Checked, check
from escwg_map.settings import Settings
from escwg_map.vocabulary import Kind

HUMBERSIDE, LINCOLNSHIRE = "E23000012", "E23000020"
NORTH_WALES, CITY_OF_LONDON = "W15000001", "E23000034"
DEVON_AND_CORNWALL = "E23000035"
LONDON_FIRE, ISLES_OF_SCILLY = "E31000046", "E31000039"


@pytest.fixture(scope="module")
def checked(shipped: Path) -> Checked:
    """The shipped register and the ground of the shipped boundaries."""
    return check(Settings(data=shipped.parent / "data", boundaries=shipped))


@pytest.fixture(scope="module")
def land(checked: Checked) -> Land:
    """What the shipped boundaries say."""
    assert checked.ground
    return survey(checked.ground)


def sums(land: Land, share: str) -> Counter[tuple[str, Kind]]:
    """The shares of every area over each other layer, added up."""
    added: Counter[tuple[str, Kind]] = Counter()
    for o in (*land.overlaps, *(o.reversed() for o in land.overlaps)):
        added[o.a_code, o.b_layer] += getattr(o, share)
    return added


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (Kind.POLICE, Kind.FIRE, 53),
        (Kind.POLICE, Kind.AMBULANCE, 46),
        (Kind.FIRE, Kind.AMBULANCE, 50),
    ],
)
def test_so_many_pairs_share_ground(land: Land, one: Kind, other: Kind, pairs: int) -> None:
    assert Counter((o.a_layer, o.b_layer) for o in land.overlaps)[one, other] == pairs


def test_the_place_of_a_district_lies_in_the_cell_of_its_services(checked: Checked) -> None:
    assert checked.ground
    districts = checked.register.districts
    degrees = np.array([(d.longitude, d.latitude) for d in districts], dtype=float)
    cells = gpd.GeoSeries(to_wgs_84(checked.ground.shapes))

    within = cells.sindex.query(shapely.points(degrees), predicate="within")

    found = [checked.ground.cells[number].codes for number in within[1]]
    assert found == [(d.police_code, d.fire_code, d.ambulance_code) for d in districts]


def test_there_are_55_cells(land: Land) -> None:
    assert len(land.cells) == 55


def test_everybody_lives_somewhere(land: Land) -> None:
    assert land.whole.people == 56_075_912


def test_29_police_areas_equal_their_fire_area(land: Land) -> None:
    equal = [
        c
        for c in land.coterminosities
        if (c.layer, c.towards, c.relation) == (Kind.POLICE, Kind.FIRE, Relation.EQUAL)
    ]

    assert len(equal) == 29
    assert all(c.iou == pytest.approx(1, abs=1e-6) for c in equal)


def test_every_area_is_measured_towards_both_other_layers(land: Land) -> None:
    # 43 police, 48 fire and 12 ambulance areas, twice each.
    assert len(land.coterminosities) == 2 * (43 + 48 + 12)


@pytest.mark.parametrize("share", ["share_of_a", "people_share_of_a"])
def test_the_shares_of_every_area_over_each_other_layer_add_up_to_1(land: Land, share: str) -> None:
    added = sums(land, share)

    assert len(added) == 2 * (43 + 48 + 12)
    assert list(added.values()) == pytest.approx([1] * len(added), abs=0.001)


@pytest.mark.parametrize("layer", Kind)
def test_every_layer_has_all_ground_and_everybody(land: Land, layer: Kind) -> None:
    areas = land.areas[layer].values()

    assert sum(area.km2 for area in areas) == pytest.approx(land.whole.km2)
    assert sum(area.people for area in areas) == land.whole.people


def test_the_isles_of_scilly_border_nobody(land: Land) -> None:
    cells = land.cells_of(ISLES_OF_SCILLY)

    assert cells
    assert not [pair for pair in land.borders if not cells.isdisjoint(pair)]


@pytest.mark.parametrize(
    ("one", "other", "border"),
    [
        (HUMBERSIDE, LINCOLNSHIRE, True),
        (LINCOLNSHIRE, HUMBERSIDE, True),
        (HUMBERSIDE, NORTH_WALES, False),
        (CITY_OF_LONDON, "E23000001", True),
    ],
    ids=["south of the Humber", "seen from there", "across the country", "within a city"],
)
def test_forces_border_their_neighbours(land: Land, one: str, other: str, *, border: bool) -> None:
    assert land.side_by_side(one, other) is border


def test_every_cell_but_islands_borders_another(land: Land) -> None:
    bordered = {cell for pair in land.borders for cell in pair}

    alone = {cell.id for cell in land.cells} - bordered
    assert {cell.fire_code for cell in land.cells if cell.id in alone} == {
        ISLES_OF_SCILLY,
        "E31000021",  # Isle of Wight
    }


def test_the_city_of_london_lies_within_london_s_fire_authority(land: Land) -> None:
    (found,) = (
        c for c in land.coterminosities if (c.code, c.towards) == (CITY_OF_LONDON, Kind.FIRE)
    )

    assert (found.relation, found.best_match) == (Relation.CONTAINED, LONDON_FIRE)


def test_the_isles_of_scilly_lie_within_devon_and_cornwall(land: Land) -> None:
    shared = [o.b_code for o in land.overlaps_of(ISLES_OF_SCILLY) if o.b_layer is Kind.POLICE]

    assert shared == [DEVON_AND_CORNWALL]


def test_every_area_has_a_middle(land: Land) -> None:
    assert set(land.middles) == {code for layer in Kind for code in land.areas[layer]}
