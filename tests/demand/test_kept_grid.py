"""A grid that is read from disk, or laid anew where it cannot be."""

from pathlib import Path

import numpy as np
import pytest
import shapely

from escwg_map.demand.grid import Grid
from escwg_map.demand.kept_grid import grid_over
from escwg_map.demand.kernel import Kernel
from escwg_map.geography.overlay import Overlay

CHANCE = np.random.default_rng(4)
EAST, NORTH = CHANCE.uniform((395_000, 295_000), (445_000, 335_000), (20_000, 2)).T.copy()


@pytest.fixture
def shapes(ground: Overlay) -> list[shapely.Geometry]:
    return list(ground.shapes)


def cells(grid: Grid) -> list[int]:
    return list(map(int, Kernel(grid).cells_of(EAST, NORTH)))


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("grid-*.npz"))


def test_a_grid_that_was_kept_finds_the_same_cells(
    shapes: list[shapely.Geometry], grid: Grid, tmp_path: Path
) -> None:
    grid_over(shapes, tmp_path)
    assert kept(tmp_path)
    assert cells(grid_over(shapes, tmp_path)) == cells(grid)


def test_it_is_not_laid_again(shapes: list[shapely.Geometry], tmp_path: Path) -> None:
    grid_over(shapes, tmp_path)
    (file,) = kept(tmp_path)
    before = file.stat().st_ino
    grid_over(shapes, tmp_path)
    assert file.stat().st_ino == before


def test_other_cells_have_another_grid_and_the_old_one_goes(
    shapes: list[shapely.Geometry], tmp_path: Path
) -> None:
    grid_over(shapes, tmp_path)
    moved = [shapely.transform(shape, lambda xy: xy + 2_000) for shape in shapes]
    grid_over(moved, tmp_path)
    assert len(kept(tmp_path)) == 1
    assert cells(grid_over(moved, tmp_path)) == cells(Grid.of(moved))


@pytest.mark.parametrize("size", [0, 100, 5_000])
def test_a_damaged_one_is_laid_anew(
    shapes: list[shapely.Geometry], grid: Grid, tmp_path: Path, size: int
) -> None:
    grid_over(shapes, tmp_path)
    (file,) = kept(tmp_path)
    file.write_bytes(file.read_bytes()[:size])
    assert cells(grid_over(shapes, tmp_path)) == cells(grid)


def test_where_nothing_can_be_kept_it_is_laid(
    shapes: list[shapely.Geometry], grid: Grid, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be")
    assert cells(grid_over(shapes, tmp_path / "taken")) == cells(grid)
