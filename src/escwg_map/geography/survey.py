"""Surveying the overlay: all that the boundaries say, so that later rooms need no shapes."""

import numpy as np
import shapely

from escwg_map.geography.borders import find_borders
from escwg_map.geography.land import Degrees, Land, Metres
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.projection import to_wgs_84
from escwg_map.vocabulary import Kind

_NEAR_ENOUGH = 500.0
"""Metres: how exactly the middle of an area's widest part is wanted."""

_DECIMALS = 4
"""Decimals of the degrees of those middles: about ten metres."""


def survey(overlay: Overlay) -> Land:
    """Work out what the boundaries say."""
    areas = _middles_of_areas(overlay)
    cells = {
        cell.id: _middle(shape) for cell, shape in zip(overlay.cells, overlay.shapes, strict=True)
    }
    return Land.of(
        overlay.cells,
        list(find_borders(overlay.cells, overlay.shapes)),
        areas,
        _in_degrees(areas | cells),
    )


def _middles_of_areas(overlay: Overlay) -> dict[str, Metres]:
    middles: dict[str, Metres] = {}
    for layer in Kind:
        codes = np.array([cell.code(layer) for cell in overlay.cells])
        for code in sorted(set(codes.tolist())):
            middles[code] = _middle(shapely.union_all(overlay.shapes[codes == code]))
    return middles


def _middle(shape: shapely.Geometry) -> Metres:
    ground = shapely.MultiPolygon(shapely.get_parts(shape).tolist())
    middle = shapely.get_point(shapely.maximum_inscribed_circle(ground, _NEAR_ENOUGH), 0)
    x, y = shapely.get_coordinates(middle)[0].tolist()
    return round(x), round(y)


def _in_degrees(middles: dict[str, Metres]) -> dict[str, Degrees]:
    points = to_wgs_84(np.array([shapely.Point(*middle) for middle in middles.values()]))
    rounded = np.round(shapely.get_coordinates(points), _DECIMALS).tolist()
    return {name: (x, y) for name, (x, y) in zip(middles, rounded, strict=True)}
