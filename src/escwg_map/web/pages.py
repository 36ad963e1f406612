"""The pages: each view gathers, renders, returns."""

from typing import Any

from flask import Blueprint, render_template

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import Legend, legend_by_theme
from escwg_map.cartography.palette import OUTLINES
from escwg_map.errors import NotRecorded
from escwg_map.selection import Selection
from escwg_map.tables.areas import area_projects_table, areas_table
from escwg_map.tables.gaps import gaps_table
from escwg_map.tables.meets import project_areas_table
from escwg_map.tables.projects import projects_table
from escwg_map.tables.sharing import sharing_table
from escwg_map.vocabulary import Kind
from escwg_map.web import links
from escwg_map.web.contexts import (
    AreaPage,
    AreasPage,
    GapsPage,
    MapPage,
    NationalPage,
    ProjectPage,
    ProjectsPage,
    render,
)
from escwg_map.web.current import publication, refuse_parameters, selection
from escwg_map.web.filters import filter_form
from escwg_map.web.places import Place, place_of

pages = Blueprint("pages", __name__)


@pages.get("/")
def show_map() -> str:
    """Show what happens where."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    legend = legend_by_theme(atlas, asked.layer)
    place = place_of(asked, atlas, publication().ground)
    return render(
        MapPage(
            title="Emergency services collaboration, area by area",
            selection=asked,
            said=asked.describe(everything),
            form=filter_form(asked, everything),
            legend=legend,
            outlines=list(OUTLINES.items()),
            table=projects_table(atlas),
            place=place,
            map_html=publication().map_html,
            state=_map_state(asked, atlas, legend, place),
        )
    )


def _map_state(
    asked: Selection, atlas: Atlas, legend: Legend, place: Place | None
) -> dict[str, Any]:
    """What the map's script needs: fills by area, markers, outlines, and the place selected."""
    return {
        "layer": asked.layer,
        "fills": legend.fills,
        "names": {code: service.short_name for code, service in atlas.services.items()},
        "outlines": asked.outlines,
        "at": [asked.at.longitude, asked.at.latitude] if asked.at else None,
        "cell": place.cell.id if place and place.cell else None,
        "markers": [
            {
                "at": [marker.longitude, marker.latitude],
                "title": atlas.project(marker.project).title,
                "colour": atlas.themes[atlas.project(marker.project).theme].colour,
                "card": links.card(marker.project),
            }
            for marker in atlas.markers
        ],
    }


@pages.get("/projects")
def show_projects() -> str:
    """Show the projects of a selection as a table."""
    asked, everything = selection(), publication().atlas
    table = projects_table(asked.apply(everything))
    scheme = everything.schemes[asked.scheme[0]] if len(asked.scheme) == 1 else None
    return render(
        ProjectsPage(
            title="Projects",
            selection=asked,
            said=asked.describe(everything),
            form=filter_form(asked, everything),
            table=table,
            scheme=scheme,
            figures=everything.figures_of(scheme) if scheme else [],
        )
    )


@pages.get("/projects/<project_id>")
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
            partners=atlas.partners_of(project),
            figures=atlas.figures_of(project),
            areas=project_areas_table(atlas, project),
            related=[atlas.project(other) for other in project.related],
        )
    )


@pages.get("/projects/<project_id>/card")
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
    )


@pages.get("/areas")
def show_areas() -> str:
    """Show the areas of a layer, with what a selection finds in each."""
    asked, everything = selection(), publication().atlas
    return render(
        AreasPage(
            title=asked.layer.areas_label.capitalize(),
            selection=asked,
            said=asked.describe(everything),
            table=areas_table(asked.apply(everything), asked.layer),
        )
    )


@pages.get("/areas/<layer>/<code>")
def show_area(layer: str, code: str) -> str:
    """Show one area: its projects, its gaps, and who shares its ground."""
    refuse_parameters()
    if layer not in list(Kind):
        raise NotRecorded(f"There is no layer '{layer}': areas are police, fire or ambulance.")
    atlas, kind = publication().atlas, Kind(layer)
    service = atlas.area(kind, code)
    recorded = atlas.themes_by_area(kind)[code]
    return render(
        AreaPage(
            title=service.name,
            layer=kind,
            service=service,
            ground=atlas.areas(kind)[code],
            projects=area_projects_table(atlas, kind, code),
            leaders=atlas.leaders_of(code),
            gaps=[theme for theme in atlas.themes.values() if theme.id not in recorded],
            neighbours=sharing_table(atlas, kind, code),
        )
    )


@pages.get("/national")
def show_national() -> str:
    """Show what binds everyone."""
    refuse_parameters()
    atlas = publication().atlas
    return render(
        NationalPage(
            title="National agreements",
            agreements=[
                (agreement, atlas.commitments_of(agreement), atlas.figures_of(agreement))
                for agreement in atlas.register.national
            ],
        )
    )


@pages.get("/gaps")
def show_gaps() -> str:
    """Show where nothing is recorded."""
    asked, everything = selection(), publication().atlas
    return render(
        GapsPage(
            title="Where nothing is recorded",
            selection=asked,
            said=asked.describe(everything),
            table=gaps_table(asked.apply(everything), asked.layer),
        )
    )
