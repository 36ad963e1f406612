"""When projects started, as a table."""

from collections import Counter

from escwg_map.atlas import Atlas
from escwg_map.coverage.starts import Starts, find_starts
from escwg_map.tables.starts import starts_table


def test_counts_projects_by_year_and_theme(atlas: Atlas) -> None:
    rows = starts_table(atlas, find_starts(atlas.projects)).rows

    assert [cell.text for cell in rows[1]] == ["2015", *"1000000", "1", "0"]


def test_leaves_empty_years_out(atlas: Atlas) -> None:
    table = starts_table(atlas, [Starts(2013), Starts(2014, intended=Counter({"demand": 2}))])

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["2014", "0", "2", "0", "0", "0", "0", "0", "2", "2"]
    ]
