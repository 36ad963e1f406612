"""What is recorded of every theme in every area, and where nothing is."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.gaps import ThemeInArea, find_themes_in_areas
from escwg_map.vocabulary import Kind

FIRST, DEMAND, ESTATES = "first-response", "demand", "estates"

# Area, theme, projects that its service takes part in, projects that reach it, share of its ground.
# Southtoy is reached by both projects of first response, once whole and once by half: whole. Of
# Toyshire Ambulance's 9 districts they reach the 3 of Southtoy and Kingsmere, of Seaside's 3 two.
RECORDED = (
    ("E23000902", FIRST, 0, 1, 2 / 4),
    ("E23000902", DEMAND, 1, 1, 2 / 4),
    ("E23000902", ESTATES, 1, 1, 4 / 4),
    ("E23000903", FIRST, 1, 2, 4 / 4),
    ("E23000903", DEMAND, 1, 1, 2 / 4),
    ("E31000901", FIRST, 0, 1, 2 / 4),
    ("E31000901", DEMAND, 1, 1, 4 / 4),
    ("E31000901", ESTATES, 1, 1, 2 / 4),
    ("E31000902", FIRST, 1, 2, 4 / 4),
    ("E31000902", ESTATES, 0, 1, 2 / 4),
    ("RZ1", FIRST, 1, 2, 4 / 9),
    ("RZ1", DEMAND, 0, 1, 4 / 9),
    ("RZ1", ESTATES, 0, 1, 3 / 9),
    ("RZ2", FIRST, 1, 2, 2 / 3),
    ("RZ2", ESTATES, 0, 1, 1 / 3),
)


@pytest.fixture(scope="module")
def entries(atlas: Atlas) -> dict[tuple[str, str], ThemeInArea]:
    """Every area and theme of all layers."""
    return {(e.code, e.theme): e for layer in Kind for e in atlas.themes_in_areas(layer)}


@pytest.mark.parametrize("by_hand", RECORDED, ids=lambda row: f"{row[1]} in {row[0]}")
def test_records_as_worked_out_by_hand(
    entries: dict[tuple[str, str], ThemeInArea], by_hand: tuple[str, str, int, int, float]
) -> None:
    code, theme, takes_part, reaches, share = by_hand

    entry = entries[code, theme]

    assert (entry.takes_part, entry.reaches) == (takes_part, reaches)
    assert entry.reached_share == pytest.approx(share)


def test_everything_else_is_a_gap(entries: dict[tuple[str, str], ThemeInArea]) -> None:
    recorded = {key for key, entry in entries.items() if entry.recorded}

    assert recorded == {(code, theme) for code, theme, *_ in RECORDED}


def test_a_gap_is_nought_in_every_way(entries: dict[tuple[str, str], ThemeInArea]) -> None:
    gap = entries["E31000903", FIRST]

    assert (gap.takes_part, gap.reaches, gap.reached_share) == (0, 0, 0)


# Seven themes, and 3 police areas, 3 fire areas, 2 ambulance areas.
@pytest.mark.parametrize(
    ("layer", "rows"), [(Kind.POLICE, 21), (Kind.FIRE, 21), (Kind.AMBULANCE, 14)]
)
def test_says_something_of_every_area_and_theme(atlas: Atlas, layer: Kind, rows: int) -> None:
    assert len(atlas.themes_in_areas(layer)) == rows


def test_themes_keep_their_order_in_every_area(atlas: Atlas) -> None:
    themes = [entry.theme for entry in atlas.themes_in_areas(Kind.POLICE)]

    assert themes == list(atlas.themes) * 3


def test_taking_part_alone_is_recorded(atlas: Atlas) -> None:
    beyond = [meet.model_copy(update={"reached_share": 0.0}) for meet in atlas.meets]

    found = find_themes_in_areas(Kind.FIRE, [DEMAND], atlas.projects, beyond, atlas.cells)

    (westoy,) = (entry for entry in found if entry.code == "E31000901")
    assert (westoy.takes_part, westoy.reaches, westoy.recorded) == (1, 0, True)
