"""One project as a picture: its footprint in the fill of its theme, and its marker."""

from collections.abc import Iterator

from escwg_map.atlas import Atlas
from escwg_map.cartography.frame import Frame
from escwg_map.cartography.naming import Name, names_that_fit, wide_enough
from escwg_map.cartography.palette import INK, INK_SOFT
from escwg_map.cartography.patterns import fill_id, texture
from escwg_map.cartography.picture import Dot, Line, Patch, Picture, land, thin
from escwg_map.geography.drawn_ground import DrawnGround, DrawnShape, box_of
from escwg_map.records.codes import kind_of
from escwg_map.records.project import Project
from escwg_map.vocabulary import Kind
from escwg_map.wording import listing

PROJECT_PIXELS = (640, 480)
SMALLEST_KM = 90
"""A footprint is shown with so much ground about it that one sees where in the country it is."""


def project_picture(project: Project, atlas: Atlas, ground: DrawnGround) -> Picture:
    """Draw where a project operates."""
    shapes = _shapes(project, ground)
    frame = Frame.around(
        box_of([shape.box for shape in shapes.values()]),
        PROJECT_PIXELS,
        margin=0.3,
        smallest_km=SMALLEST_KM,
    )
    theme = atlas.themes[project.theme]
    layer = kind_of(project.areas[0])
    dots = tuple(_markers(project, atlas, ground, frame))
    names = listing([atlas.services[code].name for code in shapes])
    return Picture(
        title=f"Map of where this operates: {project.title}",
        description=f"The ground of {names}, filled with the pattern of {theme.name}.",
        frame=frame,
        patches=(
            *land(ground, frame, layer),
            *(
                Patch(shape.path, fill_id([theme.id]), code, atlas.services[code].name)
                for code, shape in shapes.items()
            ),
        ),
        lines=(*thin(ground, layer), *(Line(s.path, INK, 1.3) for s in shapes.values())),
        dots=dots,
        labels=names_that_fit(_names(shapes, layer, atlas, ground, frame), frame, dots),
        textures=(texture(theme),),
    )


def _shapes(project: Project, ground: DrawnGround) -> dict[str, DrawnShape]:
    layers = {code: ground.shapes[kind_of(code)] for code in project.areas}
    return {code: shapes[code] for code, shapes in layers.items() if code in shapes}


def _markers(project: Project, atlas: Atlas, ground: DrawnGround, frame: Frame) -> Iterator[Dot]:
    for marker in atlas.markers:
        if marker.project == project.id:
            place = frame.pixel(ground.place(marker.longitude, marker.latitude))
            yield Dot(place, atlas.themes[project.theme].colour, project.place or project.title)


def _names(
    shapes: dict[str, DrawnShape], layer: Kind, atlas: Atlas, ground: DrawnGround, frame: Frame
) -> Iterator[Name]:
    for code, shape in shapes.items():
        yield Name(atlas.services[code].short_name, (shape.middle,), bold=True)
    for code, shape in ground.shapes[layer].items():
        name = atlas.services[code].short_name
        if code not in shapes and wide_enough(shape, name, frame):
            yield Name(name, (shape.middle,), INK_SOFT)
