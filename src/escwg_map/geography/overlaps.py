"""Ground that two areas of one layer both claim."""

import numpy as np
import shapely
from geopandas import GeoDataFrame
from msgspec import Struct

from escwg_map.geography.crs import SQUARE_METRES_PER_KM2

SLIVER = 5.0
"""Metres of area over perimeter, about half the width, up to which an overlap is a sliver."""


class Claim(Struct, frozen=True):
    """Two areas of one layer, by code, and the ground in km2 that both claim."""

    one: str
    other: str
    km2: float


def double_claims(areas: GeoDataFrame, *, sliver: float = SLIVER) -> list[Claim]:
    """List the pairs of areas that overlap by more than a sliver, largest first.

    `sliver` is a width in metres, measured as area over perimeter.
    """
    shapes = np.asarray(areas.geometry.array)
    if shapely.coverage_is_valid(shapes):
        return []
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = first < second
    first, second = first[pairs], second[pairs]
    shared = shapely.intersection(shapes[first], shapes[second])
    wide = shapely.area(shared) > sliver * shapely.length(shared)
    codes = areas["code"].to_numpy()
    claims = [
        Claim(codes[one], codes[other], shapely.area(ground) / SQUARE_METRES_PER_KM2)
        for one, other, ground in zip(first[wide], second[wide], shared[wide], strict=True)
    ]
    return sorted(claims, key=lambda claim: -claim.km2)
