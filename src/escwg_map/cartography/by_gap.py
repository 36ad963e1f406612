"""The map coloured by gaps: where nothing of the themes chosen is recorded, and where something is.

The gaps are what people look for, so they have the strongest fill.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import Legend, LegendRow
from escwg_map.cartography.palette import GAP, REACHED, TAKING_PART
from escwg_map.cartography.patterns import HATCHED, Texture, hatching, marks_of, theme_textures
from escwg_map.vocabulary import Kind
from escwg_map.wording import CAUTION, NONE_RECORDED


@dataclass(frozen=True)
class GapClass:
    """One of the three things that can be recorded of an area, with its fill."""

    label: str
    texture: Texture


TAKES_PART = GapClass("Its service takes part in a project", Texture("gap-filled", TAKING_PART, ""))
ONLY_REACHED = GapClass(
    "Reached only by projects of other services", Texture("gap-reached", REACHED, marks_of("dots"))
)
NOTHING = GapClass(NONE_RECORDED, Texture("gap-none", GAP, hatching(3), HATCHED))
GAP_CLASSES = (NOTHING, ONLY_REACHED, TAKES_PART)


def legend_by_gap(atlas: Atlas, layer: Kind, themes: Sequence[str], *, filtered: bool) -> Legend:
    """Explain a map of the gaps of some themes, or of all where none is given.

    The atlas holds the projects of these themes only; `filtered` says that others are left out too.
    """
    found = {code: _class_of(atlas, layer, code) for code in atlas.areas(layer)}
    areas = Counter(found.values())
    return Legend(
        heading=f"Gaps: {_said(atlas, themes)}",
        rows=tuple(
            LegendRow(fill=each.texture.id, label=each.label, areas=areas[each])
            for each in GAP_CLASSES
        ),
        note=f"{CAUTION} Only projects that match the filters count." if filtered else CAUTION,
        fills={code: each.texture.id for code, each in found.items()},
        textures=(*theme_textures(atlas), *(each.texture for each in GAP_CLASSES)),
    )


def _class_of(atlas: Atlas, layer: Kind, code: str) -> GapClass:
    meets = atlas.meets_in(layer, code)
    if any(meet.takes_part for meet in meets):
        return TAKES_PART
    return ONLY_REACHED if meets else NOTHING


def _said(atlas: Atlas, themes: Sequence[str]) -> str:
    if len(themes) == 1:
        return atlas.themes[themes[0]].name
    return "any of the themes chosen" if themes else "all themes"
