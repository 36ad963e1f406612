"""How the areas of two layers share the ground.

Toyshire's districts are 100 km2 each, with 1,000 people, in Northtoy with 2,000.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escwg_map.geography.cells import SMALLEST_SHARE, Cell, Ground, areas_of_layer
from escwg_map.geography.land import Land
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.shared_ground import (
    Coterminosity,
    Overlap,
    Relation,
    effective_number,
    find_overlaps,
)
from escwg_map.vocabulary import Kind
from geography.made_up import ANY_CELLS, CELLS_WITHOUT_SPECKS, cell

NORTHTOY, MIDTOY, SOUTHTOY = "E23000901", "E23000902", "E23000903"
WESTOY, EASTOY, NORTHTOY_FIRE = "E31000901", "E31000902", "E31000903"
TOYSHIRE, SEASIDE = "RZ1", "RZ2"

# One area, the other, shared km2, share of the one's ground and of the other's, people, and the
# shares of their people.
OVERLAPS = (
    (NORTHTOY, NORTHTOY_FIRE, 400, 4 / 4, 4 / 4, 8000, 8 / 8, 8 / 8),
    (MIDTOY, WESTOY, 200, 2 / 4, 2 / 4, 2000, 2 / 4, 2 / 4),
    (MIDTOY, EASTOY, 200, 2 / 4, 2 / 4, 2000, 2 / 4, 2 / 4),
    (SOUTHTOY, WESTOY, 200, 2 / 4, 2 / 4, 2000, 2 / 4, 2 / 4),
    (SOUTHTOY, EASTOY, 200, 2 / 4, 2 / 4, 2000, 2 / 4, 2 / 4),
    (NORTHTOY, TOYSHIRE, 300, 3 / 4, 3 / 9, 6000, 6 / 8, 6 / 12),
    (NORTHTOY, SEASIDE, 100, 1 / 4, 1 / 3, 2000, 2 / 8, 2 / 4),
    (MIDTOY, TOYSHIRE, 300, 3 / 4, 3 / 9, 3000, 3 / 4, 3 / 12),
    (MIDTOY, SEASIDE, 100, 1 / 4, 1 / 3, 1000, 1 / 4, 1 / 4),
    (SOUTHTOY, TOYSHIRE, 300, 3 / 4, 3 / 9, 3000, 3 / 4, 3 / 12),
    (SOUTHTOY, SEASIDE, 100, 1 / 4, 1 / 3, 1000, 1 / 4, 1 / 4),
    (WESTOY, TOYSHIRE, 400, 4 / 4, 4 / 9, 4000, 4 / 4, 4 / 12),
    (EASTOY, TOYSHIRE, 200, 2 / 4, 2 / 9, 2000, 2 / 4, 2 / 12),
    (EASTOY, SEASIDE, 200, 2 / 4, 2 / 3, 2000, 2 / 4, 2 / 4),
    (NORTHTOY_FIRE, TOYSHIRE, 300, 3 / 4, 3 / 9, 6000, 6 / 8, 6 / 12),
    (NORTHTOY_FIRE, SEASIDE, 100, 1 / 4, 1 / 3, 2000, 2 / 8, 2 / 4),
)


def overlaps_of(cells: Sequence[Cell]) -> dict[tuple[str, str], Overlap]:
    return {(o.a_code, o.b_code): o for o in find_overlaps(cells)}


def match(land: Land, code: str, towards: Kind) -> Coterminosity:
    (found,) = (c for c in land.coterminosities if (c.code, c.towards) == (code, towards))
    return found


@pytest.fixture(scope="module")
def land(ground: Overlay) -> Land:
    """What follows from Toyshire's cells."""
    return Land.of(ground.cells)


@pytest.mark.parametrize("by_hand", OVERLAPS, ids=lambda row: f"{row[0]} and {row[1]}")
def test_areas_share_the_ground_worked_out_by_hand(
    ground: Overlay, by_hand: tuple[str, str, float, float, float, int, float, float]
) -> None:
    found = overlaps_of(ground.cells)[by_hand[:2]]

    assert (found.km2, found.share_of_a, found.share_of_b) == pytest.approx(by_hand[2:5])
    assert found.people == by_hand[5]
    assert (found.people_share_of_a, found.people_share_of_b) == pytest.approx(by_hand[6:])


def test_nobody_else_shares_ground(ground: Overlay) -> None:
    assert list(overlaps_of(ground.cells)) == sorted(
        (row[:2] for row in OVERLAPS),
        # Police with fire, police with ambulance, fire with ambulance; codes in order within each.
        key=lambda pair: (pair[0][:3], pair[1][0] == "R", pair),
    )


def test_northtoy_and_its_fire_authority_are_of_the_layers_police_and_fire(ground: Overlay) -> None:
    found = overlaps_of(ground.cells)[NORTHTOY, NORTHTOY_FIRE]

    assert (found.a_layer, found.b_layer) == (Kind.POLICE, Kind.FIRE)


def test_the_other_side_tells_the_same_the_other_way_round(ground: Overlay) -> None:
    found = overlaps_of(ground.cells)[MIDTOY, TOYSHIRE].reversed()

    assert (found.a_layer, found.a_code) == (Kind.AMBULANCE, TOYSHIRE)
    assert (found.b_layer, found.b_code) == (Kind.POLICE, MIDTOY)
    assert (found.share_of_a, found.share_of_b) == pytest.approx((3 / 9, 3 / 4))
    assert (found.people_share_of_a, found.people_share_of_b) == pytest.approx((3 / 12, 3 / 4))


def two_neighbours(speck: float, *, second: float = 1000) -> list[Cell]:
    """Two pairs of areas that match, but for a speck that police 1 shares with fire 2."""
    return [cell(1, 1, 1, km2=1000), cell(1, 2, 1, km2=speck), cell(2, 2, 1, km2=second)]


@pytest.mark.parametrize(
    ("speck", "second", "counts"),
    [
        (5, 1000, False),  # 5 of 1,005 for both
        (20, 1000, True),  # 20 of 1,020 for both
        (5, 100, True),  # 5 of 1,005, but 5 of 105
    ],
    ids=["speck for both", "more than that", "speck for one only"],
)
def test_an_overlap_counts_when_it_is_over_1_percent_of_either(
    speck: float, second: float, *, counts: bool
) -> None:
    found = overlaps_of(two_neighbours(speck, second=second))

    assert (("E23000901", "E31000902") in found) is counts


def test_exactly_1_percent_of_both_does_not_count() -> None:
    cells = [cell(1, 1, 1, km2=99), cell(1, 2, 1, km2=1), cell(2, 2, 1, km2=99)]

    assert ("E23000901", "E31000902") not in overlaps_of(cells)


def test_areas_that_share_only_a_speck_besides_are_equal() -> None:
    found = match(Land.of(two_neighbours(5)), "E23000901", Kind.FIRE)

    assert (found.relation, found.services) == (Relation.EQUAL, 1)


def test_cells_of_one_pair_are_one_overlap() -> None:
    found = overlaps_of([cell(1, 1, 1, km2=30, people=5), cell(1, 1, 2, km2=70, people=6)])

    assert (found["E23000901", "E31000901"].km2, found["E23000901", "E31000901"].people) == (
        100,
        11,
    )


def test_nobody_has_no_share_of_the_people_of_an_empty_moor() -> None:
    (found, *_) = find_overlaps([cell(1, 1, 1, people=0)])

    assert (found.people_share_of_a, found.people_share_of_b) == (0, 0)


def test_no_cells_share_nothing() -> None:
    assert list(find_overlaps([])) == []


# Fire 1 and 2 make up police 1; fire 3 is police 2; police 3 and 4 both have ground in 4 and 5.
FOUR_WAYS = [
    *(cell(1, 1, 1), cell(1, 2, 1), cell(2, 3, 1)),
    *(cell(3, 4, 1), cell(3, 5, 1), cell(4, 4, 1), cell(4, 5, 1)),
]


@pytest.mark.parametrize(
    ("code", "towards", "relation"),
    [
        ("E23000901", Kind.FIRE, Relation.CONTAINS),
        ("E31000901", Kind.POLICE, Relation.CONTAINED),
        ("E23000902", Kind.FIRE, Relation.EQUAL),
        ("E31000903", Kind.POLICE, Relation.EQUAL),
        ("E23000903", Kind.FIRE, Relation.MIXED),
        ("E31000905", Kind.POLICE, Relation.MIXED),
        ("RZ1", Kind.POLICE, Relation.CONTAINS),
    ],
)
def test_an_area_lies_in_one_of_four_ways(code: str, towards: Kind, relation: Relation) -> None:
    assert match(Land.of(FOUR_WAYS), code, towards).relation is relation


def test_an_area_that_holds_one_whole_and_part_of_another_is_mixed() -> None:
    # Fire 1 lies within police 1, fire 2 half in it and half outside.
    cells = [cell(1, 1, 1), cell(1, 2, 1), cell(2, 2, 1)]

    assert match(Land.of(cells), "E23000901", Kind.FIRE).relation is Relation.MIXED


@pytest.mark.parametrize(
    ("code", "towards", "relation", "services"),
    [
        (NORTHTOY, Kind.FIRE, Relation.EQUAL, 1),
        (NORTHTOY_FIRE, Kind.POLICE, Relation.EQUAL, 1),
        (WESTOY, Kind.POLICE, Relation.MIXED, 2),
        (WESTOY, Kind.AMBULANCE, Relation.CONTAINED, 1),
        (TOYSHIRE, Kind.FIRE, Relation.MIXED, 3),
    ],
)
def test_the_areas_of_toyshire_lie_as_drawn(
    land: Land, code: str, towards: Kind, relation: Relation, services: int
) -> None:
    found = match(land, code, towards)

    assert (found.relation, found.services) == (relation, services)


def test_every_area_is_measured_towards_both_other_layers(land: Land) -> None:
    pairs = Counter((c.layer, c.towards) for c in land.coterminosities)

    # Three police areas, three fire areas, two ambulance areas; never towards their own layer.
    assert pairs == {
        **dict.fromkeys([(Kind.POLICE, Kind.FIRE), (Kind.POLICE, Kind.AMBULANCE)], 3),
        **dict.fromkeys([(Kind.FIRE, Kind.POLICE), (Kind.FIRE, Kind.AMBULANCE)], 3),
        **dict.fromkeys([(Kind.AMBULANCE, Kind.POLICE), (Kind.AMBULANCE, Kind.FIRE)], 2),
    }


# Districts in common, over the districts of both together.
@pytest.mark.parametrize(
    ("code", "towards", "best", "iou"),
    [
        (NORTHTOY, Kind.FIRE, NORTHTOY_FIRE, 4 / 4),
        (MIDTOY, Kind.AMBULANCE, TOYSHIRE, 3 / 10),
        (EASTOY, Kind.AMBULANCE, SEASIDE, 2 / 5),
        (TOYSHIRE, Kind.FIRE, WESTOY, 4 / 9),
        (MIDTOY, Kind.FIRE, WESTOY, 2 / 6),
    ],
    ids=["equal", "the larger part", "the smaller whole", "within", "the first of two as good"],
)
def test_the_best_match_has_most_in_common_of_the_two_together(
    land: Land, code: str, towards: Kind, best: str, iou: float
) -> None:
    found = match(land, code, towards)

    assert found.best_match == best
    assert found.iou == pytest.approx(iou)


# One over the sum of the squares of: 1; 2/4, 2/4; 3/4, 1/4; then of 3/9, 4/9, 2/9 of the ground and
# 6/12, 4/12, 2/12 of the people.
@pytest.mark.parametrize(
    ("code", "towards", "by_ground", "by_people"),
    [
        (NORTHTOY, Kind.FIRE, 1, 1),
        (MIDTOY, Kind.FIRE, 2, 2),
        (MIDTOY, Kind.AMBULANCE, 16 / 10, 16 / 10),
        (TOYSHIRE, Kind.FIRE, 81 / 29, 144 / 56),
    ],
)
def test_the_effective_number_of_partners_is_worked_out_by_hand(
    land: Land, code: str, towards: Kind, by_ground: float, by_people: float
) -> None:
    found = match(land, code, towards)

    assert found.effective_by_ground == pytest.approx(by_ground)
    assert found.effective_by_people == pytest.approx(by_people)


def test_many_equal_partners_count_as_many() -> None:
    assert effective_number([0.1] * 10) == pytest.approx(10)


def test_nobody_to_share_people_with_is_no_partner() -> None:
    found = match(Land.of([cell(1, 1, 1, people=0)]), "E23000901", Kind.FIRE)

    assert (found.effective_by_ground, found.effective_by_people) == (1, 0)


def from_both_sides(cells: Sequence[Cell]) -> list[Overlap]:
    found = list(find_overlaps(cells))
    return found + [o.reversed() for o in found]


@given(ANY_CELLS)
def test_a_share_is_between_none_and_all(cells: list[Cell]) -> None:
    for o in find_overlaps(cells):
        assert all(0 < share <= 1 for share in (o.share_of_a, o.share_of_b))
        assert all(0 <= share <= 1 for share in (o.people_share_of_a, o.people_share_of_b))


@given(CELLS_WITHOUT_SPECKS)
def test_the_shares_of_an_area_over_a_layer_add_up_to_all_of_it(cells: list[Cell]) -> None:
    shares: dict[tuple[str, Kind], float] = defaultdict(float)
    for o in from_both_sides(cells):
        shares[o.a_code, o.b_layer] += o.share_of_a

    assert list(shares.values()) == pytest.approx([1] * len(shares), abs=0.001)


@given(CELLS_WITHOUT_SPECKS)
def test_the_shares_of_people_over_a_layer_add_up_to_everybody(cells: list[Cell]) -> None:
    shares: dict[tuple[str, Kind], float] = defaultdict(float)
    for o in from_both_sides(cells):
        shares[o.a_code, o.b_layer] += o.people_share_of_a

    everybody = {
        (code, towards): float(area.people > 0)
        for layer in Kind
        for code, area in areas_of_layer(cells, layer).items()
        for towards in Kind
        if towards is not layer
    }
    assert shares == pytest.approx(everybody, abs=0.001)


@given(ANY_CELLS)
def test_what_is_left_out_is_a_speck_for_both(cells: list[Cell]) -> None:
    counted = overlaps_of(cells)
    police, fire = (areas_of_layer(cells, layer) for layer in (Kind.POLICE, Kind.FIRE))

    for pair in {(c.police_code, c.fire_code) for c in cells} - set(counted):
        shared = Ground.of(c for c in cells if pair == (c.police_code, c.fire_code))
        assert shared.km2 <= SMALLEST_SHARE * min(police[pair[0]].km2, fire[pair[1]].km2) + 1e-9


@given(ANY_CELLS)
def test_saying_it_twice_from_the_other_side_is_saying_it(cells: list[Cell]) -> None:
    found = list(find_overlaps(cells))

    assert [o.reversed().reversed() for o in found] == found


@given(ANY_CELLS)
def test_a_with_b_is_b_with_a(cells: list[Cell]) -> None:
    swapped = [
        c.model_copy(update={"police_code": c.fire_code, "fire_code": c.police_code}) for c in cells
    ]
    mirrored = {
        pair: o.reversed().model_copy(update={"a_layer": Kind.POLICE, "b_layer": Kind.FIRE})
        for pair, o in overlaps_of(cells).items()
        if (o.a_layer, o.b_layer) == (Kind.POLICE, Kind.FIRE)
    }

    found = overlaps_of(swapped)

    assert {pair: found[pair[::-1]] for pair in mirrored} == mirrored


@given(ANY_CELLS.flatmap(lambda cells: st.tuples(st.just(cells), st.permutations(cells))))
def test_the_order_of_cells_changes_nothing(both: tuple[list[Cell], list[Cell]]) -> None:
    one, other = map(Land.of, both)

    assert one.overlaps == other.overlaps
    assert one.coterminosities == other.coterminosities


@given(CELLS_WITHOUT_SPECKS)
def test_the_overlaps_of_two_layers_keep_all_ground_and_everybody(cells: list[Cell]) -> None:
    km2: dict[tuple[Kind, Kind], float] = defaultdict(float)
    people: Counter[tuple[Kind, Kind]] = Counter()
    for o in find_overlaps(cells):
        km2[o.a_layer, o.b_layer] += o.km2
        people[o.a_layer, o.b_layer] += o.people

    assert set(km2) == set(combinations(Kind, 2))
    assert set(km2.values()) == {Ground.of(cells).km2}
    assert set(people.values()) == {Ground.of(cells).people}


@given(ANY_CELLS)
def test_the_areas_of_every_layer_keep_all_ground_and_everybody(cells: list[Cell]) -> None:
    for layer in Kind:
        areas = areas_of_layer(cells, layer).values()

        assert sum(area.km2 for area in areas) == Ground.of(cells).km2
        assert sum(area.people for area in areas) == Ground.of(cells).people


@given(CELLS_WITHOUT_SPECKS)
def test_areas_match_wholly_when_they_are_equal_and_only_then(cells: list[Cell]) -> None:
    for found in Land.of(cells).coterminosities:
        assert (found.iou == 1) is (found.relation is Relation.EQUAL)


@given(CELLS_WITHOUT_SPECKS)
def test_the_effective_number_is_between_one_and_all_partners(cells: list[Cell]) -> None:
    for found in Land.of(cells).coterminosities:
        assert 1 - 1e-9 <= found.effective_by_ground <= found.services + 1e-9
        assert found.effective_by_people <= found.services + 1e-9
