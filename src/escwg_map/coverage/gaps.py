"""Where the register records nothing: one row an area and theme.

A gap is an absence from the register of 2016, never a finding that nobody works together.
"""

from collections.abc import Iterable, Iterator, Sequence

from escwg_map.coverage.grouping import KeyOf, by_theme
from escwg_map.coverage.meets import Meet
from escwg_map.geography.cells import Cell, Ground, areas_of_layer
from escwg_map.geography.footprint import footprint
from escwg_map.records.codes import ServiceCode, Slug
from escwg_map.records.frozen import Frozen
from escwg_map.records.project import Project
from escwg_map.vocabulary import Kind


class ThemeInArea(Frozen):
    """What is recorded of one theme in one area.

    `takes_part` and `reaches` are numbers of projects; `reached_share` is the share of the area's
    ground that lies in at least one of their footprints.
    """

    layer: Kind
    code: ServiceCode
    theme: Slug
    takes_part: int
    reaches: int
    reached_share: float

    @property
    def recorded(self) -> bool:
        """Whether the register holds anything here."""
        return self.takes_part > 0 or self.reaches > 0


def find_themes_in_areas(
    layer: Kind,
    themes: Sequence[str],
    projects: Sequence[Project],
    meets: Iterable[Meet],
    cells: Sequence[Cell],
    *,
    key: KeyOf = by_theme,
) -> Iterator[ThemeInArea]:
    """Count, for every area of a layer and every theme, the projects that meet it.

    With another key, the themes are other groups of projects, such as schemes.
    """
    theme_of = {project.id: key(project) for project in projects}
    reached = {theme: _reached([p for p in projects if key(p) == theme], cells) for theme in themes}
    met: dict[tuple[str, str], list[Meet]] = {}
    for meet in meets:
        if meet.layer is layer:
            met.setdefault((meet.code, theme_of[meet.project]), []).append(meet)
    for code, ground in areas_of_layer(cells, layer).items():
        for theme in themes:
            here = met.get((code, theme), [])
            part = Ground.of(cell for cell in reached[theme] if cell.code(layer) == code)
            yield ThemeInArea(
                layer=layer,
                code=code,
                theme=theme,
                takes_part=sum(meet.takes_part for meet in here),
                reaches=sum(meet.reaches for meet in here),
                reached_share=part.share_of(ground)[0],
            )


def _reached(projects: Iterable[Project], cells: Sequence[Cell]) -> set[Cell]:
    return {cell for project in projects for cell in footprint(project, cells)}
