"""A project and an area meet in two ways, and the two are never mixed up.

Toyshire's shares, in districts of 100 km2: Midtoy is 4 of 1,000 people each; Toyshire Ambulance has
9 districts with 12,000 people, Seaside 3 with 4,000 (its Northtoy districts count double).
"""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.meets import Meet, find_meets
from escwg_map.geography.cells import areas_of_layer
from escwg_map.records.partner import Partner
from escwg_map.vocabulary import Kind, PartnerKind, Role

CARDIAC, EASTOY = "cardiac-arrest-southtoy", "co-responding-eastoy"
WESTOY, MIDTOY = "forced-entry-westoy", "shared-hq-midtoy"

# Project, area, whether its service takes part, share of its km2 and of its people reached.
MEETS = (
    (CARDIAC, "E23000903", True, 4 / 4, 4 / 4),
    (CARDIAC, "E31000901", False, 2 / 4, 2 / 4),
    (CARDIAC, "E31000902", False, 2 / 4, 2 / 4),
    (CARDIAC, "RZ1", True, 3 / 9, 3 / 12),
    (CARDIAC, "RZ2", False, 1 / 3, 1 / 4),
    (EASTOY, "E23000902", False, 2 / 4, 2 / 4),
    (EASTOY, "E23000903", False, 2 / 4, 2 / 4),
    (EASTOY, "E31000902", True, 4 / 4, 4 / 4),
    (EASTOY, "RZ1", False, 2 / 9, 2 / 12),
    (EASTOY, "RZ2", True, 2 / 3, 2 / 4),
    (WESTOY, "E23000902", True, 2 / 4, 2 / 4),
    (WESTOY, "E23000903", True, 2 / 4, 2 / 4),
    (WESTOY, "E31000901", True, 4 / 4, 4 / 4),
    (WESTOY, "RZ1", False, 4 / 9, 4 / 12),
    (MIDTOY, "E23000902", True, 4 / 4, 4 / 4),
    (MIDTOY, "E31000901", True, 2 / 4, 2 / 4),
    (MIDTOY, "E31000902", False, 2 / 4, 2 / 4),
    (MIDTOY, "RZ1", False, 3 / 9, 3 / 12),
    (MIDTOY, "RZ2", False, 1 / 3, 1 / 4),
)


@pytest.mark.parametrize("by_hand", MEETS, ids=lambda met: f"{met[0]} and {met[1]}")
def test_meets_as_worked_out_by_hand(
    atlas: Atlas, by_hand: tuple[str, str, bool, float, float]
) -> None:
    project, code, takes_part, km2_share, people_share = by_hand

    meet = meet_of(atlas.meets, project, code)

    assert meet.takes_part is takes_part
    assert meet.reached_share == pytest.approx(km2_share)
    assert meet.reached_people_share == pytest.approx(people_share)


def meet_of(meets: tuple[Meet, ...], project: str, code: str) -> Meet:
    (found,) = (meet for meet in meets if (meet.project, meet.code) == (project, code))
    return found


def test_nothing_else_meets(atlas: Atlas) -> None:
    assert len(atlas.meets) == len(MEETS)


def test_meets_come_by_project_then_layer_then_code(atlas: Atlas) -> None:
    assert [(meet.project, meet.code) for meet in atlas.meets] == [meet[:2] for meet in MEETS]


def test_an_area_beyond_the_footprint_may_take_part_without_being_reached(atlas: Atlas) -> None:
    northtoy = Partner(
        project=MIDTOY,
        service="E31000903",
        name="Northtoy Fire",
        kind=PartnerKind.FIRE,
        role=Role.FORMER,
    )

    meets = find_meets(atlas.projects, [*atlas.register.partners, northtoy], atlas.cells)

    meet = meet_of(tuple(meets), MIDTOY, "E31000903")
    assert (meet.takes_part, meet.reaches, meet.reached_share) == (True, False, 0)


def test_an_area_in_the_footprint_may_be_reached_without_taking_part(atlas: Atlas) -> None:
    meet = meet_of(atlas.meets, MIDTOY, "RZ2")

    assert (meet.takes_part, meet.reaches) == (False, True)


def test_without_partners_projects_reach_just_as_far(atlas: Atlas) -> None:
    meets = list(find_meets(atlas.projects, [], atlas.cells))

    assert not any(meet.takes_part for meet in meets)
    assert [meet.reached_share for meet in meets] == [meet.reached_share for meet in atlas.meets]


def test_a_partner_that_is_no_service_meets_no_area(atlas: Atlas) -> None:
    council = [partner for partner in atlas.register.partners if not partner.service]

    meets = find_meets(atlas.projects, council, atlas.cells)

    assert not any(meet.takes_part for meet in meets)


@pytest.mark.parametrize(
    ("layer", "areas"),
    [
        (
            Kind.POLICE,
            {"E23000901": (400, 8000), "E23000902": (400, 4000), "E23000903": (400, 4000)},
        ),
        (
            Kind.FIRE,
            {"E31000901": (400, 4000), "E31000902": (400, 4000), "E31000903": (400, 8000)},
        ),
        (Kind.AMBULANCE, {"RZ1": (900, 12_000), "RZ2": (300, 4000)}),
    ],
)
def test_adds_up_the_ground_of_every_area(
    atlas: Atlas, layer: Kind, areas: dict[str, tuple[float, int]]
) -> None:
    found = areas_of_layer(atlas.cells, layer)

    assert list(found) == sorted(areas)
    assert {c: (round(g.km2, 6), g.people) for c, g in found.items()} == areas
