"""The order of a list of projects."""

from collections.abc import Callable
from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.selection.ordering import Sort, SortKey, check_sort
from escwg_map.vocabulary import Status

PROJECT_KEYS = (SortKey.THEME, SortKey.TITLE, SortKey.STATUS, SortKey.STARTED, SortKey.PAGE)


def projects_in_order(atlas: Atlas, sort: Sort | None = None) -> list[Project]:
    """Sort the projects; by theme and then by title where nothing else is asked for.

    Projects with no stated start come last, whichever end comes first.

    Raises:
        BadSelection: projects are not sorted by that key.
    """
    check_sort(sort, PROJECT_KEYS)
    themes = list(atlas.themes)
    projects = sorted(atlas.projects, key=lambda p: (themes.index(p.theme), _title(p)))
    if sort is None:
        return projects
    rank = _ranks(themes)[sort.key]
    known = [project for project in projects if rank(project) is not None]
    unknown = [project for project in projects if rank(project) is None]
    return sorted(known, key=rank, reverse=sort.descending) + unknown


def _ranks(themes: list[str]) -> dict[SortKey, Callable[[Project], Any]]:
    return {
        SortKey.THEME: lambda project: themes.index(project.theme),
        SortKey.TITLE: _title,
        SortKey.STATUS: lambda project: list(Status).index(project.status),
        SortKey.STARTED: lambda project: project.started,
        SortKey.PAGE: lambda project: min(project.pages),
    }


def _title(project: Project) -> str:
    return project.title.casefold()
