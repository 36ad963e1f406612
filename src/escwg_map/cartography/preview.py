"""The picture that other sites show beside a link to the map: a PNG, as they take no SVG.

Drawn once when publishing: the police areas of everything, coloured by theme, and the name.
"""

import io
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from escwg_map.atlas import Atlas
from escwg_map.cartography.palette import BORDER, INK, NOTHING_RECORDED, SEA
from escwg_map.vocabulary import Kind

SIZE = (1200, 630)
"""Pixels across and down, the shape that sites ask for."""

_FINER = 2
"""Drawn so many times as large and then made smaller, so that slanting edges are smooth."""

_MARGIN = 24
_STRIPE = 7
"""Pixels: the width of one theme's stripe in an area of several."""

_WORDS = (
    ("Emergency services", 52),
    ("collaboration map", 52),
    ("What police, fire and ambulance services", 25),
    ("do together, area by area, as recorded", 25),
    ("in the 2016 national overview", 25),
)
_COLOURS = 256

Points = NDArray[np.float64]
"""A row a point."""


def preview(atlas: Atlas, areas: Mapping[str, shapely.Geometry]) -> bytes:
    """Draw the map beside its name; `areas` are the police areas by code, in metres."""
    width, height = (_FINER * pixels for pixels in SIZE)
    picture = Image.new("RGB", (width, height), SEA)
    to_pixels = _frame(np.asarray(shapely.total_bounds(list(areas.values()))), width, height)
    themes = atlas.themes_by_area(Kind.POLICE)
    fills = {found: _fill(atlas, found, picture.size) for found in set(themes.values())}
    for code in sorted(areas, key=lambda code: -float(shapely.area(areas[code]))):
        shape = shapely.transform(areas[code], to_pixels)
        _draw_area(picture, shape, fills[themes.get(code, ())])
    _write(picture)
    smaller = picture.resize(SIZE, Image.Resampling.LANCZOS).quantize(_COLOURS)
    body = io.BytesIO()
    smaller.save(body, "PNG", optimize=True)
    return body.getvalue()


def _frame(box: Points, width: int, height: int) -> Callable[[Points], Points]:
    """Make what gives the pixels of places in metres, on the right of the picture."""
    west, south, east, north = box.tolist()
    room = height - 2 * _FINER * _MARGIN
    scale = room / max(north - south, east - west)
    left = width - _FINER * _MARGIN - room + (room - (east - west) * scale) / 2
    top = (height + (north - south) * scale) / 2
    return lambda places: np.column_stack(
        [left + (places[:, 0] - west) * scale, top - (places[:, 1] - south) * scale]
    )


def _fill(atlas: Atlas, themes: Sequence[str], size: tuple[int, int]) -> Image.Image:
    """Fill a picture with the colour of one theme, or with slanting stripes of several."""
    colours = [atlas.themes[theme].colour for theme in themes] or [NOTHING_RECORDED]
    filled = Image.new("RGB", size, colours[0])
    if len(colours) == 1:
        return filled
    draw, (width, height) = ImageDraw.Draw(filled), size
    step = _FINER * _STRIPE
    for number, begin in enumerate(range(-height, width, step)):
        corners = [(begin, height), (begin + height, 0), (begin + height + step, 0)]
        draw.polygon([*corners, (begin + step, height)], fill=colours[number % len(colours)])
    return filled


def _draw_area(picture: Image.Image, shape: shapely.Geometry, fill: Image.Image) -> None:
    mask = Image.new("L", picture.size)
    draw = ImageDraw.Draw(mask)
    # An area inside another is drawn over it, as all are drawn the largest first: no holes.
    rings = [
        shapely.get_coordinates(part.exterior).ravel().tolist()
        for part in shapely.get_parts(shape).tolist()
    ]
    for ring in rings:
        draw.polygon(ring, fill=255)
    picture.paste(fill, mask=mask)
    for ring in rings:
        ImageDraw.Draw(picture).line(ring, fill=BORDER, width=_FINER)


def _write(picture: Image.Image) -> None:
    draw, left = ImageDraw.Draw(picture), _FINER * 2 * _MARGIN
    top = picture.height * 0.3
    for text, size in _WORDS:
        draw.text((left, top), text, fill=INK, font=ImageFont.load_default(_FINER * size))
        top += _FINER * size * 1.35
