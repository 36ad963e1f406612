"""The map coloured by gaps: services that take part, areas only reached, and graded gaps."""

import pytest

from demand.toyshire_counts import counts_of
from escwg_map.atlas import Atlas
from escwg_map.cartography.by_gap import ONLY_REACHED, TAKES_PART, legend_by_gap
from escwg_map.cartography.gap_grades import HIDDEN, TEXTURES, Grades
from escwg_map.cartography.legend import Legend
from escwg_map.demand.incidents import Incidents
from escwg_map.selection import Selection
from escwg_map.selection.ways import Weight
from escwg_map.settings import Settings
from escwg_map.vocabulary import Kind
from escwg_map.wording import CAUTION

NORTH, MID, SOUTH = "E23000901", "E23000902", "E23000903"


def counted(*points: int, exact: bool = False) -> Incidents:
    return Incidents.of(counts_of(points), Settings.model_construct(demand_exact=exact))


def gaps_of(
    atlas: Atlas,
    *themes: str,
    weight: Weight = Weight.PEOPLE,
    incidents: Incidents | None = None,
    note: str = "",
) -> Legend:
    narrowed = Selection(theme=themes).apply(atlas)
    grades = Grades.of(narrowed, Kind.POLICE, weight, incidents)
    return legend_by_gap(narrowed, Kind.POLICE, themes, grades, note=note)


def by_incidents(atlas: Atlas, *points: int, exact: bool = False) -> Legend:
    incidents = counted(*points, exact=exact)
    return gaps_of(atlas, "wider", weight=Weight.INCIDENTS, incidents=incidents)


def test_tells_taking_part_from_being_reached_from_a_gap(atlas: Atlas) -> None:
    assert gaps_of(atlas, "first-response").fills == {
        NORTH: TEXTURES[-1].id,
        MID: ONLY_REACHED.texture.id,
        SOUTH: TAKES_PART.texture.id,
    }


def test_counts_the_areas_of_each_the_greatest_gaps_first(atlas: Atlas) -> None:
    rows = [(row.label, row.areas) for row in gaps_of(atlas, "first-response").rows]

    assert rows == [
        ("None recorded: 8,000 people or more", 1),
        ("None recorded: under 8,000 people", 0),
        (ONLY_REACHED.label, 1),
        (TAKES_PART.label, 1),
    ]


def test_the_more_people_live_in_a_gap_the_darker_it_is(atlas: Atlas) -> None:
    fills = gaps_of(atlas, "wider").fills

    assert fills == {NORTH: TEXTURES[2].id, MID: TEXTURES[0].id, SOUTH: TEXTURES[0].id}


def test_millions_are_said_in_words() -> None:
    grades = Grades("people", "people", {"a": 700_000, "b": 1_510_000, "c": 2_000_000})

    assert [grade.label for grade in grades.all] == [
        "under 1.5 million people",
        "1.5 million to 2 million people",
        "2 million people or more",
    ]


def test_gaps_of_equal_ground_are_alike(atlas: Atlas) -> None:
    legend = gaps_of(atlas, "wider", weight=Weight.KM2)

    assert set(legend.fills.values()) == {TEXTURES[1].id}
    assert legend.rows[0].label == "None recorded: any number of km²"


def test_gaps_are_weighed_by_incidents(atlas: Atlas) -> None:
    legend = by_incidents(atlas, 20, 21, 300, 0, 0, 100, 0, 0)

    assert legend.fills == {NORTH: TEXTURES[0].id, MID: TEXTURES[2].id, SOUTH: TEXTURES[1].id}
    assert [row.label for row in legend.rows][:3] == [
        "None recorded: 300 incidents or more",
        "None recorded: 100 to 300 incidents",
        "None recorded: under 100 incidents",
    ]


def test_a_gap_of_few_incidents_is_not_graded(atlas: Atlas) -> None:
    legend = by_incidents(atlas, 3, 2, 300, 0, 0, 100, 0, 0)

    assert legend.fills[NORTH] == HIDDEN.id
    assert [row.label for row in legend.rows][2] == "None recorded: number of incidents hidden (*)"


@pytest.mark.parametrize("north", [(1, 1), (4, 3)])
def test_bounds_do_not_tell_a_hidden_number(atlas: Atlas, north: tuple[int, int]) -> None:
    legend = by_incidents(atlas, *north, 300, 0, 0, 100, 0, 0)

    assert legend.rows == by_incidents(atlas, 2, 3, 300, 0, 0, 100, 0, 0).rows


def test_exact_numbers_are_called_so(atlas: Atlas) -> None:
    rows = by_incidents(atlas, 3, 2, 300, 0, 0, 100, 0, 0, exact=True).rows

    assert rows[0].label == "None recorded: 300 incidents (exact) or more"


def test_one_theme_is_named(atlas: Atlas) -> None:
    assert gaps_of(atlas, "control-rooms").heading == "Gaps by people: Joint control rooms"


def test_several_themes_are_not_named(atlas: Atlas) -> None:
    assert gaps_of(atlas, "demand", "wider").heading == "Gaps by people: any of the themes chosen"


def test_what_is_weighed_is_named(atlas: Atlas) -> None:
    assert gaps_of(atlas, weight=Weight.KM2).heading == "Gaps by ground: all themes"


def test_says_what_a_gap_does_not_say(atlas: Atlas) -> None:
    assert gaps_of(atlas).note == CAUTION


def test_says_what_else_there_is_to_know(atlas: Atlas) -> None:
    assert gaps_of(atlas, note="Some are left out.").note == f"{CAUTION} Some are left out."


def test_gaps_are_hatched_and_what_is_recorded_is_not() -> None:
    drawn = (*TEXTURES, ONLY_REACHED.texture, TAKES_PART.texture)

    assert [each.marks.count("l") for each in drawn] == [3, 5, 7, 0, 0]
