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


def coverage_table(atlas: Atlas) -> Table:
    """List each theme with the people who live where it has at least one project."""
    found = {
        (c.theme, c.status): c
        for c in find_coverage(list(atlas.themes), atlas.projects, atlas.cells)
    }
    rows = tuple(
        (
            Cell(theme.name, Target("projects", f"theme={theme.id}")),
            *_cells(found[theme.id, UNDER_WAY], ground=True),
            *_cells(found[theme.id, ANY], ground=False),
        )
        for theme in atlas.themes.values()
    )
    return Table("People who live where a theme has a project", _COLUMNS, rows)


def _cells(coverage: Coverage, *, ground: bool) -> tuple[Cell, ...]:
    shares = [Cell(share(coverage.people_share))] + (
        [Cell(share(coverage.km2_share))] if ground else []
    )
    return (Cell(str(coverage.projects)), Cell(f"{coverage.people:,}"), *shares)
