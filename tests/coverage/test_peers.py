"""Who near an area does something already.

A country of five cells, each with a police and a fire area: Home, its neighbour Next, Trust with
Home's ambulance trust, and Far and Farther with another's. Middles are in metres from Home's.
"""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.peers import (
    Nearness,
    Peer,
    ProjectPeer,
    find_peers,
    find_project_peers,
    nearness,
)
from escwg_map.geography.cells import Cell
from escwg_map.geography.land import Land
from escwg_map.records.codes import kind_of
from escwg_map.records.partner import Partner
from escwg_map.vocabulary import Kind, PartnerKind, Role


def cell(number: int, ambulance: str) -> Cell:
    return Cell(
        police_code=f"E2300090{number}",
        fire_code=f"E3100090{number}",
        ambulance_code=ambulance,
        km2=100,
        people=1000,
    )


CELLS = (cell(1, "RZ1"), cell(2, "RZ2"), cell(3, "RZ1"), cell(4, "RZ3"), cell(5, "RZ3"))
HOME, NEXT, TRUST, FAR, FARTHER = (made.police_code for made in CELLS)
HOME_FIRE, NEXT_FIRE, TRUST_FIRE, *_ = (made.fire_code for made in CELLS)
PLACES = ((0, 0), (10_000, 0), (90_000, 120_000), (30_000, 40_000), (60_000, 80_000))
LAND = Land.of(
    CELLS,
    borders=[(CELLS[0].id, CELLS[1].id)],
    middles={
        code: place
        for made, place in zip(CELLS, PLACES, strict=True)
        for code in (*made.codes[:2], made.ambulance_code)
    },
)
CARDIAC, EASTOY, HEADQUARTERS = (
    "cardiac-arrest-southtoy",
    "co-responding-eastoy",
    "shared-hq-midtoy",
)


def partner(service: str, project: str = CARDIAC, role: Role = Role.PARTNER) -> Partner:
    kind = PartnerKind(kind_of(service))
    return Partner(project=project, service=service, name="A service", kind=kind, role=role)


def peers_of(atlas: Atlas, *partners: Partner, code: str = HOME) -> list[Peer]:
    """The peers of Home for first response, where these take part."""
    return find_peers(code, "first-response", atlas.projects, partners, LAND)


@pytest.mark.parametrize(
    ("other", "how_near"),
    [
        (HOME_FIRE, Nearness.SHARES_GROUND),
        ("RZ1", Nearness.SHARES_GROUND),
        (NEXT, Nearness.SHARES_A_BORDER),
        (NEXT_FIRE, Nearness.SHARES_A_BORDER),
        ("RZ2", Nearness.SHARES_A_BORDER),
        (TRUST, Nearness.SHARES_A_TRUST),
        (TRUST_FIRE, Nearness.SHARES_A_TRUST),
        (FAR, Nearness.ELSEWHERE),
        ("RZ3", Nearness.ELSEWHERE),
    ],
)
def test_tells_how_near_a_service_is(other: str, how_near: Nearness) -> None:
    assert nearness(HOME, other, LAND) is how_near
    assert nearness(other, HOME, LAND) is how_near


def test_the_nearest_come_first_then_the_least_distant(atlas: Atlas) -> None:
    found = peers_of(atlas, *(partner(c) for c in (FARTHER, FAR, TRUST, NEXT, HOME_FIRE)))

    # Trust is 150 km away (90, 120), Far 50 km (30, 40), Farther 100 km (60, 80).
    assert [(peer.code, peer.distance_km) for peer in found] == [
        (HOME_FIRE, 0),
        (NEXT, 10),
        (TRUST, 150),
        (FAR, 50),
        (FARTHER, 100),
    ]


def test_each_says_why_it_is_listed(atlas: Atlas) -> None:
    found = peers_of(atlas, partner(HOME_FIRE), partner(NEXT), partner(TRUST), partner(FAR))

    assert [peer.nearness for peer in found] == list(Nearness)


def test_as_near_and_as_distant_the_codes_decide(atlas: Atlas) -> None:
    found = peers_of(atlas, partner(NEXT_FIRE), partner(NEXT))

    assert [peer.code for peer in found] == [NEXT, NEXT_FIRE]


def test_each_names_its_projects_of_the_theme_once_and_in_order(atlas: Atlas) -> None:
    found = peers_of(
        atlas, partner(NEXT, EASTOY), partner(NEXT), partner(NEXT), partner(NEXT, HEADQUARTERS)
    )

    # The headquarters is of another theme.
    assert [peer.projects for peer in found] == [(CARDIAC, EASTOY)]


def test_never_lists_the_area_itself(atlas: Atlas) -> None:
    assert peers_of(atlas, partner(HOME)) == []


def test_does_not_list_who_takes_part_in_other_themes_only(atlas: Atlas) -> None:
    assert peers_of(atlas, partner(NEXT, HEADQUARTERS)) == []


@pytest.mark.parametrize("role", Role)
def test_lists_partners_in_every_role(atlas: Atlas, role: Role) -> None:
    (peer,) = peers_of(atlas, partner(NEXT, role=role))

    assert peer.code == NEXT


def test_does_not_list_bodies_that_are_no_services(atlas: Atlas) -> None:
    council = Partner(project=CARDIAC, name="Council", kind=PartnerKind.COUNCIL, role=Role.PARTNER)

    assert peers_of(atlas, council) == []


def test_does_not_list_services_without_ground(atlas: Atlas) -> None:
    assert peers_of(atlas, partner("E31000999")) == []


def test_tells_the_layer_of_each(atlas: Atlas) -> None:
    found = peers_of(atlas, partner("RZ1"), partner(HOME_FIRE), partner(NEXT))

    assert {peer.code: peer.layer for peer in found} == {
        "RZ1": Kind.AMBULANCE,
        HOME_FIRE: Kind.FIRE,
        NEXT: Kind.POLICE,
    }


def test_a_trust_may_ask_too(atlas: Atlas) -> None:
    found = peers_of(atlas, partner(TRUST), partner(NEXT), partner(FAR), code="RZ1")

    assert [(peer.code, peer.nearness) for peer in found] == [
        (TRUST, Nearness.SHARES_GROUND),
        (NEXT, Nearness.SHARES_A_BORDER),
        (FAR, Nearness.ELSEWHERE),
    ]


def test_who_is_near_northtoy_is_worked_out_by_hand(atlas: Atlas) -> None:
    found = find_peers(
        "E23000901", "first-response", atlas.projects, atlas.register.partners, atlas.land
    )

    # Eastoy has the row below Northtoy; Southtoy lies a row further, and has both trusts as well.
    near = {peer.code: peer.nearness for peer in found}
    assert near == {
        "RZ1": Nearness.SHARES_GROUND,
        "RZ2": Nearness.SHARES_GROUND,
        "E31000902": Nearness.SHARES_A_BORDER,
        "E23000903": Nearness.SHARES_A_TRUST,
    }


def likes_of(atlas: Atlas, *grounds: tuple[str, ...], related: str = "") -> list[ProjectPeer]:
    """The peers of a project at Home, where others of its theme have these grounds."""
    model = atlas.project(CARDIAC)
    home = model.model_copy(update={"areas": (HOME,), "related": (related,)})
    others = [
        model.model_copy(update={"id": f"other-{number}", "areas": ground})
        for number, ground in enumerate(grounds)
    ]
    return find_project_peers(home, [home, *others], LAND)


def test_projects_are_listed_nearest_first_with_the_reason(atlas: Atlas) -> None:
    found = likes_of(atlas, (FAR,), (TRUST,), (NEXT,), (HOME_FIRE,))

    assert [(peer.project.id, peer.nearness) for peer in found] == [
        ("other-3", Nearness.SHARES_GROUND),
        ("other-2", Nearness.SHARES_A_BORDER),
        ("other-1", Nearness.SHARES_A_TRUST),
        ("other-0", Nearness.ELSEWHERE),
    ]


def test_a_project_is_as_near_as_the_nearest_of_its_areas(atlas: Atlas) -> None:
    (found,) = likes_of(atlas, (FARTHER, FAR))

    assert found.distance_km == 50


def test_a_project_is_no_peer_of_itself_told_again(atlas: Atlas) -> None:
    assert likes_of(atlas, (NEXT,), related="other-0") == []


def test_projects_of_other_themes_are_no_peers(atlas: Atlas) -> None:
    headquarters = atlas.project(HEADQUARTERS)

    assert find_project_peers(headquarters, atlas.projects, atlas.land) == []
