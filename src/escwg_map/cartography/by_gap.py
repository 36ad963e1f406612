"""The map coloured by gaps: where nothing of the themes chosen is recorded, and where something is.

The gaps are what people look for, so they have the strongest fill: the more people live there, or
the more incidents fell there, the darker.
"""

from collections import Counter
from collections.abc import Sequence

from escwg_map.atlas import Atlas
from escwg_map.cartography.gap_grades import HIDDEN, TEXTURES, Grade, Grades
from escwg_map.cartography.legend import Legend, LegendRow
from escwg_map.cartography.palette import REACHED, TAKING_PART
from escwg_map.cartography.patterns import Texture, marks_of, theme_textures
from escwg_map.vocabulary import Kind
from escwg_map.wording import CAUTION

TAKES_PART = Grade("Its service takes part in a project", Texture("gap-filled", TAKING_PART, ""))
ONLY_REACHED = Grade(
    "Reached only by projects of other services", Texture("gap-reached", REACHED, marks_of("dots"))
)
RECORDED = (ONLY_REACHED, TAKES_PART)
GAP_TEXTURES = (*TEXTURES, HIDDEN, *(each.texture for each in RECORDED))


def legend_by_gap(
    atlas: Atlas, layer: Kind, themes: Sequence[str], grades: Grades, *, note: str = ""
) -> Legend:
    """Explain a map of the gaps of some themes, or of all where none is given.

    The atlas holds the projects of these themes only; `note` says what else there is to know.
    """
    found = {code: _class_of(atlas, layer, code, grades) for code in atlas.areas(layer)}
    areas = Counter(found.values())
    return Legend(
        heading=f"Gaps by {grades.said}: {_said(atlas, themes)}",
        rows=tuple(
            LegendRow(fill=each.texture.id, label=each.label, areas=areas[each])
            for each in (*gaps_of(grades), *RECORDED)
            if areas[each] or each.texture is not HIDDEN
        ),
        note=f"{CAUTION} {note}".strip(),
        fills={code: each.texture.id for code, each in found.items()},
        textures=(*theme_textures(atlas), *GAP_TEXTURES),
    )


def gaps_of(grades: Grades) -> list[Grade]:
    """Give the grades of gaps, the darkest first, in words that stand alone."""
    return [_gap(grade) for grade in reversed(grades.all)]


def _gap(grade: Grade) -> Grade:
    return Grade(f"None recorded: {grade.label}", grade.texture)


def _class_of(atlas: Atlas, layer: Kind, code: str, grades: Grades) -> Grade:
    meets = atlas.meets_in(layer, code)
    if any(meet.takes_part for meet in meets):
        return TAKES_PART
    return ONLY_REACHED if meets else _gap(grades.grade(code))


def _said(atlas: Atlas, themes: Sequence[str]) -> str:
    if len(themes) == 1:
        return atlas.themes[themes[0]].name
    return "any of the themes chosen" if themes else "all themes"
