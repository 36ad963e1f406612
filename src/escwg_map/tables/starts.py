"""When projects started, as people read it."""

from collections.abc import Sequence

from escwg_map.atlas import Atlas
from escwg_map.coverage.starts import Starts
from escwg_map.tables.columns import Cell, Column, Table


def starts_table(atlas: Atlas, found: Sequence[Starts]) -> Table:
    """List the years with the projects of each theme that started then, or were to."""
    columns = (
        Column("Year of start"),
        *(Column(theme.name, numeric=True) for theme in atlas.themes.values()),
        Column("All", numeric=True),
        Column("Of them planned or explored", numeric=True),
    )
    rows = tuple(
        (
            Cell(str(starts.year)),
            *(Cell(str(starts.under_way[t] + starts.intended[t])) for t in atlas.themes),
            Cell(str(starts.number)),
            Cell(str(starts.intended.total())),
        )
        for starts in found
        if starts.number
    )
    return Table("Projects by year of start", columns, rows)
