"""What the map's script needs to know of a view; it travels as JSON inside the page."""

from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import Legend
from escwg_map.geography.marker import Marker
from escwg_map.selection import Selection
from escwg_map.selection.ways import Markers
from escwg_map.web import links
from escwg_map.web.places import Place

_FEW = 1_000
"""Markers that carry their titles: of more, the script asks for those that stand alone in sight."""


def map_state(
    asked: Selection, atlas: Atlas, legend: Legend, place: Place | None
) -> dict[str, Any]:
    """Give fills and labels by area, markers, outlines, and the place selected.

    Places are longitude and latitude, in that order.
    """
    return {
        "layer": asked.layer,
        "fills": legend.fills,
        "names": {code: service.short_name for code, service in atlas.services.items()},
        "labels": _labels(asked, atlas, legend),
        "numbers": bool(legend.labels),
        "outlines": asked.outlines,
        "at": [place.point.longitude, place.point.latitude] if place else None,
        "cell": place.cell.id if place and place.cell else None,
        "spread": asked.markers is Markers.SPREAD,
        "titles": links.titles(),
        "markers": _markers(asked, atlas) if _shows_markers(asked, legend) else [],
    }


def _shows_markers(asked: Selection, legend: Legend) -> bool:
    """Leave groups out where areas have numbers: theirs would be mistaken for the areas'."""
    return asked.markers is Markers.SPREAD or (
        asked.markers is Markers.GROUPED and not legend.labels
    )


def _labels(asked: Selection, atlas: Atlas, legend: Legend) -> list[dict[str, Any]]:
    names = {code: atlas.services[code].short_name for code in atlas.areas(asked.layer)}
    return [
        {"code": code, "at": atlas.land.points[code], "text": text}
        for code, text in (legend.labels or names).items()
    ]


def _markers(asked: Selection, atlas: Atlas) -> list[dict[str, Any]]:
    """Spread out, every marker stands alone, and all titles are wanted."""
    with_titles = asked.markers is Markers.SPREAD or len(atlas.markers) <= _FEW
    return [_marker(marker, atlas, with_titles=with_titles) for marker in atlas.markers]


def _marker(marker: Marker, atlas: Atlas, *, with_titles: bool) -> dict[str, Any]:
    project = atlas.project(marker.project)
    title = {"title": project.title} if with_titles else {}
    return title | {
        "at": [marker.longitude, marker.latitude],
        "id": project.id,
        "colour": atlas.themes[project.theme].colour,
        "page": links.project(project.id),
    }
