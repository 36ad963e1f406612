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
    for code in sorted(areas, key=lambda code: -float(shapely.area(areas[code]))):
        shape = shapely.transform(areas[code], to_pixels)
        colours = [atlas.themes[theme].colour for theme in themes.get(code, ())]
        _draw_area(picture, shape, colours or [NOTHING_RECORDED])
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


def _draw_area(picture: Image.Image, shape: shapely.Geometry, colours: Sequence[str]) -> None:
    """Fill an area and draw its border; only the ground round it is filled, which takes less."""
    left, top = map(int, shapely.bounds(shape)[:2])
    right, bottom = (int(edge) + 1 for edge in shapely.bounds(shape)[2:])
    # An area inside another is drawn over it, as all are drawn the largest first: no holes.
    rings = [shapely.get_coordinates(part.exterior) for part in shapely.get_parts(shape).tolist()]
    mask = Image.new("L", (right - left + 1, bottom - top + 1))
    for ring in rings:
        ImageDraw.Draw(mask).polygon((ring - (left, top)).ravel().tolist(), fill=255)
    picture.paste(_fill(colours, mask.size, left + top), (left, top), mask)
    for ring in rings:
        ImageDraw.Draw(picture).line(ring.ravel().tolist(), fill=BORDER, width=_FINER)


def _fill(colours: Sequence[str], size: tuple[int, int], begin: int) -> Image.Image:
    """Fill a picture with one colour, or with slanting stripes of several.

    A stripe is where x + y is between two multiples of its width; at the corner it is `begin`, so
    that stripes of neighbours are those of one pattern.
    """
    filled = Image.new("RGB", size, colours[0])
    if len(colours) == 1:
        return filled
    draw, (width, height), step = ImageDraw.Draw(filled), size, _FINER * _STRIPE
    for number in range(begin // step, (begin + width + height) // step + 1):
        x = number * step - begin
        corners = [(x - height, height), (x, 0), (x + step, 0), (x + step - height, height)]
        draw.polygon(corners, fill=colours[number % len(colours)])
    return filled


def _write(picture: Image.Image) -> None:
    draw, left = ImageDraw.Draw(picture), _FINER * 2 * _MARGIN
    top = picture.height * 0.3
    for text, size in _WORDS:
        draw.text((left, top), text, fill=INK, font=ImageFont.load_default(_FINER * size))
        top += _FINER * size * 1.35
