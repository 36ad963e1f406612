"""Everything known, and every question that it answers, asked of Toyshire."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from escwg_map.atlas import Atlas
from escwg_map.errors import NotRecorded
from escwg_map.records.project import Project
from escwg_map.vocabulary import Kind

CARDIAC, EASTOY = "cardiac-arrest-southtoy", "co-responding-eastoy"
WESTOY, MIDTOY = "forced-entry-westoy", "shared-hq-midtoy"


def ids(projects: list[Project] | tuple[Project, ...]) -> list[str]:
    return [project.id for project in projects]


@pytest.fixture(scope="module")
def demand_only(atlas: Atlas) -> Atlas:
    """The atlas narrowed to the one project of demand, in Westoy."""
    return atlas.narrowed_to(p for p in atlas.projects if p.theme == "demand")


def test_lists_projects_in_the_order_of_their_ids(atlas: Atlas) -> None:
    assert ids(atlas.projects) == [CARDIAC, EASTOY, WESTOY, MIDTOY]


def test_knows_themes_in_their_fixed_order(atlas: Atlas) -> None:
    assert list(atlas.themes) == [
        *("first-response", "demand", "estates", "control-rooms"),
        *("alliances", "information", "wider"),
    ]


def test_knows_schemes_by_id(atlas: Atlas) -> None:
    assert atlas.schemes["shared-hq"].name == "Shared HQ"


def test_knows_services_by_code(atlas: Atlas) -> None:
    assert atlas.services["RZ2"].name == "Seaside Ambulance"


def test_finds_a_project(atlas: Atlas) -> None:
    assert atlas.project(WESTOY).place == "Toytown"


def test_finds_an_area_s_service(atlas: Atlas) -> None:
    assert atlas.area(Kind.FIRE, "E31000901").name == "Westoy Fire"


def test_finds_a_cell(atlas: Atlas) -> None:
    assert atlas.cell("E23000902-E31000902-RZ2").people == 1000


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (
            lambda atlas: atlas.project("forced-entry"),
            "The register holds no project with the id 'forced-entry'.",
        ),
        (
            lambda atlas: atlas.area(Kind.POLICE, "E31000901"),
            "There is no area with the code 'E31000901' among the police force areas.",
        ),
        (
            lambda atlas: atlas.cell("E23000901-E31000901-RZ1"),
            "There is no cell 'E23000901-E31000901-RZ1': its three services share no ground.",
        ),
    ],
    ids=["project", "area of another layer", "cell"],
)
def test_says_what_it_does_not_hold(
    atlas: Atlas, ask: Callable[[Atlas], object], answer: str
) -> None:
    with pytest.raises(NotRecorded) as refused:
        ask(atlas)
    assert str(refused.value) == answer


def test_lists_partners_services_first_then_other_bodies(atlas: Atlas) -> None:
    names = [partner.name for partner in atlas.partners_of(atlas.project(WESTOY))]

    assert names == ["Midtoy Police", "Southtoy Police", "Westoy Fire", "Toytown Council"]


def test_lists_the_figures_of_a_project(atlas: Atlas) -> None:
    figures = atlas.figures_of(atlas.project(CARDIAC))

    assert [figure.value for figure in figures] == [12, 40]


def test_a_project_without_figures_has_none(atlas: Atlas) -> None:
    assert atlas.figures_of(atlas.project(EASTOY)) == []


def test_lists_the_areas_that_a_project_meets(atlas: Atlas) -> None:
    codes = [meet.code for meet in atlas.meets_of(atlas.project(WESTOY))]

    assert codes == ["E23000902", "E23000903", "E31000901", "RZ1"]


def test_lists_the_projects_that_an_area_meets(atlas: Atlas) -> None:
    projects = [meet.project for meet in atlas.meets_in(Kind.AMBULANCE, "RZ2")]

    assert projects == [CARDIAC, EASTOY, MIDTOY]


@pytest.mark.parametrize(
    ("layer", "code"),
    [(Kind.POLICE, "E23000901"), (Kind.FIRE, "E31000903")],
    ids=["the police's", "the fire service's"],
)
def test_northtoy_meets_no_project_under_either_of_its_codes(
    atlas: Atlas, layer: Kind, code: str
) -> None:
    assert atlas.meets_in(layer, code) == []


@pytest.mark.parametrize(
    ("cell", "projects"),
    [
        ("E23000903-E31000902-RZ2", [CARDIAC, EASTOY]),
        ("E23000902-E31000902-RZ1", [EASTOY, MIDTOY]),
        ("E23000902-E31000901-RZ1", [WESTOY, MIDTOY]),
        ("E23000901-E31000903-RZ1", []),
    ],
    ids=["Saltness", "Kingsmere", "Toytown", "Highmoor"],
)
def test_lists_the_projects_that_reach_a_place(
    atlas: Atlas, cell: str, projects: list[str]
) -> None:
    assert ids(atlas.projects_in(atlas.cell(cell))) == projects


def test_lists_the_themes_of_each_area_in_their_fixed_order(atlas: Atlas) -> None:
    assert atlas.themes_by_area(Kind.POLICE) == {
        "E23000901": (),
        "E23000902": ("first-response", "demand", "estates"),
        "E23000903": ("first-response", "demand"),
    }


def test_counts_projects_by_theme(atlas: Atlas) -> None:
    assert atlas.count_by_theme() == {"first-response": 2, "demand": 1, "estates": 1}


def test_knows_the_ground_of_an_area(atlas: Atlas) -> None:
    seaside = atlas.areas(Kind.AMBULANCE)["RZ2"]

    assert (round(seaside.km2, 6), seaside.people) == (300, 4000)


def test_an_atlas_does_not_change(atlas: Atlas) -> None:
    with pytest.raises(FrozenInstanceError):
        atlas.meets = ()  # type: ignore[misc] # it is just what must not work


def test_narrowing_keeps_what_belongs_to_the_projects_kept(demand_only: Atlas) -> None:
    register = demand_only.register

    assert ids(register.projects) == [WESTOY]
    assert {partner.project for partner in register.partners} == {WESTOY}
    assert {figure.project for figure in register.figures} == {WESTOY}
    assert {marker.project for marker in demand_only.markers} == {WESTOY}
    assert {meet.project for meet in demand_only.meets} == {WESTOY}


def test_narrowing_keeps_the_ground_and_the_vocabulary(atlas: Atlas, demand_only: Atlas) -> None:
    assert demand_only.cells == atlas.cells
    assert demand_only.services == atlas.services
    assert demand_only.themes == atlas.themes


def test_narrowing_answers_afresh(atlas: Atlas, demand_only: Atlas) -> None:
    assert atlas.themes_by_area(Kind.FIRE)["E31000902"] == ("first-response", "estates")
    assert demand_only.themes_by_area(Kind.FIRE)["E31000902"] == ()


def test_what_was_narrowed_away_is_not_found(demand_only: Atlas) -> None:
    with pytest.raises(NotRecorded):
        demand_only.project(CARDIAC)


def test_narrowing_does_not_change_the_atlas(atlas: Atlas) -> None:
    atlas.narrowed_to([])

    assert len(atlas.projects) == 4


def test_narrowed_to_nothing_it_still_knows_every_area(atlas: Atlas) -> None:
    nothing = atlas.narrowed_to([])

    assert set(nothing.themes_by_area(Kind.POLICE).values()) == {()}
    assert nothing.count_by_theme().total() == 0


def test_markers_stand_where_the_overview_names_the_place(atlas: Atlas) -> None:
    markers = {marker.project: marker for marker in atlas.markers}

    assert (markers[WESTOY].longitude, markers[WESTOY].latitude) == (-1.7943, 52.7145)
    assert [project for project, marker in markers.items() if marker.placed] == [WESTOY]
