"""The ground where a project operates."""

from collections.abc import Iterable

from escwg_map.geography.cells import Cell
from escwg_map.records.project import Project


def footprint(project: Project, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Take the cells inside any of the areas that the project's record names, of whatever layer."""
    areas = set(project.areas)
    return tuple(cell for cell in cells if not areas.isdisjoint(cell.codes))
