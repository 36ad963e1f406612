"""The projects of a selection, one row each."""

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.tables.columns import Cell, Column, Group, GroupedTable, Table, Target
from escwg_map.wording import count, dates, listing, pages

_COLUMNS = tuple(
    Column(heading)
    for heading in ("Project", "Theme", "Status", "When", "Partners", "In the 2016 overview")
)


def projects_table(atlas: Atlas) -> Table:
    """List the projects of the atlas, themes in their fixed order."""
    order = list(atlas.themes)
    projects = sorted(atlas.projects, key=lambda p: (order.index(p.theme), p.title.casefold()))
    caption = f"{count(len(projects), 'project')} as recorded in the 2016 overview"
    return Table(caption, _COLUMNS, tuple(_row(atlas, project) for project in projects))


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
