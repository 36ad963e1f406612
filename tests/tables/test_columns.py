"""Every table is a table: a caption, and a cell under every heading."""

from collections.abc import Callable

import pytest

from escwg_map.atlas import Atlas
from escwg_map.tables.areas import area_projects_table, areas_table
from escwg_map.tables.columns import GroupedTable, Table
from escwg_map.tables.gaps import gaps_table
from escwg_map.tables.meets import project_areas_table
from escwg_map.tables.projects import projects_table
from escwg_map.tables.sharing import sharing_table
from escwg_map.vocabulary import Kind

Draw = Callable[[Atlas], Table | GroupedTable]

TABLES: dict[str, Draw] = {
    "projects": projects_table,
    "areas": lambda atlas: areas_table(atlas, Kind.FIRE),
    "projects of an area": lambda atlas: area_projects_table(atlas, Kind.FIRE, "E31000901"),
    "areas of a project": lambda atlas: project_areas_table(
        atlas, atlas.project("forced-entry-westoy")
    ),
    "gaps": lambda atlas: gaps_table(atlas, Kind.AMBULANCE),
    "sharing": lambda atlas: sharing_table(atlas, Kind.POLICE, "E23000902"),
}


@pytest.mark.parametrize("draw", TABLES.values(), ids=TABLES)
def test_has_a_cell_under_every_heading(atlas: Atlas, draw: Draw) -> None:
    table = draw(atlas)

    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("draw", TABLES.values(), ids=TABLES)
def test_every_row_is_named_and_points_somewhere(atlas: Atlas, draw: Draw) -> None:
    names = [row[0] for row in draw(atlas).rows]

    assert all(name.text and name.target for name in names)


@pytest.mark.parametrize("draw", TABLES.values(), ids=TABLES)
def test_numbers_stand_under_headings_for_numbers(atlas: Atlas, draw: Draw) -> None:
    table = draw(atlas)

    numeric = [number for number, column in enumerate(table.columns) if column.numeric]
    cells = [row[number].text for row in table.rows for number in numeric]
    assert all(text[0].isdigit() for text in cells)
