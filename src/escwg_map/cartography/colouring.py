"""Which legend a selection asks for."""

from escwg_map.atlas import Atlas
from escwg_map.cartography.by_count import legend_by_count
from escwg_map.cartography.by_gap import legend_by_gap
from escwg_map.cartography.by_theme import legend_by_theme
from escwg_map.cartography.gap_grades import Grades
from escwg_map.cartography.legend import Legend
from escwg_map.demand.incidents import Incidents
from escwg_map.selection import Selection
from escwg_map.selection.ways import Colour

FILTERED = "Only projects that match the filters count."


def legend_of(selection: Selection, atlas: Atlas, incidents: Incidents | None = None) -> Legend:
    """Explain the map of a selection; the atlas is already narrowed to its projects.

    `incidents` are those that gaps are weighed by, where the selection asks for them.
    """
    match selection.colour:
        case Colour.THEME:
            return legend_by_theme(atlas, selection.layer)
        case Colour.COUNT:
            return legend_by_count(atlas, selection.layer)
        case Colour.GAP:
            grades = Grades.of(atlas, selection.layer, selection.weight, incidents)
            filtered = FILTERED if selection.but(theme=()).narrows else ""
            note = f"{filtered} {incidents.said if incidents else ''}".strip()
            return legend_by_gap(atlas, selection.layer, selection.theme, grades, note=note)
