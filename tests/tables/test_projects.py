"""The projects of a selection."""

from escwg_map.atlas import Atlas
from escwg_map.tables.columns import Target
from escwg_map.tables.projects import projects_table


def test_counts_in_the_caption(atlas: Atlas) -> None:
    assert projects_table(atlas).caption == "4 projects as recorded in the 2016 overview"


def test_one_project_is_a_project(atlas: Atlas) -> None:
    one = atlas.narrowed_to(atlas.projects[:1])

    assert projects_table(one).caption == "1 project as recorded in the 2016 overview"


def test_follows_the_order_of_themes_and_then_of_titles(atlas: Atlas) -> None:
    titles = [row[0].text for row in projects_table(atlas).rows]

    assert titles == [
        "Firefighters answer medical calls in Eastoy",
        "Police officers answer cardiac arrests in Southtoy",
        "Fire crews open doors for medical calls in Westoy",
        "One headquarters for police and fire in Midtoy",
    ]


def test_says_everything_of_a_project_in_a_line(atlas: Atlas) -> None:
    row = projects_table(atlas).rows[2]

    assert [cell.text for cell in row[1:]] == [
        "Demand management and rationalisation",
        "Pilot",
        "2014 to March 2016",
        "Midtoy Police, Southtoy Police, Westoy Fire and Toytown Council",
        "page 31",
    ]


def test_says_when_no_start_is_stated(atlas: Atlas) -> None:
    assert projects_table(atlas).rows[0][3].text == "no start date stated"


def test_points_to_the_page_of_the_project(atlas: Atlas) -> None:
    assert projects_table(atlas).rows[2][0].target == Target("project", "forced-entry-westoy")


def test_a_selection_that_finds_nothing_has_no_rows(atlas: Atlas) -> None:
    assert projects_table(atlas.narrowed_to([])).rows == ()
