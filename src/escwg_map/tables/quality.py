"""How complete and how sure the register is."""

from collections.abc import Callable, Iterable

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.records.service_index import IndexDifference
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.tables.figures import format_figure
from escwg_map.wording import count, share

_LEFT_OPEN: tuple[tuple[str, Callable[[Project, Atlas], bool]], ...] = (
    ("No start is stated", lambda project, _: not project.started),
    ("No end is stated", lambda project, _: not project.ended),
    ("No place is named", lambda project, _: not project.place),
    ("No benefit is stated", lambda project, _: not project.benefits),
    ("No figure is given", lambda project, atlas: not atlas.figures_of(project)),
    ("The pages are inferred", lambda project, _: project.pages_inferred),
    ("Printed under a Future heading", lambda project, _: project.printed_under_future),
)


def left_open_table(atlas: Atlas) -> Table:
    """Count the projects of which the overview leaves something open."""
    rows = []
    for name, is_open in _LEFT_OPEN:
        number = sum(is_open(project, atlas) for project in atlas.projects)
        part = number / len(atlas.projects) if atlas.projects else 0.0
        rows.append((Cell(name), Cell(f"{number:,}"), Cell(share(part))))
    columns = (
        Column("What the overview leaves open"),
        Column("Projects", numeric=True),
        Column("Share of all", numeric=True),
    )
    return Table(
        f"What is not known of {count(len(atlas.projects), 'project')}", columns, tuple(rows)
    )


def inferred_table(atlas: Atlas) -> Table:
    """List the projects whose pages were worked out and leave room for doubt."""
    found = [project for project in atlas.projects if project.pages_inferred]
    rows = tuple(
        (
            Cell(project.title, Target("project", project.id)),
            Cell(", ".join(map(str, project.pages))),
        )
        for project in found
    )
    caption = f"{count(len(rows), 'project')} with inferred pages"
    return Table(caption, (Column("Project"), Column("Pages")), rows)


def doubtful_table(atlas: Atlas) -> Table:
    """List the printed figures that cannot be trusted, each with the reason."""
    rows = tuple(
        (
            Cell(figure.measure),
            Cell(format_figure(figure)),
            _owner(atlas, figure.project),
            Cell(str(figure.page)),
            Cell(figure.doubtful),
        )
        for figure in atlas.register.figures
        if figure.doubtful
    )
    columns = tuple(
        Column(heading)
        for heading in ("What was counted", "As printed", "Of", "Page", "Why doubtful")
    )
    return Table(f"{count(len(rows), 'doubtful figure')}", columns, rows)


def differences_table(atlas: Atlas, differences: Iterable[IndexDifference]) -> Table:
    """List the pages on which the overview's Service index and the register differ, and why."""
    rows = tuple(
        (
            Cell(
                atlas.services[found.service].name,
                Target("area", f"{atlas.services[found.service].kind}/{found.service}"),
            ),
            Cell(str(found.page)),
            Cell("The index only" if found.in_index else "The register only"),
            Cell(found.explanation or "Not explained"),
        )
        for found in differences
    )
    columns = tuple(Column(heading) for heading in ("Service", "Page", "Where it stands", "Why"))
    caption = f"{count(len(rows), 'difference')} from the overview’s own Service index"  # noqa: RUF001
    return Table(caption, columns, rows)


def _owner(atlas: Atlas, owner: str) -> Cell:
    """Name what a figure is of: a project, a scheme, or a national agreement."""
    if owner in atlas.schemes:
        return Cell(atlas.schemes[owner].name, Target("projects", f"scheme={owner}"))
    agreements = {agreement.id: agreement.title for agreement in atlas.register.national}
    if owner in agreements:
        return Cell(agreements[owner])
    return Cell(atlas.project(owner).title, Target("project", owner))
