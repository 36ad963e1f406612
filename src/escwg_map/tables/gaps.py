"""The matrix of areas and themes: what is recorded where, and where nothing is."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.gaps import ThemeInArea
from escwg_map.demand.incidents import Incidents, ranks
from escwg_map.selection.area_order import areas_in_order
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.tables.areas import NONE_RECORDED
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.tables.incidents import with_incidents
from escwg_map.vocabulary import Kind
from escwg_map.wording import share


def gaps_table(
    atlas: Atlas,
    layer: Kind,
    carried: str = "",
    sort: Sort | None = None,
    incidents: Incidents | None = None,
) -> Table:
    """Draw up the matrix of a layer; `carried` is added to the query of every link.

    A cell counts the projects in which the area's service takes part; where there is none but a
    footprint reaches the area, it says `reaches` with the share of the area's ground.
    """
    rows: dict[str, list[Cell]] = {}
    for entry in atlas.themes_in_areas(layer):
        name = Cell(atlas.services[entry.code].name, Target("area", f"{layer}/{entry.code}"))
        rows.setdefault(entry.code, [name]).append(_cell(entry, carried))
    columns = (
        Column("Area", sort=SortKey.NAME),
        *(Column(theme.name) for theme in atlas.themes.values()),
    )
    numbers = incidents.by_area(atlas.areas(layer)) if incidents else None
    order = areas_in_order(atlas, layer, sort, incidents=ranks(numbers))
    caption = f"Projects recorded in the 2016 overview: {layer.areas_label} by theme"
    table = Table(caption, columns, tuple(tuple(rows[code]) for code in order), sort)
    if incidents is None or numbers is None:
        return table
    return with_incidents(table, [numbers[code] for code in order], incidents, place=1)


def _cell(entry: ThemeInArea, carried: str) -> Cell:
    if entry.takes_part:
        query = f"theme={entry.theme}&service={entry.code}{carried}"
        return Cell(str(entry.takes_part), Target("projects", query))
    if entry.reaches:
        query = f"theme={entry.theme}&area={entry.code}{carried}"
        return Cell(f"reaches {share(entry.reached_share)}", Target("projects", query))
    return Cell(NONE_RECORDED, empty=True)
