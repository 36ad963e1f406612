"""Cells, and what they add up to."""

import pytest

from escwg_map.geography.cells import Cell, Ground
from escwg_map.geography.overlay import Overlay
from escwg_map.vocabulary import Kind

KINGSMERE = Cell(
    police_code="E23000902", fire_code="E31000902", ambulance_code="RZ1", km2=100, people=1000
)


def test_a_cell_is_named_by_its_three_services() -> None:
    assert KINGSMERE.id == "E23000902-E31000902-RZ1"


@pytest.mark.parametrize(
    ("layer", "code"),
    [(Kind.POLICE, "E23000902"), (Kind.FIRE, "E31000902"), (Kind.AMBULANCE, "RZ1")],
)
def test_a_cell_is_part_of_one_area_of_each_layer(layer: Kind, code: str) -> None:
    assert KINGSMERE.code(layer) == code


def test_all_cells_together_are_the_country(ground: Overlay) -> None:
    # Twelve districts of 100 km2; eight of them with 1,000 people, four with 2,000.
    whole = Ground.of(ground.cells)

    assert whole.km2 == pytest.approx(1200, abs=1e-6)
    assert whole.people == 16_000


def test_no_cells_are_no_ground() -> None:
    assert Ground.of([]) == Ground(km2=0, people=0)


def test_cells_are_added_up_from_whatever_gives_them() -> None:
    assert Ground.of(cell for cell in [KINGSMERE] * 3) == Ground(km2=300, people=3000)


def test_a_share_is_of_the_ground_and_of_the_people() -> None:
    part, whole = Ground(km2=100, people=1000), Ground(km2=400, people=2000)

    assert part.share_of(whole) == (0.25, 0.5)


@pytest.mark.parametrize(
    ("whole", "shares"),
    [(Ground(km2=0, people=0), (0, 0)), (Ground(km2=200, people=0), (0.5, 0))],
    ids=["of nothing", "of empty moor"],
)
def test_a_share_of_nobody_is_none(whole: Ground, shares: tuple[float, float]) -> None:
    assert Ground(km2=100, people=0).share_of(whole) == shares
