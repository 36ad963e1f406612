"""Points inside and outside the footprints of projects, worked out by hand in Toyshire."""

from collections.abc import Iterable

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.grouping import by_scheme
from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.disclosure import Disclosure
from escwg_map.demand.report import Per, Row, report
from escwg_map.demand.rule import EXACT
from escwg_map.selection import Selection

SOUTH, MID, NORTH = "E23000903", "E23000902", "E23000901"
WESTOY, EASTOY = "E31000901", "E31000902"

# Points in the cells of Toyshire, and what each weighs.
POINTS = {
    f"{SOUTH}-{WESTOY}-RZ1": (10, 1.0),
    f"{SOUTH}-{EASTOY}-RZ1": (20, 1.0),
    f"{SOUTH}-{EASTOY}-RZ2": (40, 2.5),
    f"{MID}-{WESTOY}-RZ1": (80, 1.0),
    f"{MID}-{EASTOY}-RZ2": (160, 1.0),
    f"{NORTH}-E31000903-RZ1": (320, 1.0),
}


def counts(*categories: str) -> Counts:
    """The points once in each category."""
    rows = [
        CellCount(police, fire, ambulance, category, points, points * weight)
        for cell, (points, weight) in POINTS.items()
        for police, fire, ambulance in [cell.split("-")]
        for category in categories or ("",)
    ]
    return Counts(tuple(sorted(rows)), elsewhere=3, faulty=1, source="1 file")


def rows(atlas: Atlas, *per: Per, counted: Counts | None = None, **options: object) -> list[Row]:
    sums = Disclosure.of(counted or counts(), EXACT)
    return list(report(atlas, sums, per or (Per.ALL,), **options))  # type: ignore[arg-type]


def one(found: Iterable[Row], **wanted: str) -> Row:
    (row,) = (
        row for row in found if all(getattr(row, name) == text for name, text in wanted.items())
    )
    return row


def test_points_are_parted_by_the_footprints_of_a_theme(atlas: Atlas) -> None:
    # First response is live in Southtoy (70 points) and in Eastoy, which adds Midtoy's 160.
    row = one(rows(atlas), theme="first-response", status="live")

    assert (row.points, row.inside, row.outside) == (630, 230, 400)
    assert row.projects == 2
    assert row.inside_share == pytest.approx(230 / 630)


def test_weights_are_parted_likewise(atlas: Atlas) -> None:
    row = one(rows(atlas), theme="first-response", status="live")

    assert (row.weight, row.weight_inside, row.weight_outside) == (690, 290, 400)


def test_a_theme_without_projects_leaves_everything_outside(atlas: Atlas) -> None:
    row = one(rows(atlas), theme="wider", status="any")

    assert (row.projects, row.inside, row.outside, row.inside_share) == (0, 0, 630, 0)


def test_statuses_are_those_of_coverage(atlas: Atlas) -> None:
    statuses = [row.status for row in rows(atlas) if row.theme == "demand"]

    assert statuses == ["pilot", "live-or-pilot", "any"]


@pytest.mark.parametrize(
    ("per", "code", "name", "inside", "outside"),
    [
        (Per.POLICE, MID, "Midtoy Police", 160, 80),
        (Per.FIRE, WESTOY, "Westoy Fire", 10, 80),
        (Per.AMBULANCE, "RZ2", "Seaside Ambulance", 200, 0),
        (
            Per.CELL,
            f"{MID}-{WESTOY}-RZ1",
            "Midtoy Police, Westoy Fire and Toyshire Ambulance",
            0,
            80,
        ),
    ],
)
def test_each_area_and_cell_is_parted(
    atlas: Atlas, per: Per, code: str, name: str, inside: int, outside: int
) -> None:
    row = one(rows(atlas, per), theme="first-response", status="live", code=code)

    assert (row.name, row.inside, row.outside) == (name, inside, outside)


def test_projects_are_those_that_reach_the_area(atlas: Atlas) -> None:
    found = rows(atlas, Per.POLICE)

    numbers = {
        r.code: r.projects for r in found if (r.theme, r.status) == ("first-response", "any")
    }
    assert numbers == {NORTH: 0, MID: 1, SOUTH: 2}


@pytest.mark.parametrize("per", [Per.POLICE, Per.FIRE, Per.AMBULANCE, Per.CELL])
def test_the_parts_of_every_layer_add_up_to_the_whole(atlas: Atlas, per: Per) -> None:
    parts = [row.points for row in rows(atlas, per) if (row.theme, row.status) == ("wider", "any")]

    assert sum(map(int, parts)) == 630


def test_several_grounds_come_in_one_order(atlas: Atlas) -> None:
    found = rows(atlas, Per.CELL, Per.ALL)

    assert [row.layer for row in found[:9]] == ["all", *["cell"] * 8]


def test_schemes_take_the_place_of_themes(atlas: Atlas) -> None:
    row = one(rows(atlas, key=by_scheme), theme="co-responding", status="live")

    assert row.inside == 20 + 40 + 160


def test_categories_follow_all_of_them_together(atlas: Atlas) -> None:
    found = rows(atlas, counted=counts("fall", "fire"))

    first = [(row.category, row.points) for row in found[:3]]
    assert first == [("", 1260), ("fall", 630), ("fire", 630)]


def test_a_selection_narrows_the_projects_and_not_the_points(atlas: Atlas) -> None:
    some = Selection.from_query([("scheme", "cardiac-arrest")]).apply(atlas)

    row = one(rows(some), theme="first-response", status="live")

    assert (row.projects, row.points, row.inside) == (1, 630, 70)


def test_no_points_are_no_share(atlas: Atlas) -> None:
    nothing = Counts((), elsewhere=0, faulty=0, source="1 file")

    row = one(rows(atlas, counted=nothing), theme="wider", status="any")

    assert (row.points, row.inside_share) == (0, None)
