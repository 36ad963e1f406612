"""When projects started. In Toyshire one did in 2014 and one in 2015; two have no stated start."""

from collections import Counter

from escwg_map.atlas import Atlas
from escwg_map.charts.timeline import WIDTH, YearRow, timeline
from escwg_map.coverage.starts import Starts, find_starts


def rows_of(atlas: Atlas, *starts: Starts) -> list[YearRow]:
    return list(timeline(starts or find_starts(atlas.projects), list(atlas.themes)).rows)


def test_every_year_has_its_row(atlas: Atlas) -> None:
    assert [(row.year, row.text) for row in rows_of(atlas)] == [("2014", "1"), ("2015", "1")]


def test_blocks_follow_the_order_of_themes(atlas: Atlas) -> None:
    year = Starts(2015, Counter({"demand": 2, "first-response": 1}))

    (row,) = rows_of(atlas, year)

    assert [block.theme for block in row.blocks] == ["first-response", "demand"]
    assert row.blocks[1].width == 2 * row.blocks[0].width


def test_what_was_only_planned_stands_apart(atlas: Atlas) -> None:
    year = Starts(2015, Counter({"demand": 2}), Counter({"demand": 1}))

    (row,) = rows_of(atlas, year)

    ran, planned = row.blocks
    assert (ran.intended, planned.intended, row.text) == (False, True, "2 + 1")
    assert planned.x > ran.x + ran.width


def test_a_year_of_plans_alone_says_so(atlas: Atlas) -> None:
    (row,) = rows_of(atlas, Starts(2015, intended=Counter({"demand": 3})))

    assert row.text == "3 (plan)"


def test_a_long_run_of_empty_years_is_one_row(atlas: Atlas) -> None:
    years = [Starts(2003, Counter(demand=1)), *map(Starts, range(2004, 2010))]

    rows = rows_of(atlas, *years, Starts(2010, Counter(demand=1)))

    assert [row.year for row in rows] == ["2003", "2004\N{EN DASH}09", "2010"]


def test_a_busy_year_finds_room(atlas: Atlas) -> None:
    (row,) = rows_of(atlas, Starts(2015, Counter(demand=400), Counter(demand=100)))

    assert row.text_x < WIDTH - 40


def test_nothing_started_is_no_rows(atlas: Atlas) -> None:
    assert timeline([], list(atlas.themes)).rows == ()
