"""The pages: each view gathers, renders, returns."""

from flask import Blueprint

from escwg_map.cartography.colouring import legend_of
from escwg_map.cartography.palette import OUTLINES
from escwg_map.cartography.patterns import texture
from escwg_map.charts.bars import coverage_chart
from escwg_map.charts.heat import heat_map
from escwg_map.coverage.covered import find_coverage
from escwg_map.coverage.strangers import find_lonely_cells, find_strangers
from escwg_map.geography.cells import Ground
from escwg_map.selection.area_order import areas_in_order
from escwg_map.tables.coverage import coverage_table
from escwg_map.tables.gaps import gaps_table
from escwg_map.tables.overlaps import lonely_cells_table, strangers_table
from escwg_map.web.contexts.lists import GapsPage
from escwg_map.web.contexts.map_page import EmbedPage, MapPage
from escwg_map.web.contexts.records import NationalPage
from escwg_map.web.current import publication, refuse_parameters, selection
from escwg_map.web.filters import filter_form
from escwg_map.web.map_state import map_state
from escwg_map.web.page import render
from escwg_map.web.place_choices import place_choices
from escwg_map.web.places import place_of
from escwg_map.web.project_list import project_list

pages = Blueprint("pages", __name__)


@pages.get("/")
def show_map() -> str:
    """Show what happens where."""
    return _map(MapPage, "Emergency services collaboration, area by area")


@pages.get("/embed")
def show_embed() -> str:
    """Show the map alone, with what explains it, for a frame in somebody's page."""
    return _map(EmbedPage, "Map of emergency services collaboration")


def _map(page: type[MapPage], title: str) -> str:
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    legend = legend_of(asked, atlas)
    place = place_of(asked, atlas, publication().ground)
    return render(
        page(
            title=title,
            selection=asked,
            said=asked.describe(everything),
            form=filter_form(asked, everything),
            legend=legend,
            outlines=list(OUTLINES.items()),
            listed=project_list(asked, atlas, everything),
            place=place,
            choices=place_choices(everything, asked.layer),
            map_html=publication().map_html,
            state=map_state(asked, atlas, legend, place),
        )
    )


@pages.get("/national")
def show_national() -> str:
    """Show what binds everyone."""
    refuse_parameters()
    atlas = publication().atlas
    return render(
        NationalPage(
            title="National agreements",
            agreements=[
                (agreement, atlas.commitments_of(agreement), atlas.figures_of(agreement))
                for agreement in atlas.register.national
            ],
        )
    )


@pages.get("/gaps")
def show_gaps() -> str:
    """Show where nothing is recorded."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    carried = asked.carried("theme", "service", "area")
    return render(
        GapsPage(
            title="Where nothing is recorded",
            selection=asked,
            said=asked.describe(everything),
            textures=[texture(theme) for theme in atlas.themes.values()],
            heat=heat_map(
                atlas,
                asked.layer,
                atlas.themes_in_areas(asked.layer),
                areas_in_order(atlas, asked.layer, asked.sort, short_names=True),
            ),
            table=gaps_table(atlas, asked.layer, carried, asked.sort),
            whole=Ground.of(atlas.cells),
            bars=coverage_chart(
                atlas,
                find_coverage(list(atlas.themes), atlas.projects, atlas.cells),
                asked.weight,
            ),
            coverage=coverage_table(atlas, carried=asked.carried("theme", "status")),
            strangers=strangers_table(
                atlas, find_strangers(atlas.land.overlaps, atlas.register.partners)
            ),
            lonely=lonely_cells_table(
                atlas, list(find_lonely_cells(atlas.cells, atlas.register.partners))
            ),
        )
    )
