"""How far each theme reaches, as people read it."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.tables.columns import Target
from escwg_map.tables.coverage import coverage_table


def texts(atlas: Atlas) -> dict[str, list[str]]:
    rows = coverage_table(atlas).rows
    return {row[0].text: [cell.text for cell in row[1:]] for row in rows}


# Live or pilot: projects, people of 16,000 with their share, share of the ground of 1,200 km2; then
# of any status: projects, people and their share.
@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("first-response", ["2", "6,000", "38%", "50%", "2", "6,000", "38%"]),
        ("demand", ["1", "4,000", "25%", "33%", "1", "4,000", "25%"]),
        ("estates", ["0", "0", "0%", "0%", "1", "4,000", "25%"]),
        ("wider", ["0", "0", "0%", "0%", "0", "0", "0%"]),
    ],
    ids=["live", "pilot", "planned", "nothing"],
)
def test_says_how_many_people_live_where_a_theme_has_a_project(
    atlas: Atlas, theme: str, said: list[str]
) -> None:
    assert texts(atlas)[atlas.themes[theme].name] == said


def test_lists_every_theme_in_their_fixed_order(atlas: Atlas) -> None:
    assert list(texts(atlas)) == [theme.name for theme in atlas.themes.values()]


def test_points_to_the_projects_of_the_theme(atlas: Atlas) -> None:
    name = coverage_table(atlas).rows[1][0]

    assert name.target == Target("projects", "theme=demand")


def test_has_a_cell_under_every_heading(atlas: Atlas) -> None:
    table = coverage_table(atlas)

    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert [column.numeric for column in table.columns] == [False] + [True] * 7


def test_says_what_it_shows(atlas: Atlas) -> None:
    assert coverage_table(atlas).caption == "People who live where a theme has a project"


def test_a_selection_that_finds_nothing_reaches_nobody(atlas: Atlas) -> None:
    nothing = atlas.narrowed_to([])

    assert {people for _, people, *_ in texts(nothing).values()} == {"0"}
