"""Toyshire's grid, and points counted in it."""

import pytest

from demand.made_up import Country
from escwg_map.demand.grid import Grid
from escwg_map.demand.kernel import Kernel
from escwg_map.geography.overlay import Overlay


@pytest.fixture(scope="session")
def grid(ground: Overlay) -> Grid:
    """The grid over Toyshire's eight cells."""
    return Grid.of(list(ground.shapes))


@pytest.fixture(scope="session")
def kernel(grid: Grid) -> Kernel:
    """What finds the cells of points."""
    return Kernel(grid)


@pytest.fixture(scope="session")
def country(ground: Overlay, grid: Grid) -> Country:
    """Where points are counted."""
    return Country(ground, grid)
