"""What projects are counted by: their theme, or their scheme."""

from collections.abc import Callable

from escwg_map.records.project import Project

KeyOf = Callable[[Project], str]


def by_theme(project: Project) -> str:
    """Group projects by theme."""
    return project.theme


def by_scheme(project: Project) -> str:
    """Group projects by scheme."""
    return project.scheme
