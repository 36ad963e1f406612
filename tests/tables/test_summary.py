"""The register in numbers."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.tables.summary import summary_lines

#                Live, pilot, planned, exploring, completed, all.
COUNTS = {
    "First response and co-responding": [2, 0, 0, 0, 0, 2],
    "Demand management and rationalisation": [0, 1, 0, 0, 0, 1],
    "Shared estates and assets": [0, 0, 1, 0, 0, 1],
    "Joint control rooms": [0, 0, 0, 0, 0, 0],
    "All themes": [2, 1, 1, 0, 0, 4],
}


def counts(atlas: Atlas, name: str) -> list[int]:
    (line,) = (line for line in summary_lines(atlas.register) if line.startswith(f"{name} "))
    return [int(number) for number in line.removeprefix(name).split()]


@pytest.mark.parametrize("name", COUNTS)
def test_counts_the_projects_of_a_theme_by_status(atlas: Atlas, name: str) -> None:
    assert counts(atlas, name) == COUNTS[name]


def test_has_a_line_for_every_theme_a_heading_and_the_totals(atlas: Atlas) -> None:
    names = [theme.name for theme in atlas.themes.values()]

    _, *lines = summary_lines(atlas.register)

    for line, name in zip(lines, [*names, "All themes"], strict=True):
        assert line.startswith(name)


def test_names_the_statuses_in_the_order_of_a_project_s_life(atlas: Atlas) -> None:
    heading, *_ = summary_lines(atlas.register)

    assert heading.split() == ["Live", "Pilot", "Planned", "Exploring", "Completed", "All"]


def test_numbers_stand_below_each_other(atlas: Atlas) -> None:
    assert len({len(line) for line in summary_lines(atlas.register)}) == 1


def test_an_empty_register_counts_nothing(atlas: Atlas) -> None:
    assert counts(atlas.narrowed_to([]), "All themes") == [0, 0, 0, 0, 0, 0]
