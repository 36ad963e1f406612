"""Which legend a selection asks for."""

from escwg_map.atlas import Atlas
from escwg_map.cartography.by_count import legend_by_count
from escwg_map.cartography.by_gap import legend_by_gap
from escwg_map.cartography.by_theme import legend_by_theme
from escwg_map.cartography.legend import Legend
from escwg_map.selection import Selection
from escwg_map.selection.ways import Colour


def legend_of(selection: Selection, atlas: Atlas) -> Legend:
    """Explain the map of a selection; the atlas is already narrowed to its projects."""
    match selection.colour:
        case Colour.THEME:
            return legend_by_theme(atlas, selection.layer)
        case Colour.COUNT:
            return legend_by_count(atlas, selection.layer)
        case Colour.GAP:
            filtered = selection.but(theme=()).narrows
            return legend_by_gap(atlas, selection.layer, selection.theme, filtered=filtered)
