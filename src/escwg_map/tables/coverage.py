"""How far each theme reaches, as people read it."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import ANY, UNDER_WAY, Coverage, find_coverage
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.wording import share

_COLUMNS = (
    Column("Theme"),
    Column("Projects, live or pilot", numeric=True),
    Column("People there (2011)", numeric=True),
    Column("Share of people", numeric=True),
    Column("Share of ground", numeric=True),
    Column("Projects of any status", numeric=True),
    Column("People there (2011)", numeric=True),
    Column("Share of people", numeric=True),
)


def coverage_table(atlas: Atlas, within: str | None = None, carried: str = "") -> Table:
    """List each theme with the people who live where it has at least one project.

    In England and Wales, or within an area, by its code; `carried` is added to every link's query.
    """
    cells = [cell for cell in atlas.cells if within is None or within in cell.codes]
    carried += f"&area={within}" if within else ""
    coverage = find_coverage(list(atlas.themes), atlas.projects, cells)
    found = {(entry.theme, entry.status): entry for entry in coverage}
    rows = tuple(
        (
            Cell(theme.name, Target("projects", f"theme={theme.id}{carried}")),
            *_cells(found[theme.id, UNDER_WAY], f"&status=live&status=pilot{carried}"),
            Cell(share(found[theme.id, UNDER_WAY].km2_share)),
            *_cells(found[theme.id, ANY], carried),
        )
        for theme in atlas.themes.values()
    )
    return Table("People who live where a theme has a project", _COLUMNS, rows)


def _cells(coverage: Coverage, query: str) -> tuple[Cell, ...]:
    projects = Target("projects", f"theme={coverage.theme}{query}")
    return (
        Cell(str(coverage.projects), projects),
        Cell(f"{coverage.people:,}"),
        Cell(share(coverage.people_share)),
    )
