"""Who near an area fills its gaps already, as people read it."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.peers import Nearness, Peer
from escwg_map.records.partner import Partner
from escwg_map.tables.columns import GroupedTable, Target
from escwg_map.tables.peers import NEAREST, peers_table, project_peers_table, reason
from escwg_map.vocabulary import Kind, PartnerKind, Role

CARDIAC = "Police officers answer cardiac arrests in Southtoy"
EASTOY = "Firefighters answer medical calls in Eastoy"


@pytest.fixture(scope="module")
def near_northtoy(atlas: Atlas) -> GroupedTable:
    """Who near Northtoy does something of first response."""
    return peers_table(atlas, "E23000901", [atlas.themes["first-response"]])


def test_says_what_it_lists(near_northtoy: GroupedTable) -> None:
    said = "Who near this area does already what is not recorded here"

    assert near_northtoy.caption == said
    assert [group.theme.id for group in near_northtoy.groups] == ["first-response"]


def test_says_who_why_and_with_which_projects(near_northtoy: GroupedTable) -> None:
    rows = {row[0].text: (row[1].text, row[2].text) for row in near_northtoy.rows}

    assert rows == {
        "Toyshire Ambulance": ("shares ground with this area", CARDIAC),
        "Seaside Ambulance": ("shares ground with this area", EASTOY),
        "Eastoy Fire": ("shares a border with this area", EASTOY),
        "Southtoy Police": ("has the same ambulance trust", CARDIAC),
    }


def test_the_nearest_come_first(near_northtoy: GroupedTable) -> None:
    assert [row[0].text for row in near_northtoy.rows][2:] == ["Eastoy Fire", "Southtoy Police"]


def test_points_to_the_area_of_each(near_northtoy: GroupedTable) -> None:
    targets = [part.target for row in near_northtoy.rows for part in row[0].parts]

    assert Target("area", "fire/E31000902") in targets


def test_points_to_each_project(near_northtoy: GroupedTable) -> None:
    targets = {part.target for row in near_northtoy.rows for part in row[2].parts}

    assert targets == {
        Target("project", "cardiac-arrest-southtoy"),
        Target("project", "co-responding-eastoy"),
    }


def test_lists_no_more_than_the_nearest_few(atlas: Atlas) -> None:
    everyone = tuple(
        Partner(
            project="co-responding-eastoy",
            service=service.code,
            name=service.name,
            kind=PartnerKind(service.kind),
            role=Role.PARTNER,
        )
        for service in atlas.services.values()
    )
    register = atlas.register.model_copy(update={"partners": everyone})
    crowded = Atlas(register, atlas.land, atlas.markers, atlas.meets)

    table = peers_table(crowded, "E23000901", [atlas.themes["first-response"]])

    # Seven others take part.
    assert sum(len(row[0].parts) for row in table.rows) == NEAREST == 5


def test_services_with_the_same_reason_and_projects_share_a_row(atlas: Atlas) -> None:
    # Midtoy Police shares ground with both of the project's partners.
    partners = [p for p in atlas.register.partners if p.project == "co-responding-eastoy"]
    register = atlas.register.model_copy(update={"partners": tuple(partners)})
    changed = Atlas(register, atlas.land, atlas.markers, atlas.meets)

    (row,) = peers_table(changed, "E23000902", [atlas.themes["first-response"]]).rows

    assert [cell.text for cell in row[:2]] == [
        "Eastoy Fire and Seaside Ambulance",
        "share ground with this area",
    ]


def test_a_theme_without_projects_lists_nobody(atlas: Atlas) -> None:
    assert peers_table(atlas, "E23000901", [atlas.themes["wider"]]).groups == ()


def test_several_projects_are_listed_in_words(atlas: Atlas) -> None:
    also = Partner(
        project="cardiac-arrest-southtoy",
        service="E31000902",
        name="Eastoy Fire",
        kind=PartnerKind.FIRE,
        role=Role.INFERRED,
    )
    register = atlas.register.model_copy(update={"partners": (*atlas.register.partners, also)})
    more = Atlas(register, atlas.land, atlas.markers, atlas.meets)

    rows = peers_table(more, "E23000901", [atlas.themes["first-response"]]).rows

    assert {row[0].text: row[2].text for row in rows}["Eastoy Fire"] == f"{CARDIAC} and {EASTOY}"


@pytest.mark.parametrize(
    ("nearness", "said"),
    [
        (Nearness.SHARES_GROUND, "shares ground with this area"),
        (Nearness.SHARES_A_BORDER, "shares a border with this area"),
        (Nearness.SHARES_A_TRUST, "has the same ambulance trust"),
        (Nearness.ELSEWHERE, "about 1,041 km away"),
    ],
)
def test_says_why_a_peer_is_listed(nearness: Nearness, said: str) -> None:
    peer = Peer(
        code="RZ1", layer=Kind.AMBULANCE, nearness=nearness, distance_km=1040.6, projects=("a",)
    )

    assert reason(peer) == said


def test_the_nearest_projects_of_the_same_theme_are_listed(atlas: Atlas) -> None:
    table = project_peers_table(atlas, atlas.project("cardiac-arrest-southtoy"))

    assert table.caption == "The nearest other projects of First response and co-responding"
    assert [[cell.text for cell in row] for row in table.rows] == [
        [EASTOY, "Live", "shares ground with this one", "Eastoy Fire and Seaside Ambulance"]
    ]
