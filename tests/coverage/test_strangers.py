"""Services that share ground but no project."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.strangers import find_lonely_cells, find_strangers
from escwg_map.records.partner import Partner
from escwg_map.vocabulary import PartnerKind, Role

NORTHTOY, MIDTOY, SOUTHTOY = "E23000901", "E23000902", "E23000903"
WESTOY, EASTOY, NORTHTOY_FIRE = "E31000901", "E31000902", "E31000903"
TOYSHIRE, SEASIDE = "RZ1", "RZ2"

# Sixteen pairs share ground. Four of them share a project, too: Southtoy and Toyshire Ambulance
# (cardiac arrests), Eastoy and Seaside (co-responding), Westoy and either force (forced entry).
# Districts have 1,000 people each, in Northtoy 2,000.
STRANGERS = [
    (NORTHTOY, NORTHTOY_FIRE, 8000),
    (NORTHTOY, TOYSHIRE, 6000),
    (NORTHTOY_FIRE, TOYSHIRE, 6000),
    (WESTOY, TOYSHIRE, 4000),
    (MIDTOY, TOYSHIRE, 3000),
    (NORTHTOY, SEASIDE, 2000),
    (MIDTOY, EASTOY, 2000),
    (SOUTHTOY, EASTOY, 2000),
    (EASTOY, TOYSHIRE, 2000),
    (NORTHTOY_FIRE, SEASIDE, 2000),
    (MIDTOY, SEASIDE, 1000),
    (SOUTHTOY, SEASIDE, 1000),
]


def pairs(atlas: Atlas, partners: list[Partner]) -> list[tuple[str, str]]:
    return [(o.a_code, o.b_code) for o in find_strangers(atlas.land.overlaps, partners)]


def partner(project: str, service: str, kind: PartnerKind, role: Role = Role.PARTNER) -> Partner:
    return Partner(project=project, service=service, name="A service", kind=kind, role=role)


def test_finds_the_pairs_worked_out_by_hand_most_people_first(atlas: Atlas) -> None:
    found = find_strangers(atlas.land.overlaps, atlas.register.partners)

    assert [(o.a_code, o.b_code, o.people) for o in found] == STRANGERS


def test_where_nobody_takes_part_all_who_share_ground_are_strangers(atlas: Atlas) -> None:
    assert len(pairs(atlas, [])) == 16


def test_an_inferred_partner_takes_part(atlas: Atlas) -> None:
    # Westoy is an inferred partner of Midtoy's headquarters.
    headquarters = [p for p in atlas.register.partners if p.project == "shared-hq-midtoy"]

    assert (MIDTOY, WESTOY) not in pairs(atlas, headquarters)


def test_a_former_partner_takes_part(atlas: Atlas) -> None:
    both = [
        partner("shared-hq-midtoy", MIDTOY, PartnerKind.POLICE),
        partner("shared-hq-midtoy", EASTOY, PartnerKind.FIRE, Role.FORMER),
    ]

    assert (MIDTOY, EASTOY) not in pairs(atlas, both)


def test_projects_of_their_own_make_nobody_acquainted(atlas: Atlas) -> None:
    each = [
        partner("cardiac-arrest-southtoy", NORTHTOY, PartnerKind.POLICE),
        partner("co-responding-eastoy", NORTHTOY_FIRE, PartnerKind.FIRE),
    ]

    assert (NORTHTOY, NORTHTOY_FIRE) in pairs(atlas, each)


def test_a_council_in_both_projects_makes_nobody_acquainted(atlas: Atlas) -> None:
    council = Partner(
        project="forced-entry-westoy", name="Council", kind=PartnerKind.COUNCIL, role=Role.PARTNER
    )

    assert len(pairs(atlas, [council])) == 16


def test_those_who_share_no_ground_are_not_asked_about(atlas: Atlas) -> None:
    # Northtoy and Westoy share neither ground nor project.
    found = pairs(atlas, list(atlas.register.partners))

    assert (NORTHTOY, WESTOY) not in found


def test_no_cell_of_toyshire_has_a_project_of_all_three(atlas: Atlas) -> None:
    assert list(find_lonely_cells(atlas.cells, atlas.register.partners)) == list(atlas.cells)


def test_a_project_of_all_three_services_keeps_their_cells_company(atlas: Atlas) -> None:
    # Forced entry has both forces and Westoy; with the trust, Westoy's two cells have all three.
    trust = partner("forced-entry-westoy", TOYSHIRE, PartnerKind.AMBULANCE, Role.INFERRED)

    lonely = find_lonely_cells(atlas.cells, [*atlas.register.partners, trust])

    kept = {cell.id for cell in atlas.cells} - {cell.id for cell in lonely}
    assert kept == {"E23000902-E31000901-RZ1", "E23000903-E31000901-RZ1"}


def test_three_projects_of_two_services_each_leave_a_cell_lonely(atlas: Atlas) -> None:
    two_by_two = [
        partner("cardiac-arrest-southtoy", MIDTOY, PartnerKind.POLICE),
        partner("cardiac-arrest-southtoy", WESTOY, PartnerKind.FIRE),
        partner("co-responding-eastoy", WESTOY, PartnerKind.FIRE),
        partner("co-responding-eastoy", TOYSHIRE, PartnerKind.AMBULANCE),
        partner("shared-hq-midtoy", TOYSHIRE, PartnerKind.AMBULANCE),
        partner("shared-hq-midtoy", MIDTOY, PartnerKind.POLICE),
    ]

    lonely = {cell.id for cell in find_lonely_cells(atlas.cells, two_by_two)}

    assert "E23000902-E31000901-RZ1" in lonely
