"""A project and an area meet in two ways, never mixed up.

The area's service takes part, or the project's footprint reaches the area's ground.
"""

from collections.abc import Iterable, Iterator, Sequence

from escwg_map.geography.cells import Cell, Ground, areas_of_layer
from escwg_map.geography.footprint import footprint
from escwg_map.records.codes import ServiceCode, Slug
from escwg_map.records.frozen import Frozen
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.vocabulary import Kind


class Meet(Frozen):
    """One project and one area: whether its service takes part, and the share of it reached.

    A service takes part when it is a partner in any role, `former` and `inferred` included.
    """

    project: Slug
    layer: Kind
    code: ServiceCode
    takes_part: bool
    reached_share: float
    reached_people_share: float

    @property
    def reaches(self) -> bool:
        """Whether the footprint takes in any of the area's ground."""
        return self.reached_share > 0


def find_meets(
    projects: Iterable[Project], partners: Iterable[Partner], cells: Sequence[Cell]
) -> Iterator[Meet]:
    """Find every pair of a project and an area that meet, by project, then layer, then code."""
    taking_part: dict[str, set[str]] = {}
    for partner in partners:
        if partner.service:
            taking_part.setdefault(partner.project, set()).add(partner.service)
    areas = {layer: areas_of_layer(cells, layer) for layer in Kind}
    for project in projects:
        reached = footprint(project, cells)
        for layer, grounds in areas.items():
            yield from _in_layer(
                project, layer, grounds, reached, taking_part.get(project.id, set())
            )


def _in_layer(
    project: Project,
    layer: Kind,
    areas: dict[str, Ground],
    reached: Sequence[Cell],
    partners: set[str],
) -> Iterator[Meet]:
    parts = areas_of_layer(reached, layer)
    for code, whole in areas.items():
        if code in partners or code in parts:
            part = parts.get(code, Ground(km2=0, people=0))
            km2_share, people_share = part.share_of(whole)
            yield Meet(
                project=project.id,
                layer=layer,
                code=code,
                takes_part=code in partners,
                reached_share=km2_share,
                reached_people_share=people_share,
            )
