"""What projects are counted by."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.grouping import by_scheme, by_theme


def test_projects_of_two_schemes_may_be_of_one_theme(atlas: Atlas) -> None:
    both = [atlas.project("cardiac-arrest-southtoy"), atlas.project("co-responding-eastoy")]

    assert [by_theme(project) for project in both] == ["first-response", "first-response"]
    assert [by_scheme(project) for project in both] == ["cardiac-arrest", "co-responding"]


def test_every_group_is_one_that_the_register_names(atlas: Atlas) -> None:
    assert {by_theme(project) for project in atlas.projects} <= set(atlas.themes)
    assert {by_scheme(project) for project in atlas.projects} <= set(atlas.schemes)
