"""The services of the other layers that share an area's ground."""

from escwg_map.atlas import Atlas
from escwg_map.geography.cells import areas_of_layer
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.vocabulary import Kind
from escwg_map.wording import share

_COLUMNS = (
    Column("Service"),
    Column("Kind"),
    Column("Shared ground (km²)", numeric=True),
    Column("Share of this area", numeric=True),
    Column("People living there (2011)", numeric=True),
    Column("Share of this area's people", numeric=True),
)


def sharing_table(atlas: Atlas, layer: Kind, code: str) -> Table:
    """List who else works on an area's ground, with how much of it they share."""
    here = [cell for cell in atlas.cells if cell.code(layer) == code]
    whole = atlas.areas(layer)[code]
    rows = []
    for other in Kind:
        if other is layer:
            continue
        for other_code, part in areas_of_layer(here, other).items():
            km2_share, people_share = part.share_of(whole)
            rows.append(
                (
                    Cell(atlas.services[other_code].name, Target("area", f"{other}/{other_code}")),
                    Cell(other.label),
                    Cell(f"{part.km2:,.0f}", Target("pair", f"{code}/{other_code}")),
                    Cell(share(km2_share), fraction=km2_share),
                    Cell(f"{part.people:,}"),
                    Cell(share(people_share), fraction=people_share),
                )
            )
    return Table("Services that share this area's ground", _COLUMNS, tuple(rows))
