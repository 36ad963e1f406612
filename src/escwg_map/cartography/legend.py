"""The legend as data: every fill on the map, with how many projects and areas it stands for."""

from dataclasses import dataclass

from escwg_map.atlas import Atlas
from escwg_map.cartography.patterns import Stripes, Texture, fill_id, stripes, texture
from escwg_map.records.theme import Theme
from escwg_map.vocabulary import Kind


@dataclass(frozen=True)
class LegendRow:
    """One theme: its projects, and the areas of the layer in which it is recorded."""

    theme: Theme
    fill: str
    projects: int
    areas: int


@dataclass(frozen=True)
class Legend:
    """What the fills mean; `fills` gives each area its fill, or none where nothing is recorded."""

    rows: tuple[LegendRow, ...]
    several: int
    nothing: int
    fills: dict[str, str | None]
    textures: tuple[Texture, ...]
    stripes: tuple[Stripes, ...]


def legend_by_theme(atlas: Atlas, layer: Kind) -> Legend:
    """Explain a map whose areas are coloured by theme."""
    themes_by_area = atlas.themes_by_area(layer)
    projects = atlas.count_by_theme()
    rows = tuple(
        LegendRow(
            theme=theme,
            fill=fill_id([theme.id]),
            projects=projects[theme.id],
            areas=sum(theme.id in themes for themes in themes_by_area.values()),
        )
        for theme in atlas.themes.values()
    )
    combinations = {themes for themes in themes_by_area.values() if len(themes) > 1}
    return Legend(
        rows=rows,
        several=sum(len(themes) > 1 for themes in themes_by_area.values()),
        nothing=sum(not themes for themes in themes_by_area.values()),
        fills={
            code: fill_id(themes) if themes else None for code, themes in themes_by_area.items()
        },
        textures=tuple(texture(theme) for theme in atlas.themes.values()),
        stripes=tuple(stripes(themes) for themes in sorted(combinations)),
    )
