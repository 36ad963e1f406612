"""The areas that one project meets."""

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.tables.areas import meeting
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.wording import count

_COLUMNS = (Column("Area"), Column("Service"), Column("How the project meets it"))


def project_areas_table(atlas: Atlas, project: Project) -> Table:
    """List the areas of all layers that a project meets."""
    rows = tuple(
        (
            Cell(atlas.services[meet.code].name, Target("area", f"{meet.layer}/{meet.code}")),
            Cell(meet.layer.label),
            Cell(meeting(meet)),
        )
        for meet in atlas.meets_of(project)
    )
    return Table(f"{count(len(rows), 'area')} that the project meets", _COLUMNS, rows)
