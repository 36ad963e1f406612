"""What the templates of the map are given: the whole page, and the map alone."""

from typing import Any

from escwg_map.cartography.legend import Legend
from escwg_map.cartography.palette import Outline
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.web.filters import FilterForm
from escwg_map.web.first_view import FirstView
from escwg_map.web.page import Page
from escwg_map.web.place_choices import PlaceChoice
from escwg_map.web.places import Place
from escwg_map.web.project_list import ProjectList


class MapPage(Page, frozen=True):
    """The map of a selection, with its legend, its table, and the place that was selected."""

    selection: Selection
    """What was asked for."""
    said: str
    """The selection in words."""
    form: FilterForm
    """The filters with what is ticked."""
    legend: Legend
    """What the fills mean."""
    outlines: list[tuple[Kind, Outline]]
    """The line styles of the three layers' borders."""
    listed: ProjectList
    """The same projects as a table or as cards."""
    place: Place | None
    """What there is at the place selected, if one is."""
    choices: list[PlaceChoice]
    """A place in every cell, to choose from."""
    map_html: str
    """The element that holds the map, as Folium drew it."""
    first_view: FirstView | None
    """What is seen until it is drawn, where the page has that within."""
    state: dict[str, Any]
    """What the map's script needs to know of this view."""


class EmbedPage(MapPage, frozen=True):
    """The same map for a frame in somebody's page."""
