"""The list of places to choose from."""

from dataclasses import replace

from escwg_map.atlas import Atlas
from escwg_map.geography.land import Land
from escwg_map.publish.publication import Publication
from escwg_map.vocabulary import Kind
from escwg_map.web.place_choices import place_choices
from web.fetched import Visitor, text_of


def test_there_is_a_place_in_every_cell(atlas: Atlas, publication: Publication) -> None:
    choices = place_choices(atlas, Kind.POLICE)

    found = {publication.ground.cell_at(c.at.longitude, c.at.latitude) for c in choices}
    assert found == set(atlas.cells)


def test_the_cells_of_one_area_are_told_apart(atlas: Atlas) -> None:
    midtoy = [c.others for c in place_choices(atlas, Kind.POLICE) if c.name == "Midtoy Police"]

    assert midtoy == [
        ("Eastoy Fire", "Seaside Ambulance"),
        ("Eastoy Fire", "Toyshire Ambulance"),
        ("Westoy Fire", "Toyshire Ambulance"),
    ]


def test_the_only_cell_of_an_area_needs_no_more_than_its_name(atlas: Atlas) -> None:
    only = replace(atlas, land=Land.of(atlas.cells[:1], points=atlas.land.points))

    assert [c.others for c in place_choices(only, Kind.POLICE)] == [()]


def test_choosing_one_shows_its_services_without_script(visitor: Visitor) -> None:
    page = visitor.page("/")
    option = page.select("#place-choice option")[1]

    chosen = visitor.page(f"/?at={option['value']}")

    assert option.get_text() == "Midtoy Police (with Eastoy Fire and Seaside Ambulance)"
    assert "Midtoy Police" in text_of(chosen, ".app-place__services")
    assert text_of(chosen, "#place-choice option[selected]") == option.get_text()
