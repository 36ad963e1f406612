"""The list of places to choose from: one in each cell, named by the areas that meet there."""

from collections import Counter

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.selection.parameters import Point
from escwg_map.vocabulary import Kind


class PlaceChoice(Struct, frozen=True):
    """A point inside a cell; `others` tell the cells of an area apart, where it has several."""

    at: Point
    name: str
    others: tuple[str, ...]


def place_choices(atlas: Atlas, layer: Kind) -> list[PlaceChoice]:
    """List a place in every cell, by the names of a layer's areas."""
    names = {code: service.short_name for code, service in atlas.services.items()}
    cells = Counter(cell.code(layer) for cell in atlas.cells)
    choices = [
        PlaceChoice(
            at=Point(*atlas.land.points[cell.id]),
            name=names[cell.code(layer)],
            others=tuple(names[cell.code(other)] for other in Kind if other is not layer)
            if cells[cell.code(layer)] > 1
            else (),
        )
        for cell in atlas.cells
    ]
    return sorted(choices, key=lambda choice: (choice.name, choice.others))
