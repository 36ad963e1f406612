"""One area as a picture: its ground among its neighbours, the other two layers' borders over it."""

from collections.abc import Iterator

from escwg_map.atlas import Atlas
from escwg_map.cartography.frame import Frame
from escwg_map.cartography.naming import Name, names_that_fit, wide_enough
from escwg_map.cartography.palette import HIGHLIGHT, INK, INK_SOFT, OUTLINES
from escwg_map.cartography.picture import (
    Line,
    Patch,
    Picture,
    borders,
    land,
    line_key,
    thin,
)
from escwg_map.geography.drawn_ground import DrawnGround, Steps
from escwg_map.vocabulary import Kind
from escwg_map.wording import listing

AREA_PIXELS = (640, 480)
SMALLEST_KM = 25
"""A picture of an area is never of less ground than this across."""

_HIDDEN = 40
"""Pixels up and down from its middle: a smaller area would lie hidden under its name."""


def area_picture(layer: Kind, code: str, atlas: Atlas, ground: DrawnGround) -> Picture:
    """Draw an area of a layer."""
    shape = ground.shapes[layer][code]
    frame = Frame.around(shape.box, AREA_PIXELS, margin=0.16, smallest_km=SMALLEST_KM)
    others = [other for other in Kind if other is not layer]
    name = atlas.services[code].name
    return Picture(
        title=f"Map of the area of {name}",
        description=f"The ground of {name} among its neighbours. {_sharing(code, atlas)}",
        frame=frame,
        patches=(*land(ground, frame, layer), Patch(shape.path, HIGHLIGHT, code, name)),
        lines=(
            *thin(ground, layer),
            *borders(ground, others, weight=0.8),
            Line(shape.path, INK, 1.7),
        ),
        labels=names_that_fit(_names(layer, code, atlas, ground, frame), frame),
        key=line_key(others),
    )


def _names(
    layer: Kind, code: str, atlas: Atlas, ground: DrawnGround, frame: Frame
) -> Iterator[Name]:
    """Name the area, then the services that have a part of its ground, then its neighbours."""
    own = ground.shapes[layer][code]
    half = (own.box[3] - own.box[1]) / 2 / frame.steps_per_pixel
    beside = half if half < _HIDDEN else 0
    yield Name(atlas.services[code].short_name, (own.middle,), bold=True, beside=beside)
    for overlap in atlas.land.overlaps_of(code):
        if overlap.share_of_a < _NEARLY_ALL:
            middles = _middles(code, overlap.b_code, atlas, ground)
            colour = OUTLINES[overlap.b_layer].colour
            yield Name(atlas.services[overlap.b_code].short_name, tuple(middles), colour)
    for other, shape in ground.shapes[layer].items():
        name = atlas.services[other].short_name
        if other != code and wide_enough(shape, name, frame):
            places = (shape.middle, *_middles(other, other, atlas, ground))
            yield Name(name, places, INK_SOFT)


_NEARLY_ALL = 0.99
"""A service with all of the ground is named in the description: its name would say nothing here."""


def _middles(one: str, other: str, atlas: Atlas, ground: DrawnGround) -> list[Steps]:
    """The middles of the cells that two areas have in common, the largest cell's first."""
    shared = atlas.land.cells_of(one) & atlas.land.cells_of(other)
    cells = sorted((atlas.cell(cell) for cell in shared), key=lambda cell: (-cell.km2, cell.id))
    return [ground.shapes["cells"][cell.id].middle for cell in cells]


def _sharing(code: str, atlas: Atlas) -> str:
    names = [atlas.services[o.b_code].name for o in atlas.land.overlaps_of(code)]
    return f"{listing(names)} share its ground." if names else ""
