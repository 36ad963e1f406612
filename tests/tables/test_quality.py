"""How complete and how sure the register is."""

from escwg_map.atlas import Atlas
from escwg_map.tables.columns import Target
from escwg_map.tables.quality import (
    differences_table,
    doubtful_table,
    inferred_table,
    left_open_table,
)


def test_counts_what_the_overview_leaves_open(atlas: Atlas) -> None:
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in left_open_table(atlas).rows}

    assert rows == {
        "No start is stated": ["2", "50%"],
        "No end is stated": ["3", "75%"],
        "No place is named": ["3", "75%"],
        "No benefit is stated": ["0", "0%"],
        "No figure is given": ["1", "25%"],
        "The pages are inferred": ["1", "25%"],
        "Printed under a Future heading": ["1", "25%"],
    }


def test_no_projects_leave_nothing_open(atlas: Atlas) -> None:
    rows = left_open_table(atlas.narrowed_to([])).rows

    assert {row[2].text for row in rows} == {"0%"}


def test_names_the_projects_with_inferred_pages(atlas: Atlas) -> None:
    rows = inferred_table(atlas).rows

    assert [[cell.text for cell in row] for row in rows] == [
        ["Firefighters answer medical calls in Eastoy", "12, 13"]
    ]


def test_says_why_a_figure_is_doubtful(atlas: Atlas) -> None:
    ((measure, printed, owner, page, why),) = doubtful_table(atlas).rows

    assert (measure.text, printed.text, page.text) == ("cost of the building", "£1,500,000", "44")
    assert owner.target == Target("project", "shared-hq-midtoy")
    assert why.text == "Printed as 1.5m and as 15m in the same sentence."


def test_a_doubtful_figure_may_be_of_a_whole_scheme(atlas: Atlas) -> None:
    figure = atlas.register.figures[0].model_copy(update={"doubtful": "smudged"})
    register = atlas.register.model_copy(update={"figures": (figure,)})

    ((_, _, owner, _, _),) = doubtful_table(
        Atlas(register, atlas.land, atlas.markers, atlas.meets)
    ).rows

    assert owner.target == Target("projects", "scheme=cardiac-arrest")


def test_says_where_a_page_stands_and_why(atlas: Atlas) -> None:
    rows = differences_table(atlas, atlas.register.index_differences).rows

    assert [[cell.text for cell in row[:3]] for row in rows] == [
        ["Southtoy Police", "9", "The index only"],
        ["Westoy Fire", "44", "The register only"],
    ]
