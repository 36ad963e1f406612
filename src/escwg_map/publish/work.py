"""The order of the work: files to records, layers to cells, and everything drawn once."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import shapely
from pydantic import TypeAdapter

from escwg_map.atlas import Atlas
from escwg_map.cartography.overview_map import draw_overview_map
from escwg_map.cartography.preview import preview
from escwg_map.errors import RefusedInput
from escwg_map.geography.drawn_ground import WINDOW_STEPS
from escwg_map.geography.marker import Marker
from escwg_map.geography.marker_places import place_markers
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.shape import DECIMALS, Bbox
from escwg_map.geography.sound import sound
from escwg_map.geography.survey import survey
from escwg_map.publish.artefacts import with_compressed, write_publication
from escwg_map.publish.checking import Checked, check
from escwg_map.publish.geometry import (
    DETAIL_TOLERANCE,
    OVERVIEW_TOLERANCE,
    areas_of,
    bounds,
    simplified,
    topology,
    write_grid_shapes,
    write_shapes,
)
from escwg_map.publish.inputs import publication_name
from escwg_map.publish.made_before import made_before
from escwg_map.publish.paths import draw_ground, window_steps
from escwg_map.publish.register_files import register_files
from escwg_map.publish.static_files import map_script, map_style, static_files
from escwg_map.records.register import Register
from escwg_map.settings import Settings, beside_the_package
from escwg_map.vocabulary import Kind

_FIRST_TOLERANCE = 1.5
"""Steps; about a pixel, where the map is 630 pixels high."""

Say = Callable[[str], None]
Advance = Callable[[float], None]
"""Told now and then which part of the work is done: 0 at the beginning, 1 at the end."""


def published(
    settings: Settings, say: Say = lambda _: None, advance: Advance = lambda _: None
) -> Path:
    """Give the folder of the publication of these inputs, publishing first when there is none.

    Raises:
        RefusedInput: the register or the boundaries have problems; all of them are listed.
    """
    return made_before(settings) or publish(settings, say, advance)


def publish(
    settings: Settings, say: Say = lambda _: None, advance: Advance = lambda _: None
) -> Path:
    """Do the slow work, and write the finished artefacts.

    Raises:
        RefusedInput: there are problems, or the inputs changed while they were read.
    """
    name = publication_name(settings)
    files = artefacts(settings, say, advance)
    if publication_name(settings) != name:
        raise RefusedInput("The inputs changed while they were read: publish once more.", [])
    folder = write_publication(settings.published, name, files)
    advance(1)
    return folder


def artefacts(
    settings: Settings, say: Say = lambda _: None, advance: Advance = lambda _: None
) -> dict[str, bytes]:
    """Do the slow work: give the content of every file of the publication.

    What is measured and taken away has the detail of the files; what is drawn has no more than the
    map shows, so that two million vertices are drawn as fast as sixty thousand.
    """
    say("Reading the register and the boundaries")
    checked = check(settings, lambda: advance(0.2))
    if checked.problems or checked.ground is None:
        raise RefusedInput(
            "Nothing is published before these problems are mended:", checked.problems
        )
    advance(0.4)
    say("Drawing the map")
    register, ground = checked.register, sound(checked.ground)
    with ThreadPoolExecutor(1) as beside:  # compressing lets other threads go on meanwhile
        static = beside.submit(_static)
        drawn = beside.submit(with_compressed, _drawn(register, ground, advance))
        say("Writing geometry, data and their compressed copies")
        files = register_files(register, settings.data, settings.boundaries)
        files |= {
            "facts.json": json.dumps(_facts(settings, checked)).encode(),
            "shapes.json": _json(write_shapes(ground)),
        }
        files |= drawn.result() | static.result()
    advance(0.9)
    return files


def _static() -> dict[str, bytes]:
    static = static_files(beside_the_package("static"))
    return with_compressed({f"static/{path}": body for path, body in static.items()})


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _facts(settings: Settings, checked: Checked) -> dict[str, object]:
    return {
        "sliver_width": settings.sliver_width,
        "remarks": [str(remark) for remark in checked.remarks],
    }


def _drawn(register: Register, ground: Overlay, advance: Advance) -> dict[str, bytes]:
    detail = simplified(ground, DETAIL_TOLERANCE)
    overview = simplified(ground, OVERVIEW_TOLERANCE)
    advance(0.55)
    atlas = Atlas.of(register, survey(detail), _markers(register, detail))
    window = bounds(detail)
    parts = draw_overview_map(window, geometry=("overview.json", "detail.json"))
    advance(0.7)
    files = {
        "atlas.json": TypeAdapter(Atlas).dump_json(atlas, exclude_defaults=True),
        "grid_shapes.json": _json(write_grid_shapes(ground, atlas.markers)),
        "pictures.json": draw_ground(overview).model_dump_json().encode(),
        "first_view.json": _first_view(overview, window),
        "preview.png": preview(atlas, _police_areas(overview)),
        "map/map.js": map_script(beside_the_package("static"), parts.script),
        "map/map.css": map_style(beside_the_package("static"), parts.style),
        "map/map.html": parts.html.encode(),
        "map/overview.json": topology(overview),
        "map/detail.json": topology(detail),
    }
    advance(0.8)
    return files


def _first_view(overview: Overlay, window: Bbox) -> bytes:
    """Draw the ground as it is seen first, no finer than is seen in a window of usual height."""
    left, bottom, right, top = shapely.total_bounds(overview.shapes).tolist()
    step = max(right - left, top - bottom) / WINDOW_STEPS
    coarse = simplified(overview, _FIRST_TOLERANCE * step)
    return draw_ground(coarse, window_steps(window)).model_dump_json().encode()


def _police_areas(ground: Overlay) -> dict[str, shapely.Geometry]:
    codes, shapes = areas_of(ground.cells, ground.shapes, Kind.POLICE)
    return dict(zip(codes, shapes.tolist(), strict=True))


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
