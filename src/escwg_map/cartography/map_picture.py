"""The map of a view as a picture: what the map page shows, for paper and for no script."""

from collections.abc import Iterator

from escwg_map.atlas import Atlas
from escwg_map.cartography.colouring import legend_of
from escwg_map.cartography.frame import Frame
from escwg_map.cartography.legend import Legend, LegendRow
from escwg_map.cartography.palette import FAR, HERE, INK, NOTHING_RECORDED
from escwg_map.cartography.picture import (
    Dot,
    KeyRow,
    Label,
    Line,
    Patch,
    Picture,
    borders,
    line_key,
)
from escwg_map.demand.incidents import Incidents
from escwg_map.geography.cells import Cell
from escwg_map.geography.drawn_ground import DrawnGround
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.wording import count

MAP_PIXELS = (640, 724)


def map_picture(
    selection: Selection,
    atlas: Atlas,
    ground: DrawnGround,
    said: str,
    here: Cell | None,
    incidents: Incidents | None = None,
) -> Picture:
    """Draw the map of a selection, for which the atlas was narrowed; `here` is the place's cell."""
    legend = legend_of(selection, atlas, incidents)
    frame = Frame.around(ground.box, MAP_PIXELS)
    found = count(len(atlas.projects), "project")
    return Picture(
        title=_title(selection),
        description=f"{found}: {said}. {legend.heading}. {legend.note}",
        frame=frame,
        patches=tuple(_patches(selection.layer, atlas, ground, legend)),
        lines=(*borders(ground, selection.outlines), *_place(ground, here)),
        labels=tuple(_numbers(atlas, ground, frame, legend)),
        dots=(*_markers(atlas, ground, frame), *_point(selection, ground, frame)),
        key=(*_key(legend), *line_key(selection.outlines)),
        textures=legend.textures,
        stripes=legend.stripes,
    )


def first_view(
    selection: Selection, atlas: Atlas, ground: DrawnGround, incidents: Incidents | None = None
) -> Picture:
    """Draw what lies below the map until that is drawn: its areas and borders, and no more."""
    legend = legend_of(selection, atlas, incidents)
    return Picture(
        title=_title(selection),
        description=f"{legend.heading}. {legend.note}",
        frame=Frame.exactly(ground.box),
        patches=tuple(_patches(selection.layer, atlas, ground, legend)),
        lines=tuple(borders(ground, selection.outlines, FAR)),
        textures=legend.textures,
        stripes=legend.stripes,
    )


def _title(selection: Selection) -> str:
    return f"Map of {selection.layer.areas_label} of England and Wales"


def _patches(layer: Kind, atlas: Atlas, ground: DrawnGround, legend: Legend) -> list[Patch]:
    return [
        Patch(
            shape.path, legend.fills.get(code) or NOTHING_RECORDED, code, atlas.services[code].name
        )
        for code, shape in ground.shapes[layer].items()
    ]


def _numbers(atlas: Atlas, ground: DrawnGround, frame: Frame, legend: Legend) -> Iterator[Label]:
    """Print the number that each area's colour stands for, where it stands for one."""
    for code, text in legend.labels.items():
        yield Label(frame.pixel(ground.place(*atlas.land.points[code])), text, bold=True)


def _place(ground: DrawnGround, here: Cell | None) -> list[Line]:
    """Outline the three areas of the place selected, and its cell more strongly."""
    if here is None:
        return []
    areas = [Line(ground.shapes[layer][here.code(layer)].path, INK, 1.5) for layer in Kind]
    return [*areas, Line(ground.shapes["cells"][here.id].path, INK, 3)]


def _markers(atlas: Atlas, ground: DrawnGround, frame: Frame) -> list[Dot]:
    projects = [(atlas.project(marker.project), marker) for marker in atlas.markers]
    return [
        Dot(
            frame.pixel(ground.place(marker.longitude, marker.latitude)),
            atlas.themes[project.theme].colour,
            project.title,
        )
        for project, marker in projects
    ]


def _point(selection: Selection, ground: DrawnGround, frame: Frame) -> list[Dot]:
    if selection.at is None:
        return []
    place = ground.place(selection.at.longitude, selection.at.latitude)
    return [Dot(frame.pixel(place), HERE, "The place selected")]


def _key(legend: Legend) -> list[KeyRow]:
    shown = [row for row in legend.rows if row.projects != 0]
    return [KeyRow(*_said(row), row.fill) for row in shown]


def _said(row: LegendRow) -> tuple[str, str]:
    """Say a row in two lines: what follows a colon would not fit into the first."""
    label, _, more = row.label.partition(": ")
    projects = None if row.projects is None else count(row.projects, "project")
    return label, ", ".join(filter(None, (more, projects, count(row.areas, "area"))))
