"""The map coloured by gaps: services that take part, areas only reached, and gaps."""

from escwg_map.atlas import Atlas
from escwg_map.cartography.by_gap import NOTHING, ONLY_REACHED, TAKES_PART, legend_by_gap
from escwg_map.cartography.legend import Legend
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.wording import CAUTION, NONE_RECORDED


def gaps_of(atlas: Atlas, *themes: str, filtered: bool = False) -> Legend:
    narrowed = Selection(theme=themes).apply(atlas)
    return legend_by_gap(narrowed, Kind.POLICE, themes, filtered=filtered)


def test_tells_taking_part_from_being_reached_from_a_gap(atlas: Atlas) -> None:
    assert gaps_of(atlas, "first-response").fills == {
        "E23000901": NOTHING.texture.id,
        "E23000902": ONLY_REACHED.texture.id,
        "E23000903": TAKES_PART.texture.id,
    }


def test_counts_the_areas_of_each_gaps_first(atlas: Atlas) -> None:
    rows = [(row.label, row.areas) for row in gaps_of(atlas, "first-response").rows]

    assert rows == [(NONE_RECORDED, 1), (ONLY_REACHED.label, 1), (TAKES_PART.label, 1)]


def test_every_area_of_a_theme_without_projects_is_a_gap(atlas: Atlas) -> None:
    assert set(gaps_of(atlas, "wider").fills.values()) == {NOTHING.texture.id}


def test_one_theme_is_named(atlas: Atlas) -> None:
    assert gaps_of(atlas, "control-rooms").heading == "Gaps: Joint control rooms"


def test_several_themes_are_not_named(atlas: Atlas) -> None:
    assert gaps_of(atlas, "demand", "wider").heading == "Gaps: any of the themes chosen"


def test_without_a_theme_all_of_them_count(atlas: Atlas) -> None:
    assert gaps_of(atlas).heading == "Gaps: all themes"


def test_says_what_a_gap_does_not_say(atlas: Atlas) -> None:
    assert gaps_of(atlas).note == CAUTION


def test_says_so_where_other_filters_leave_projects_out(atlas: Atlas) -> None:
    note = gaps_of(atlas, filtered=True).note

    assert note == f"{CAUTION} Only projects that match the filters count."


def test_gaps_are_hatched_and_what_is_recorded_is_not() -> None:
    lines = [each.texture.marks.count("l") for each in (NOTHING, ONLY_REACHED, TAKES_PART)]

    assert lines == [5, 0, 0]
