"""Where a project operates."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.geography.footprint import footprint
from escwg_map.geography.overlay import Overlay
from escwg_map.records.project import Project

WESTOY = {"E23000902-E31000901-RZ1", "E23000903-E31000901-RZ1"}
MIDTOY = {"E23000902-E31000901-RZ1", "E23000902-E31000902-RZ1", "E23000902-E31000902-RZ2"}
SEASIDE = {"E23000901-E31000903-RZ2", "E23000902-E31000902-RZ2", "E23000903-E31000902-RZ2"}


def in_areas(atlas: Atlas, *codes: str) -> Project:
    return atlas.project("forced-entry-westoy").model_copy(update={"areas": codes})


@pytest.mark.parametrize(
    ("codes", "cells"),
    [
        (["E31000901"], WESTOY),
        (["E23000902"], MIDTOY),
        (["RZ2"], SEASIDE),
        (["E31000901", "RZ2"], WESTOY | SEASIDE),
        (["E31000901", "E23000902"], WESTOY | MIDTOY),
    ],
    ids=["a fire area", "a police area", "an ambulance area", "far apart", "overlapping"],
)
def test_takes_the_cells_of_all_areas(
    atlas: Atlas, ground: Overlay, codes: list[str], cells: set[str]
) -> None:
    found = footprint(in_areas(atlas, *codes), ground.cells)

    assert {cell.id for cell in found} == cells


def test_takes_each_cell_once(atlas: Atlas, ground: Overlay) -> None:
    found = footprint(in_areas(atlas, "E23000902", "E31000902", "RZ2"), ground.cells)

    assert len(found) == len(set(found))


def test_an_area_without_ground_has_no_footprint(atlas: Atlas, ground: Overlay) -> None:
    assert footprint(in_areas(atlas, "E31000999"), ground.cells) == ()
