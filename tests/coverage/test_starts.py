"""When projects started."""

from collections import Counter

from escwg_map.atlas import Atlas
from escwg_map.coverage.starts import Starts, find_starts
from escwg_map.vocabulary import Status


def test_counts_by_year_and_theme(atlas: Atlas) -> None:
    assert find_starts(atlas.projects) == [
        Starts(2014, Counter({"demand": 1})),
        Starts(2015, Counter({"first-response": 1})),
    ]


def test_years_between_are_not_left_out(atlas: Atlas) -> None:
    early = atlas.projects[0].model_copy(update={"started": "2012"})

    years = [starts.year for starts in find_starts([*atlas.projects, early])]

    assert years == [2012, 2013, 2014, 2015]


def test_what_was_planned_is_counted_apart(atlas: Atlas) -> None:
    planned = atlas.projects[0].model_copy(update={"status": Status.PLANNED})

    (starts,) = find_starts([planned])

    assert (starts.under_way.total(), starts.intended.total(), starts.number) == (0, 1, 1)


def test_no_start_is_in_no_year(atlas: Atlas) -> None:
    assert find_starts(project for project in atlas.projects if not project.started) == []
