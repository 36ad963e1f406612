"""The filters: each narrows the projects, and says itself in words.

Several values of one filter widen it; several filters narrow each other.
"""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.records.codes import year_of
from escwg_map.records.project import Project
from escwg_map.wording import listing

Keeps = Callable[[Project], bool]


class Filter(Struct, frozen=True):
    """One field of the selection with its two faces, each made from the field's value."""

    name: str
    keeps: Callable[[Any, Atlas], Keeps]
    says: Callable[[Any, Atlas], str]
    known: Callable[[Atlas], Iterable[str]] | None = None
    """The values that the atlas holds, for filters that name something in it."""


def _kinds_take_part(wanted: Any, atlas: Atlas) -> Keeps:  # noqa: ANN401 - see Filter
    kinds = {kind.value for kind in wanted}
    return lambda project: kinds <= {partner.kind.value for partner in atlas.partners_of(project)}


def _service_takes_part(code: Any, atlas: Atlas) -> Keeps:  # noqa: ANN401
    return lambda project: code in {partner.service for partner in atlas.partners_of(project)}


def _reaches_area(code: Any, atlas: Atlas) -> Keeps:  # noqa: ANN401
    return lambda project: any(
        meet.code == code and meet.reaches for meet in atlas.meets_of(project)
    )


def _reaches_cell(cell_id: Any, atlas: Atlas) -> Keeps:  # noqa: ANN401
    reaching = {project.id for project in atlas.projects_in(atlas.cell(cell_id))}
    return lambda project: project.id in reaching


def _holds_words(text: Any, atlas: Atlas) -> Keeps:  # noqa: ANN401
    wanted = text.casefold().split()

    def holds(project: Project) -> bool:
        partners = " ".join(partner.name for partner in atlas.partners_of(project))
        said = f"{project.title} {project.summary} {project.place} {partners}".casefold()
        return all(word in said for word in wanted)

    return holds


def _started(keeps: Callable[[int], bool]) -> Keeps:
    # A project with no stated start stays in whatever years are asked for, and pages say so.
    return lambda project: not project.started or keeps(year_of(project.started))


FILTERS = (
    Filter(
        "theme",
        keeps=lambda themes, _: lambda project: project.theme in themes,
        says=lambda themes, atlas: f"theme {listing([atlas.themes[t].name for t in themes])}",
        known=lambda atlas: atlas.themes,
    ),
    Filter(
        "scheme",
        keeps=lambda schemes, _: lambda project: project.scheme in schemes,
        says=lambda schemes, atlas: f"scheme {listing([atlas.schemes[s].name for s in schemes])}",
        known=lambda atlas: atlas.schemes,
    ),
    Filter(
        "status",
        keeps=lambda statuses, _: lambda project: project.status in statuses,
        says=lambda statuses, _: f"status {listing(statuses)}",
    ),
    Filter(
        "benefit",
        keeps=lambda benefits, _: lambda project: not set(benefits).isdisjoint(project.benefits),
        says=lambda benefits, _: f"benefit {listing([b.label.lower() for b in benefits])}",
    ),
    Filter("kind", keeps=_kinds_take_part, says=lambda kinds, _: f"{listing(kinds)} taking part"),
    Filter(
        "service",
        keeps=_service_takes_part,
        says=lambda code, atlas: f"{atlas.services[code].name} taking part",
        known=lambda atlas: atlas.services,
    ),
    Filter(
        "area",
        keeps=_reaches_area,
        says=lambda code, atlas: f"reaching the area of {atlas.services[code].name}",
        known=lambda atlas: atlas.services,
    ),
    Filter(
        "cell",
        keeps=_reaches_cell,
        says=lambda cell, atlas: (
            "reaching the ground that "
            f"{listing([atlas.services[code].short_name for code in cell.split('-')])} share"
        ),
        known=lambda atlas: [cell.id for cell in atlas.cells],
    ),
    Filter(
        "from_",
        keeps=lambda year, _: _started(lambda start: start >= year),
        says=lambda year, _: f"started in {year} or later, or no start stated",
    ),
    Filter(
        "to",
        keeps=lambda year, _: _started(lambda start: start <= year),
        says=lambda year, _: f"started in {year} or earlier, or no start stated",
    ),
    Filter("q", keeps=_holds_words, says=lambda text, _: f"with the words “{text}”"),
)
