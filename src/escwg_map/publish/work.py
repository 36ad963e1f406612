"""The order of the work: files to records, layers to cells, and everything drawn once."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely
from pydantic import TypeAdapter

from escwg_map.atlas import Atlas
from escwg_map.cartography.overview_map import draw_overview_map
from escwg_map.errors import RefusedInput
from escwg_map.geography.marker import Marker
from escwg_map.geography.marker_places import place_markers
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.projection import to_wgs_84
from escwg_map.publish.artefacts import MANIFEST, write_publication
from escwg_map.publish.checking import check
from escwg_map.publish.geometry import (
    DECIMALS,
    OVERVIEW_TOLERANCE,
    bounds,
    simplified,
    topology,
    write_shapes,
)
from escwg_map.publish.inputs import publication_name
from escwg_map.publish.static_files import static_files
from escwg_map.records.register import Register
from escwg_map.settings import Settings, beside_the_package

Say = Callable[[str], None]


def published(settings: Settings, say: Say = lambda _: None) -> Path:
    """Give the folder of the publication of these inputs, publishing first when there is none yet.

    Raises:
        RefusedInput: the register or the boundaries have problems; all of them are listed.
    """
    folder = settings.published / publication_name(settings)
    if (folder / MANIFEST).is_file():
        return folder
    return publish(settings, say)


def publish(settings: Settings, say: Say = lambda _: None) -> Path:
    """Do the slow work, and write the finished artefacts."""
    say("Reading the register and the boundaries")
    checked = check(settings)
    if checked.problems or checked.ground is None:
        raise RefusedInput(
            "Nothing is published before these problems are mended:", checked.problems
        )
    register, ground = checked.register, checked.ground
    say("Placing markers and drawing the map")
    atlas = Atlas.of(register, ground.cells, _markers(register, ground))
    parts = draw_overview_map(bounds(ground), geometry=("overview.json", "detail.json"))
    say("Writing geometry, data and their compressed copies")
    files = {
        "atlas.json": TypeAdapter(Atlas).dump_json(atlas, exclude_defaults=True),
        "shapes.json": json.dumps(write_shapes(ground), separators=(",", ":")).encode(),
        "map/overview.json": topology(simplified(ground, OVERVIEW_TOLERANCE)),
        "map/detail.json": topology(ground),
        "map/map.js": parts.script.encode(),
        "map/map.css": parts.style.encode(),
        "map/map.html": parts.html.encode(),
    }
    static = static_files(beside_the_package("static"))
    files |= {f"static/{path}": body for path, body in static.items()}
    return write_publication(settings.published, publication_name(settings), files)


def _markers(register: Register, ground: Overlay) -> list[Marker]:
    """Put markers where the overview names the place, otherwise inside the footprint."""
    spread = place_markers(register.projects, ground.cells, ground.shapes)
    points = to_wgs_84(np.array([shapely.Point(*place) for place in spread.values()], dtype=object))
    inside = dict(zip(spread, shapely.get_coordinates(points).tolist(), strict=True))
    markers = []
    for project in register.projects:
        named = (project.longitude, project.latitude)
        placed = None not in named
        longitude, latitude = named if placed else inside.get(project.id, (None, None))
        if longitude is not None and latitude is not None:
            markers.append(
                Marker(
                    project=project.id,
                    longitude=round(longitude, DECIMALS),
                    latitude=round(latitude, DECIMALS),
                    placed=placed,
                )
            )
    return markers
