"""The projects of a selection, one row each."""

from collections.abc import Sequence

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.selection.project_order import projects_in_order
from escwg_map.tables.columns import Cell, Column, Group, GroupedTable, Table, Target
from escwg_map.wording import count, dates, listing, pages

_COLUMNS = (
    Column("Project", sort=SortKey.TITLE),
    Column("Theme", sort=SortKey.THEME),
    Column("Status", sort=SortKey.STATUS),
    Column("When", sort=SortKey.STARTED),
    Column("Partners"),
    Column("In the 2016 overview", sort=SortKey.PAGE),
)


def projects_table(
    atlas: Atlas, projects: Sequence[Project] | None = None, sort: Sort | None = None
) -> Table:
    """List all projects of the atlas in an order, or some that are in it already.

    Without an order, themes come in their fixed one, and titles from A to Z.
    """
    listed = projects_in_order(atlas, sort) if projects is None else projects
    caption = f"{count(len(listed), 'project')} as recorded in the 2016 overview"
    return Table(caption, _COLUMNS, tuple(_row(atlas, project) for project in listed), sort)


def projects_by_theme_table(atlas: Atlas) -> GroupedTable:
    """List the projects of the atlas under the names of their themes."""
    table = projects_table(atlas)
    groups = tuple(
        Group(theme, tuple(row[:1] + row[2:] for row in table.rows if row[1].text == theme.name))
        for theme in atlas.themes.values()
    )
    columns = table.columns[:1] + table.columns[2:]
    return GroupedTable(table.caption, columns, tuple(group for group in groups if group.rows))


def _row(atlas: Atlas, project: Project) -> tuple[Cell, ...]:
    return (
        Cell(project.title, Target("project", project.id)),
        Cell(atlas.themes[project.theme].name),
        Cell(project.status.label),
        Cell(dates(project.started, project.ended)),
        Cell(listing([partner.name for partner in atlas.partners_of(project)])),
        Cell(pages(project.pages)),
    )
