"""The pages: each view gathers, renders, returns."""

from typing import Any

from flask import Blueprint

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import Legend, legend_by_theme
from escwg_map.cartography.palette import OUTLINES
from escwg_map.cartography.patterns import texture
from escwg_map.charts.bars import coverage_chart
from escwg_map.charts.heat import heat_map
from escwg_map.coverage.covered import find_coverage
from escwg_map.coverage.strangers import find_lonely_cells, find_strangers
from escwg_map.geography.cells import Ground
from escwg_map.selection import Selection
from escwg_map.selection.area_order import areas_in_order
from escwg_map.tables.coverage import coverage_table
from escwg_map.tables.gaps import gaps_table
from escwg_map.tables.overlaps import lonely_cells_table, strangers_table
from escwg_map.tables.projects import projects_table
from escwg_map.web import links
from escwg_map.web.contexts import MapPage, NationalPage
from escwg_map.web.current import publication, refuse_parameters, selection
from escwg_map.web.filters import filter_form
from escwg_map.web.list_contexts import GapsPage
from escwg_map.web.page import render
from escwg_map.web.places import Place, place_of

pages = Blueprint("pages", __name__)


@pages.get("/")
def show_map() -> str:
    """Show what happens where."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    legend = legend_by_theme(atlas, asked.layer)
    place = place_of(asked, atlas, publication().ground)
    return render(
        MapPage(
            title="Emergency services collaboration, area by area",
            selection=asked,
            said=asked.describe(everything),
            form=filter_form(asked, everything),
            legend=legend,
            outlines=list(OUTLINES.items()),
            table=projects_table(atlas),
            place=place,
            map_html=publication().map_html,
            state=_map_state(asked, atlas, legend, place),
        )
    )


def _map_state(
    asked: Selection, atlas: Atlas, legend: Legend, place: Place | None
) -> dict[str, Any]:
    """What the map's script needs: fills by area, markers, outlines, and the place selected."""
    return {
        "layer": asked.layer,
        "fills": legend.fills,
        "names": {code: service.short_name for code, service in atlas.services.items()},
        "outlines": asked.outlines,
        "at": [asked.at.longitude, asked.at.latitude] if asked.at else None,
        "cell": place.cell.id if place and place.cell else None,
        "markers": [
            {
                "at": [marker.longitude, marker.latitude],
                "title": atlas.project(marker.project).title,
                "colour": atlas.themes[atlas.project(marker.project).theme].colour,
                "card": links.card(marker.project),
            }
            for marker in atlas.markers
        ],
    }


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
