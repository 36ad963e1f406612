"""The map coloured by theme: an area of several themes shows them all, as stripes."""

from collections.abc import Iterable, Iterator, Mapping

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import MEETING, Legend, LegendRow
from escwg_map.cartography.patterns import fill_id, stripes, theme_textures
from escwg_map.vocabulary import Kind
from escwg_map.wording import NONE_RECORDED, count


def legend_by_theme(atlas: Atlas, layer: Kind) -> Legend:
    """Explain a map whose areas are coloured by theme."""
    themes_by_area = atlas.themes_by_area(layer)
    combinations = {themes for themes in themes_by_area.values() if len(themes) > 1}
    return Legend(
        heading="What the colours mean",
        rows=tuple(_rows(atlas, themes_by_area)),
        note=_note(themes_by_area.values()),
        fills={
            code: fill_id(themes) if themes else None for code, themes in themes_by_area.items()
        },
        textures=theme_textures(atlas),
        stripes=tuple(stripes(themes) for themes in sorted(combinations)),
    )


def _rows(atlas: Atlas, themes_by_area: Mapping[str, tuple[str, ...]]) -> Iterator[LegendRow]:
    projects = atlas.count_by_theme()
    for theme in atlas.themes.values():
        yield LegendRow(
            fill=fill_id([theme.id]),
            label=theme.name,
            areas=sum(theme.id in themes for themes in themes_by_area.values()),
            theme=theme,
            projects=projects[theme.id],
        )
    nothing = sum(not themes for themes in themes_by_area.values())
    yield LegendRow(fill=None, label=NONE_RECORDED, areas=nothing)


def _note(areas: Iterable[tuple[str, ...]]) -> str:
    several = sum(len(themes) > 1 for themes in areas)
    if not several:
        return MEETING
    have = count(several, "area has", "areas have")
    return f"{have} several themes, shown as diagonal stripes of all of them. {MEETING}"
