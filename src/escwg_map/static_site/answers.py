"""What the script of the map page answers from: the atlas as plain values, small enough to send.

Whatever has its rule on the Python side (orders, classes, words) comes from there, worked out.
"""

from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.cartography.by_count import COUNT_CLASSES, legend_by_count
from escwg_map.cartography.by_gap import GAP_TEXTURES, RECORDED, gaps_of
from escwg_map.cartography.colouring import FILTERED
from escwg_map.cartography.gap_grades import Grade, Grades
from escwg_map.cartography.legend import MEETING
from escwg_map.cartography.palette import OUTLINES
from escwg_map.cartography.patterns import STRIPE, Texture, theme_textures
from escwg_map.geography.cells import Cell
from escwg_map.records.codes import year_of
from escwg_map.records.project import Project
from escwg_map.selection.ordering import Sort
from escwg_map.selection.project_order import PROJECT_KEYS, projects_in_order
from escwg_map.selection.ways import Weight
from escwg_map.vocabulary import Benefit, Kind, Status
from escwg_map.wording import CAUTION, NONE_RECORDED, first_sentence, listing, pages
from escwg_map.wording import square_kilometres as in_km2

Values = dict[str, Any]

WEIGHTS = (Weight.PEOPLE, Weight.KM2)
"""What the site weighs by: counts of incidents stay with whoever serves them."""


def answers_of(atlas: Atlas) -> Values:
    """Write an atlas for the script; places are longitude and latitude."""
    services = atlas.services
    return {
        "names": {code: service.short_name for code, service in services.items()},
        "services": {code: service.name for code, service in services.items()},
        "themes": [
            {"id": theme.id, "name": theme.name, "colour": theme.colour}
            for theme in atlas.themes.values()
        ],
        "schemes": {scheme.id: scheme.name for scheme in atlas.schemes.values()},
        "layers": {kind.value: kind.areas_label for kind in Kind},
        "statuses": [status.value for status in Status],
        "benefits": {benefit.value: benefit.label.lower() for benefit in Benefit},
        "areas": {
            kind.value: {code: atlas.land.points.get(code) for code in atlas.areas(kind)}
            for kind in Kind
        },
        "cells": [_cell(cell, atlas) for cell in atlas.cells],
        "projects": [_project(project, atlas) for project in atlas.projects],
        "pairs": [f"{overlap.a_code}-{overlap.b_code}" for overlap in atlas.land.overlaps],
        "orders": _orders(atlas),
        "fills": _fills(atlas),
    }


def _cell(cell: Cell, atlas: Atlas) -> Values:
    ground = f"{in_km2(cell.km2)} of ground, home to {cell.people:,} people in 2011"
    return {
        "id": cell.id,
        "at": atlas.land.points.get(cell.id),
        "said": f"These three share {ground}.",
        "projects": [project.id for project in atlas.projects_in(cell)],
    }


def _project(project: Project, atlas: Atlas) -> Values:
    partners, meets = atlas.partners_of(project), atlas.meets_of(project)
    markers = (marker for marker in atlas.markers if marker.project == project.id)
    names = [partner.name for partner in partners]
    words = f"{project.title} {project.summary} {project.place} {' '.join(names)}"
    return {
        "id": project.id,
        "title": project.title,
        "theme": project.theme,
        "scheme": project.scheme,
        "status": project.status,
        "benefits": project.benefits,
        "kinds": sorted({partner.kind for partner in partners}),
        "services": sorted({partner.service for partner in partners if partner.service}),
        "takes": [meet.code for meet in meets if meet.takes_part],
        "reaches": [meet.code for meet in meets if meet.reaches],
        "year": year_of(project.started) if project.started else None,
        "words": words.casefold(),
        "at": next(([marker.longitude, marker.latitude] for marker in markers), None),
        "lines": [
            f"{project.status.label}, {pages(project.pages)}",
            first_sentence(project.summary),
            f"With {listing(names)}",
        ],
    }


def _orders(atlas: Atlas) -> dict[str, list[str]]:
    """Give the ids of all projects in each order that lists have; "" is their own."""
    asked = [Sort(key, descending=down) for key in PROJECT_KEYS for down in (False, True)]
    found = {str(sort): projects_in_order(atlas, sort) for sort in asked}
    found[""] = projects_in_order(atlas)
    return {sort: [project.id for project in projects] for sort, projects in found.items()}


def _fills(atlas: Atlas) -> Values:
    textures = (
        *theme_textures(atlas),
        *(each.texture for each in COUNT_CLASSES),
        *GAP_TEXTURES,
    )
    return {
        "textures": [_texture(texture) for texture in textures],
        "band": STRIPE,
        "count": [
            {"fill": each.texture.id, "label": each.label, "first": each.first, "last": each.last}
            for each in COUNT_CLASSES
        ],
        "recorded": [_grade(each) for each in RECORDED],
        "gap": {
            weight.value: {kind.value: _gaps(atlas, kind, weight) for kind in Kind}
            for weight in WEIGHTS
        },
        "nothing": NONE_RECORDED,
        "notes": {
            "theme": MEETING,
            "count": legend_by_count(atlas, Kind.POLICE).note,
            "gap": CAUTION,
            "filtered": FILTERED,
        },
        "outlines": list(OUTLINES),
    }


def _gaps(atlas: Atlas, layer: Kind, weight: Weight) -> Values:
    """Give the grades of the gaps of a layer, and the fill that each area has as a gap."""
    grades = Grades.of(atlas, layer, weight, None)
    return {
        "said": grades.said,
        "rows": [_grade(each) for each in gaps_of(grades)],
        "fills": {code: grades.grade(code).texture.id for code in grades.amounts},
    }


def _grade(grade: Grade) -> Values:
    return {"fill": grade.texture.id, "label": grade.label}


def _texture(texture: Texture) -> Values:
    return {
        "id": texture.id,
        "size": texture.size,
        "colour": texture.colour,
        "marks": texture.marks,
        "mark": texture.mark_colour,
        "opacity": texture.mark_opacity,
    }
