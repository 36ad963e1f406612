"""The areas of a layer, one row each, and the projects of one area."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.meets import Meet
from escwg_map.records.project import Project
from escwg_map.tables.columns import Cell, Column, Group, GroupedTable, Table, Target
from escwg_map.vocabulary import Kind
from escwg_map.wording import count, dates, pages, share

NONE_RECORDED = "None recorded"

_AREA_COLUMNS = (
    Column("Area"),
    Column("Ground (km²)", numeric=True),
    Column("People (2011)", numeric=True),
    Column("Projects it takes part in", numeric=True),
    Column("Projects that reach it", numeric=True),
    Column("Themes recorded"),
)
_PROJECT_COLUMNS = tuple(
    Column(heading)
    for heading in ("Project", "Status", "When", "How it meets this area", "In the 2016 overview")
)


def areas_table(atlas: Atlas, layer: Kind, carried: str = "") -> Table:
    """List the areas of a layer with what is recorded in each.

    `carried` is added to the query of every link to projects.
    """
    themes = atlas.themes_by_area(layer)
    rows = []
    for code, ground in atlas.areas(layer).items():
        meets = atlas.meets_in(layer, code)
        names = "; ".join(atlas.themes[theme].name for theme in themes[code])
        rows.append(
            (
                Cell(atlas.services[code].name, Target("area", f"{layer}/{code}")),
                Cell(f"{ground.km2:,.0f}"),
                Cell(f"{ground.people:,}"),
                Cell(
                    str(sum(meet.takes_part for meet in meets)),
                    Target("projects", f"service={code}{carried}"),
                ),
                Cell(
                    str(sum(meet.reaches for meet in meets)),
                    Target("projects", f"area={code}{carried}"),
                ),
                Cell(names or NONE_RECORDED, empty=not names),
            )
        )
    caption = f"{count(len(rows), 'area')}: {layer.areas_label}"
    return Table(caption, _AREA_COLUMNS, tuple(sorted(rows, key=lambda row: row[0].text)))


def area_projects_table(atlas: Atlas, layer: Kind, code: str) -> GroupedTable:
    """List the projects that meet one area, under their themes."""
    pairs = [(atlas.project(meet.project), meet) for meet in atlas.meets_in(layer, code)]
    pairs.sort(key=lambda pair: pair[0].title.casefold())
    groups = tuple(
        Group(theme, tuple(_project_row(p, meet) for p, meet in pairs if p.theme == theme.id))
        for theme in atlas.themes.values()
    )
    caption = f"{count(len(pairs), 'project')} in the area of {atlas.services[code].name}"
    return GroupedTable(caption, _PROJECT_COLUMNS, tuple(group for group in groups if group.rows))


def _project_row(project: Project, meet: Meet) -> tuple[Cell, ...]:
    return (
        Cell(project.title, Target("project", project.id)),
        Cell(project.status.label),
        Cell(dates(project.started, project.ended)),
        Cell(meeting(meet)),
        Cell(pages(project.pages)),
    )


def meeting(meet: Meet) -> str:
    """Say how a project and an area meet: `Takes part; reaches 40% of the area`."""
    parts = ["takes part"] if meet.takes_part else []
    if meet.reaches:
        parts.append(f"reaches {share(meet.reached_share)} of the area")
    return "; ".join(parts).capitalize()
