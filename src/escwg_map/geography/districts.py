"""The districts, checked as one coverage: no overlaps, shared borders shared vertex for vertex."""

import numpy as np
import shapely
from geopandas import GeoDataFrame, GeoSeries
from msgspec import Struct
from numpy.typing import NDArray

from escwg_map.errors import RefusedInput
from escwg_map.geography.overlaps import double_claims
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.repair import repaired
from escwg_map.records.problem import Problem

_CENTIMETRE = 2

# The width that may pass between two districts is none at all: they are drawn from one topology.
_NO_SLIVER = 0.0


_NEAR_ENOUGH = 50.0
"""Metres: how exactly the middle of a district's widest part is wanted."""


class Districts(Struct, frozen=True, eq=False):
    """District polygons sorted by code: columns code, name, country and geometry, in EPSG:27700.

    Coordinates are rounded to a centimetre, so that the last bits of a transformation do not show.
    """

    frame: GeoDataFrame


def checked_districts(frame: GeoDataFrame, file: str) -> tuple[Districts, list[Problem]]:
    """Make districts of a frame in EPSG:27700, with the repairs that were made on the way.

    Raises RefusedInput listing by code: doubled codes, broken polygons, and, once those are gone,
    pairs that overlap and districts whose borders do not match their neighbours' vertex for vertex.
    """
    repair = repaired(_to_the_centimetre(frame), file)
    _refuse(file, [*_doubled(frame, file), *repair.faults])
    districts = repair.frame.sort_values("code", ignore_index=True)
    _refuse(file, _coverage_faults(districts, file))
    return Districts(districts), list(repair.mended)


def middles(districts: Districts) -> dict[str, tuple[float, float]]:
    """Give a point in the widest part of each district, by code: longitude, latitude (WGS 84)."""
    shapes = [
        shapely.MultiPolygon(shapely.get_parts(shape).tolist())
        for shape in districts.frame.geometry
    ]
    circles = shapely.maximum_inscribed_circle(np.array(shapes, dtype=object), _NEAR_ENOUGH)
    places = shapely.get_coordinates(to_wgs_84(shapely.get_point(circles, 0))).tolist()
    return {
        code: (longitude, latitude)
        for code, (longitude, latitude) in zip(districts.frame["code"], places, strict=True)
    }


def _to_the_centimetre(frame: GeoDataFrame) -> GeoDataFrame:
    shapes = shapely.transform(np.asarray(frame.geometry.array), _rounded)
    return frame.set_geometry(GeoSeries(shapes, index=frame.index, crs=frame.crs))


def _rounded(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(coordinates, _CENTIMETRE)


def _refuse(file: str, faults: list[Problem]) -> None:
    if faults:
        raise RefusedInput(f"{file} is refused", faults)


def _doubled(frame: GeoDataFrame, file: str) -> list[Problem]:
    return [
        Problem(
            file=file, row=int(row) + 1, column="code", message=message, cure="keep one of them"
        )
        for row in np.flatnonzero(frame["code"].duplicated())
        for message in [f"{frame['code'].iloc[row]} is there twice"]
    ]


def _coverage_faults(districts: GeoDataFrame, file: str) -> list[Problem]:
    shapes = np.asarray(districts.geometry.array)
    if shapely.coverage_is_valid(shapes):
        return []
    overlapping = [
        f"{claim.one} and {claim.other} overlap by {claim.km2:.3f} km2"
        for claim in double_claims(districts, sliver=_NO_SLIVER)
    ]
    loose = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
    unmatched = [
        f"the border of {code} does not match its neighbours' vertex for vertex"
        for code in districts["code"].to_numpy()[loose]
    ]
    cure = "take all districts from one file of the same source, date and level of detail"
    return [Problem(file=file, message=text, cure=cure) for text in [*overlapping, *unmatched]]
