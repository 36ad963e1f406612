"""What the page of gaps shows: the matrix, how far themes reach, who has no project together."""

from escwg_map.atlas import Atlas
from escwg_map.cartography.patterns import texture
from escwg_map.charts.bars import BarChart, coverage_chart, incidents_chart
from escwg_map.charts.heat import HeatMap, heat_map
from escwg_map.coverage.covered import find_coverage
from escwg_map.coverage.strangers import find_lonely_cells, find_strangers
from escwg_map.demand.incidents import Incidents, ranks
from escwg_map.geography.cells import Ground
from escwg_map.selection import Selection
from escwg_map.selection.area_order import areas_in_order
from escwg_map.selection.ways import Weight
from escwg_map.tables.gaps import gaps_table
from escwg_map.tables.incidents import reach_table
from escwg_map.tables.overlaps import lonely_cells_table, strangers_table
from escwg_map.web.contexts.lists import GapsPage


def gaps_page(
    asked: Selection, everything: Atlas, counted: Incidents | None, weights: list[Weight]
) -> GapsPage:
    """Gather the page; `counted` are the incidents that it is weighed by, where it is by them."""
    atlas = asked.apply(everything)
    partners = atlas.register.partners
    lonely = list(find_lonely_cells(atlas.cells, partners))
    return GapsPage(
        title="Where nothing is recorded",
        selection=asked,
        said=asked.describe(everything),
        textures=[texture(theme) for theme in atlas.themes.values()],
        heat=_heat(asked, atlas, counted),
        table=gaps_table(
            atlas, asked.layer, asked.carried("theme", "service", "area"), asked.sort, counted
        ),
        whole=Ground.of(atlas.cells),
        bars=_bars(asked, atlas, counted),
        coverage=reach_table(atlas, counted, carried=asked.carried("theme", "status")),
        strangers=strangers_table(atlas, find_strangers(atlas.land.overlaps, partners), counted),
        lonely=lonely_cells_table(atlas, lonely, counted),
        weights=weights,
        incidents=counted,
    )


def _heat(asked: Selection, atlas: Atlas, counted: Incidents | None) -> HeatMap:
    numbers = ranks(counted.by_area(atlas.areas(asked.layer)) if counted else None)
    codes = areas_in_order(atlas, asked.layer, asked.sort, short_names=True, incidents=numbers)
    return heat_map(atlas, asked.layer, atlas.themes_in_areas(asked.layer), codes)


def _bars(asked: Selection, atlas: Atlas, counted: Incidents | None) -> BarChart:
    if counted:
        return incidents_chart(atlas, counted)
    found = find_coverage(list(atlas.themes), atlas.projects, atlas.cells)
    return coverage_chart(atlas, found, asked.weight)
