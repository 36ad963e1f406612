"""Ground that no area of a layer claims, with areas of the layer all around it."""

from collections import Counter

import numpy as np
import shapely
from geopandas import GeoDataFrame
from msgspec import Struct

from escwg_map.geography.crs import SQUARE_METRES_PER_KM2
from escwg_map.geography.overlaps import SLIVER

_NEXT_TO = 1.0
"""Metres between a gap and the areas that it lies between."""


class Gap(Struct, frozen=True):
    """The codes of the areas around one gap or several, and their ground in km² together."""

    codes: tuple[str, ...]
    km2: float


def gaps_between(areas: GeoDataFrame, *, sliver: float = SLIVER) -> list[Gap]:
    """List the gaps between areas that are more than a sliver, by the areas around, largest first.

    `sliver` is a width in metres, measured as area over perimeter. Gaps that are open to the sea
    cannot be told from inlets, and are not listed.
    """
    shapes = np.asarray(areas.geometry.array)
    sound = shapely.coverage_is_valid(shapes)
    whole = shapely.coverage_union_all(shapes) if sound else shapely.union_all(shapes)
    rings = [ring for part in shapely.get_parts(whole) for ring in part.interiors]
    holes = np.asarray(shapely.polygons(np.array(rings, dtype=object)))
    wide = holes[shapely.area(holes) > sliver * shapely.length(holes)]
    # A hole may hold islands, which are ground again.
    gaps = shapely.difference(wide, whole) if len(wide) else wide
    around = shapely.STRtree(shapes).query(gaps, predicate="dwithin", distance=_NEXT_TO)
    codes = areas["code"].to_numpy()
    ground: Counter[tuple[str, ...]] = Counter()
    for number, square_metres in enumerate(shapely.area(gaps).tolist()):
        ground[tuple(sorted(codes[around[1][around[0] == number]]))] += square_metres
    return [Gap(names, total / SQUARE_METRES_PER_KM2) for names, total in ground.most_common()]
