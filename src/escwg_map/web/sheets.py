"""Sheets of paper: the briefing of an area, and a view of the map. Plain pages on screen, too."""

from flask import Blueprint

from escwg_map.tables.projects import projects_by_theme_table
from escwg_map.web.area_facts import area_facts, layer_named
from escwg_map.web.contexts.sheets import BriefingPage, PrintPage
from escwg_map.web.current import publication, refuse_parameters, selection, weighed_by
from escwg_map.web.page import render
from escwg_map.web.places import place_of

sheets = Blueprint("sheets", __name__)


@sheets.get("/areas/<layer>/<code>/briefing")
def show_briefing(layer: str, code: str) -> str:
    """Show one area on a sheet of paper."""
    refuse_parameters()
    facts = area_facts(publication().atlas, layer_named(layer), code)
    return render(
        BriefingPage(
            title=f"{facts.service.name}: briefing", facts=facts, publication=publication().name
        )
    )


@sheets.get("/print")
def show_print() -> str:
    """Show the map of a selection, the place selected and the projects, on paper."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    return render(
        PrintPage(
            title=f"Emergency services collaboration: {asked.layer.areas_label}",
            selection=asked,
            said=asked.describe(everything),
            table=projects_by_theme_table(atlas),
            place=place_of(asked, atlas, publication()),
            incidents=weighed_by(asked),
            publication=publication().name,
        )
    )
