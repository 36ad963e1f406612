"""The pages: each view gathers, renders, returns."""

from flask import Blueprint

from escwg_map.cartography.colouring import legend_of
from escwg_map.cartography.palette import OUTLINES
from escwg_map.web.contexts.map_page import EmbedPage, MapPage
from escwg_map.web.contexts.records import NationalPage
from escwg_map.web.current import publication, refuse_parameters, selection, weighed_by, weights
from escwg_map.web.filters import filter_form
from escwg_map.web.first_view import first_view_within
from escwg_map.web.gaps import gaps_page
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
    legend = legend_of(asked, atlas, weighed_by(asked))
    place = place_of(asked, atlas, publication())
    return render(
        page(
            title=title,
            selection=asked,
            said=asked.describe(everything),
            form=filter_form(asked, everything, weights=weights()),
            legend=legend,
            outlines=list(OUTLINES.items()),
            listed=project_list(asked, atlas, everything),
            place=place,
            choices=place_choices(everything, asked.layer),
            map_html=publication().map_html,
            first_view=first_view_within(asked, atlas),
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
    """Show where nothing is recorded, and how much there is where something is."""
    asked = selection()
    return render(gaps_page(asked, publication().atlas, weighed_by(asked), weights()))
