"""The areas that one project meets."""

from escwg_map.atlas import Atlas
from escwg_map.tables.columns import Target
from escwg_map.tables.meets import project_areas_table


def test_lists_areas_of_all_layers(atlas: Atlas) -> None:
    table = project_areas_table(atlas, atlas.project("forced-entry-westoy"))

    assert table.caption == "4 areas that the project meets"
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Midtoy Police", "Police force", "Takes part; reaches 50% of the area"],
        ["Southtoy Police", "Police force", "Takes part; reaches 50% of the area"],
        ["Westoy Fire", "Fire and rescue authority", "Takes part; reaches 100% of the area"],
        # 4 of its 9 districts
        ["Toyshire Ambulance", "Ambulance trust", "Reaches 44% of the area"],
    ]


def test_points_to_the_pages_of_the_areas(atlas: Atlas) -> None:
    table = project_areas_table(atlas, atlas.project("forced-entry-westoy"))

    assert table.rows[3][0].target == Target("area", "ambulance/RZ1")
