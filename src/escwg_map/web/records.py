"""The pages of single records and their lists: projects and areas."""

from flask import Blueprint, Response, render_template

from escwg_map.atlas import Atlas
from escwg_map.cartography.patterns import texture
from escwg_map.charts.timeline import timeline
from escwg_map.coverage.starts import find_starts
from escwg_map.errors import BadSelection
from escwg_map.records.codes import kind_of
from escwg_map.records.project import Project
from escwg_map.selection import Selection
from escwg_map.selection.ordering import SortKey
from escwg_map.selection.parameters import Point, slugs
from escwg_map.tables.areas import areas_table
from escwg_map.tables.columns import Table
from escwg_map.tables.incidents import reach_table
from escwg_map.tables.meets import project_areas_table
from escwg_map.tables.peers import project_peers_table
from escwg_map.tables.starts import starts_table
from escwg_map.vocabulary import Role
from escwg_map.web.area_facts import area_facts, layer_named
from escwg_map.web.contexts.lists import AreasPage, ProjectsPage
from escwg_map.web.contexts.records import AreaPage, ProjectPage
from escwg_map.web.current import (
    publication,
    read_parameters,
    refuse_parameters,
    selection,
    weighed_by,
    weight_asked,
    weights,
)
from escwg_map.web.filters import filter_form
from escwg_map.web.json_text import json_answer
from escwg_map.web.page import render
from escwg_map.web.project_list import project_list

records = Blueprint("records", __name__)

_FIGURES_ON_A_CARD = 3

_MOST_TITLES = 100


@records.get("/projects")
def show_projects() -> str:
    """Show the projects of a selection, as a table or as cards."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    starts = find_starts(atlas.projects)
    scheme = everything.schemes[asked.scheme[0]] if len(asked.scheme) == 1 else None
    return render(
        ProjectsPage(
            title="Projects",
            selection=asked,
            said=asked.describe(everything),
            form=filter_form(asked, everything, on_map=False),
            textures=[texture(theme) for theme in everything.themes.values()],
            listed=project_list(asked, atlas, everything),
            timeline=timeline(starts, list(everything.themes)),
            starts=starts_table(everything, starts),
            undated=sum(not project.started for project in atlas.projects),
            scheme=scheme,
            figures=everything.figures_of(scheme) if scheme else [],
        )
    )


@records.get("/projects/<project_id>")
def show_project(project_id: str) -> str:
    """Show one project whole."""
    refuse_parameters()
    atlas = publication().atlas
    project = atlas.project(project_id)
    return render(
        ProjectPage(
            title=project.title,
            project=project,
            theme=atlas.themes[project.theme],
            scheme=atlas.schemes[project.scheme],
            partners=sorted(
                atlas.partners_of(project), key=lambda partner: partner.role is not Role.LEAD
            ),
            figures=atlas.figures_of(project),
            services={code: atlas.services[code] for code in project.areas},
            areas=project_areas_table(atlas, project),
            related=[atlas.project(other) for other in project.related],
            peers=project_peers_table(atlas, project),
            on_map=_on_map(atlas, project),
        )
    )


def _on_map(atlas: Atlas, project: Project) -> Selection:
    places = [Point(m.longitude, m.latitude) for m in atlas.markers if m.project == project.id]
    return Selection(
        layer=kind_of(project.areas[0]), scheme=(project.scheme,), at=next(iter(places), None)
    )


@records.get("/projects/<project_id>/card")
def show_card(project_id: str) -> str:
    """Send a project in short, for the popup of its marker."""
    refuse_parameters()
    atlas = publication().atlas
    project = atlas.project(project_id)
    return render_template(
        "partials/card.html",
        project=project,
        theme=atlas.themes[project.theme],
        partners=atlas.partners_of(project),
        figures=atlas.figures_of(project)[:_FIGURES_ON_A_CARD],
    )


@records.get("/titles")
def send_titles() -> Response:
    """Send titles of projects by their ids, for markers whose page would be too long with them.

    Raises:
        BadSelection: too many are asked for.
    """
    wanted = read_parameters({"id": slugs}).get("id", ())
    if len(wanted) > _MOST_TITLES:
        raise BadSelection("id", f"Ask for {_MOST_TITLES} titles at most, not for {len(wanted)}.")
    atlas = publication().atlas
    return json_answer({project: atlas.project(project).title for project in wanted})


@records.get("/areas")
def show_areas() -> str:
    """Show the areas of a layer, with what a selection finds in each."""
    asked, everything = selection(), publication().atlas
    carried = asked.carried("service", "area")
    counted = weighed_by(asked)
    table = areas_table(asked.apply(everything), asked.layer, carried, asked.sort, counted)
    return render(
        AreasPage(
            title=asked.layer.areas_label.capitalize(),
            selection=asked,
            said=asked.describe(everything),
            table=table,
            weights=weights(),
            incidents=counted,
            jumps=_jumps(table),
        )
    )


def _jumps(table: Table) -> list[tuple[str, str]]:
    """Give the letters that names begin with, each with the cell to jump to, if by name."""
    if table.sorted_by and table.sorted_by.key is not SortKey.NAME:
        return []
    names = [row[0] for row in table.rows]
    return list({name.text[0].upper(): name.anchor for name in reversed(names)}.items())[::-1]


@records.get("/areas/<layer>/<code>")
def show_area(layer: str, code: str) -> str:
    """Show one area: its projects, its gaps, and who shares its ground."""
    counted = weighed_by(weight_asked())
    atlas, kind = publication().atlas, layer_named(layer)
    facts = area_facts(atlas, kind, code)
    return render(
        AreaPage(
            title=facts.service.name,
            facts=facts,
            coverage=reach_table(atlas, counted, code),
            weights=weights(),
            incidents=counted,
            on_map=Selection(layer=kind, at=Point(*atlas.land.points[code])),
        )
    )
