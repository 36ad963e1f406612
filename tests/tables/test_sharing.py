"""Who else works on an area's ground."""

from escwg_map.atlas import Atlas
from escwg_map.tables.sharing import sharing_table
from escwg_map.vocabulary import Kind


def texts(atlas: Atlas, layer: Kind, code: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sharing_table(atlas, layer, code).rows]


def test_says_how_much_of_an_area_each_service_shares(atlas: Atlas) -> None:
    # Midtoy is four districts of 100 km2 and 1,000 people: two and two for fire, three and one.
    assert texts(atlas, Kind.POLICE, "E23000902") == [
        ["Westoy Fire", "Fire and rescue authority", "200", "50%", "2,000", "50%"],
        ["Eastoy Fire", "Fire and rescue authority", "200", "50%", "2,000", "50%"],
        ["Toyshire Ambulance", "Ambulance trust", "300", "75%", "3,000", "75%"],
        ["Seaside Ambulance", "Ambulance trust", "100", "25%", "1,000", "25%"],
    ]


def test_a_share_of_the_people_is_not_a_share_of_the_ground(atlas: Atlas) -> None:
    # Seaside's district in Northtoy is a third of its ground, and has half of its people.
    assert ["Northtoy Police", "Police force", "100", "33%", "2,000", "50%"] in (
        texts(atlas, Kind.AMBULANCE, "RZ2")
    )


def test_coterminous_areas_share_everything(atlas: Atlas) -> None:
    assert texts(atlas, Kind.POLICE, "E23000901")[0] == [
        *("Northtoy Fire", "Fire and rescue authority", "400", "100%", "8,000", "100%")
    ]


def test_does_not_list_the_area_s_own_layer(atlas: Atlas) -> None:
    kinds = {row[1] for row in texts(atlas, Kind.FIRE, "E31000901")}

    assert kinds == {"Police force", "Ambulance trust"}
