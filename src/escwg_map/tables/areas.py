"""The areas of a layer, one row each, and the projects of one area."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.meets import Meet
from escwg_map.demand.incidents import Incidents, ranks
from escwg_map.records.project import Project
from escwg_map.selection.area_order import areas_in_order
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.tables.columns import Cell, Column, Group, GroupedTable, Table, Target
from escwg_map.tables.incidents import with_incidents
from escwg_map.vocabulary import Kind
from escwg_map.wording import count, dates, pages, share

NONE_RECORDED = "None recorded"

_AREA_COLUMNS = (
    Column("Area", sort=SortKey.NAME),
    Column("Ground (km²)", numeric=True, sort=SortKey.KM2),
    Column("People (2011)", numeric=True, sort=SortKey.PEOPLE),
    Column("Projects it takes part in", numeric=True, sort=SortKey.TAKES_PART),
    Column("Projects that reach it", numeric=True, sort=SortKey.REACHES),
    Column("Themes recorded"),
)
_PROJECT_COLUMNS = tuple(
    Column(heading)
    for heading in ("Project", "Status", "When", "How it meets this area", "In the 2016 overview")
)


def areas_table(
    atlas: Atlas,
    layer: Kind,
    carried: str = "",
    sort: Sort | None = None,
    incidents: Incidents | None = None,
) -> Table:
    """List the areas of a layer with what is recorded in each.

    `carried` is added to the query of every link to projects.
    """
    numbers = incidents.by_area(atlas.areas(layer)) if incidents else None
    order = areas_in_order(atlas, layer, sort, incidents=ranks(numbers))
    rows = tuple(_area(atlas, layer, code, carried) for code in order)
    caption = f"{count(len(rows), 'area')}: {layer.areas_label}"
    table = Table(caption, _AREA_COLUMNS, rows, sort)
    if incidents is None or numbers is None:
        return table
    return with_incidents(table, [numbers[code] for code in order], incidents)


def _area(atlas: Atlas, layer: Kind, code: str, carried: str) -> tuple[Cell, ...]:
    ground, meets = atlas.areas(layer)[code], atlas.meets_in(layer, code)
    met = {atlas.project(meet.project).theme for meet in meets}
    names = "; ".join(theme.name for theme in atlas.themes.values() if theme.id in met)
    taking_part = Target("projects", f"service={code}{carried}")
    reaching = Target("projects", f"area={code}{carried}")
    return (
        Cell(atlas.services[code].name, Target("area", f"{layer}/{code}"), anchor=f"area-{code}"),
        Cell(f"{ground.km2:,.0f}"),
        Cell(f"{ground.people:,}"),
        Cell(str(sum(meet.takes_part for meet in meets)), taking_part),
        Cell(str(sum(meet.reaches for meet in meets)), reaching),
        Cell(names or NONE_RECORDED, empty=not names),
    )


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
