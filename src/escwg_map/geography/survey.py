"""Surveying the overlay: all that the boundaries say, so that later rooms need no shapes."""

import numpy as np
import shapely

from escwg_map.geography.borders import find_borders
from escwg_map.geography.land import Land, Metres
from escwg_map.geography.overlay import Overlay
from escwg_map.vocabulary import Kind

_NEAR_ENOUGH = 500.0
"""Metres: how exactly the middle of an area's widest part is wanted."""


def survey(overlay: Overlay) -> Land:
    """Work out what the boundaries say."""
    return Land.of(
        overlay.cells, list(find_borders(overlay.cells, overlay.shapes)), _middles(overlay)
    )


def _middles(overlay: Overlay) -> dict[str, Metres]:
    middles: dict[str, Metres] = {}
    for layer in Kind:
        codes = np.array([cell.code(layer) for cell in overlay.cells])
        for code in sorted(set(codes.tolist())):
            parts = shapely.get_parts(shapely.union_all(overlay.shapes[codes == code]))
            ground = shapely.MultiPolygon(parts.tolist())
            middle = shapely.get_point(shapely.maximum_inscribed_circle(ground, _NEAR_ENOUGH), 0)
            x, y = shapely.get_coordinates(middle)[0].tolist()
            middles[code] = (round(x), round(y))
    return middles
