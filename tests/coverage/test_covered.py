"""How far themes and schemes reach.

Toyshire has 16,000 people on 1,200 km2. Southtoy (the cardiac arrests), Eastoy (co-responding),
Westoy (forced entry) and Midtoy (the headquarters) have 4,000 people on 400 km2 each; Southtoy and
Eastoy have two districts in common.
"""

from collections.abc import Sequence

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import ANY, UNDER_WAY, Coverage, find_coverage
from escwg_map.coverage.grouping import by_scheme
from escwg_map.geography.cells import Cell
from escwg_map.records.project import Project
from escwg_map.vocabulary import Status

FIRST, DEMAND, ESTATES = "first-response", "demand", "estates"

# Theme, status, projects, people, km2. First response: 4,000 and 4,000 people, 2,000 of them twice.
COVERED = (
    (FIRST, "live", 2, 6000, 600),
    (FIRST, UNDER_WAY, 2, 6000, 600),
    (FIRST, ANY, 2, 6000, 600),
    (DEMAND, "pilot", 1, 4000, 400),
    (DEMAND, UNDER_WAY, 1, 4000, 400),
    (DEMAND, ANY, 1, 4000, 400),
    (ESTATES, "planned", 1, 4000, 400),
    (ESTATES, UNDER_WAY, 0, 0, 0),
    (ESTATES, ANY, 1, 4000, 400),
)

Key = tuple[str, str]


def covered(
    atlas: Atlas, *, projects: Sequence[Project] | None = None, cells: Sequence[Cell] | None = None
) -> dict[Key, Coverage]:
    """The coverage of every theme, by theme and status."""
    found = find_coverage(
        list(atlas.themes),
        atlas.projects if projects is None else projects,
        atlas.cells if cells is None else cells,
    )
    return {(c.theme, c.status): c for c in found}


@pytest.mark.parametrize("by_hand", COVERED, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_theme_reaches_as_far_as_worked_out_by_hand(
    atlas: Atlas, by_hand: tuple[str, str, int, int, float]
) -> None:
    theme, status, projects, people, km2 = by_hand

    found = covered(atlas)[theme, status]

    assert (found.projects, found.people) == (projects, people)
    assert found.km2 == pytest.approx(km2)


def test_people_in_two_footprints_count_once(atlas: Atlas) -> None:
    one, other = (
        find_coverage([FIRST], [atlas.project(project)], atlas.cells)
        for project in ("cardiac-arrest-southtoy", "co-responding-eastoy")
    )
    apart = sum(c.people for c in (*one, *other) if c.status == ANY)

    assert (apart, covered(atlas)[FIRST, ANY].people) == (8000, 6000)


def test_shares_are_of_everybody_and_of_all_ground(atlas: Atlas) -> None:
    found = covered(atlas)[FIRST, ANY]

    assert found.people_share == pytest.approx(6000 / 16_000)
    assert found.km2_share == pytest.approx(600 / 1200)


def test_a_status_without_projects_is_left_out_and_the_sums_never(atlas: Atlas) -> None:
    assert [status for theme, status in covered(atlas) if theme == "wider"] == [UNDER_WAY, ANY]


def test_a_theme_without_projects_reaches_nobody(atlas: Atlas) -> None:
    found = covered(atlas)["wider", ANY]

    assert (found.projects, found.people, found.people_share, found.km2_share) == (0, 0, 0, 0)


def test_themes_and_statuses_keep_their_order(atlas: Atlas) -> None:
    keys = list(covered(atlas))

    assert keys[:9] == [row[:2] for row in COVERED]
    assert list(dict(keys)) == list(atlas.themes)


def first_response_as(atlas: Atlas, *statuses: Status) -> list[Project]:
    """The two projects of first response, each given a status."""
    both = [atlas.project("cardiac-arrest-southtoy"), atlas.project("co-responding-eastoy")]
    return [
        project.model_copy(update={"status": status})
        for project, status in zip(both, statuses, strict=True)
    ]


def test_live_and_pilot_are_under_way_and_what_is_planned_is_not(atlas: Atlas) -> None:
    live_and_planned = first_response_as(atlas, Status.LIVE, Status.PLANNED)

    found = covered(atlas, projects=live_and_planned)

    # Southtoy alone, then Southtoy and Eastoy.
    assert (found[FIRST, UNDER_WAY].people, found[FIRST, ANY].people) == (4000, 6000)


def test_a_sum_of_statuses_counts_people_once_too(atlas: Atlas) -> None:
    live_and_pilot = first_response_as(atlas, Status.LIVE, Status.PILOT)

    found = covered(atlas, projects=live_and_pilot)

    assert [found[FIRST, status].people for status in ("live", "pilot")] == [4000, 4000]
    assert found[FIRST, UNDER_WAY].people == 6000


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.EXPLORING, Status.PLANNED])
def test_what_has_ended_or_not_begun_counts_among_any_only(atlas: Atlas, status: Status) -> None:
    found = covered(atlas, projects=first_response_as(atlas, status, status))

    assert (found[FIRST, UNDER_WAY].people, found[FIRST, ANY].people) == (0, 6000)


def test_schemes_are_measured_by_their_key(atlas: Atlas) -> None:
    schemes = ["cardiac-arrest", "co-responding", "joint-control-rooms"]

    found = find_coverage(schemes, atlas.projects, atlas.cells, key=by_scheme)

    assert [(c.theme, c.people) for c in found if c.status == ANY] == [
        ("cardiac-arrest", 4000),
        ("co-responding", 4000),
        ("joint-control-rooms", 0),
    ]


def test_in_the_cells_of_an_area_shares_are_of_that_area(atlas: Atlas) -> None:
    midtoy = [cell for cell in atlas.cells if cell.police_code == "E23000902"]

    found = covered(atlas, cells=midtoy)[FIRST, ANY]

    # Of Midtoy's four districts the eastern two lie in Eastoy.
    assert (found.people, found.people_share) == (2000, 0.5)
    assert (found.km2, found.km2_share) == pytest.approx((200, 0.5))


def test_in_one_cell_a_theme_reaches_all_or_nothing(atlas: Atlas) -> None:
    cell = atlas.cell("E23000902-E31000901-RZ1")

    found = covered(atlas, cells=[cell])

    shares = {theme: found[theme, ANY].people_share for theme in (FIRST, DEMAND, ESTATES)}
    assert shares == {FIRST: 0, DEMAND: 1, ESTATES: 1}


def test_nowhere_at_all_nobody_is_reached(atlas: Atlas) -> None:
    found = covered(atlas, cells=[])[FIRST, ANY]

    assert (found.people, found.people_share, found.km2_share) == (0, 0, 0)
