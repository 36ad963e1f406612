"""Coordinate systems of points, and the way from each to metres of British National Grid."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from escwg_map.errors import EscwgMapError
from escwg_map.geography.crs import BRITISH_NATIONAL_GRID, WGS_84
from escwg_map.geography.transformation import grid_of_degrees

Numbers = NDArray[np.float64]


class System(Struct, frozen=True):
    """One coordinate system, as PROJ writes it, and whether its numbers are degrees."""

    name: str
    in_degrees: bool

    @classmethod
    def of(cls, asked: str) -> "System":
        """Understand a code such as EPSG:27700, or the text or JSON of a system.

        Raises:
            EscwgMapError: there is no such system, or it is none of places on a map.
        """
        try:
            crs = CRS.from_user_input(asked)
        except CRSError as error:
            raise _unknown(asked) from error
        if not (crs.is_geographic or crs.is_projected):
            raise _unknown(asked)
        if crs.equals(CRS(WGS_84), ignore_axis_order=True):
            return DEGREES
        if crs == CRS(BRITISH_NATIONAL_GRID):
            return GRID
        return cls(crs.to_string(), crs.is_geographic)

    def to_grid(self, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        """Turn points into eastings and northings; infinite where the system does not reach.

        WGS 84 goes by the transformation that all our maps use.
        """
        if self == GRID:
            return x, y
        if self == DEGREES:
            metres = grid_of_degrees(np.column_stack([x, y]))
            return metres[:, 0], metres[:, 1]
        # Made anew for each batch, because no two threads may use the same one.
        way = Transformer.from_crs(self.name, BRITISH_NATIONAL_GRID, always_xy=True)
        east, north = way.transform(x, y)
        return east, north


def _unknown(asked: str) -> EscwgMapError:
    return EscwgMapError(
        f"'{asked[:40]}' is no coordinate system of a map: say --crs EPSG:27700 for metres of "
        "British National Grid, EPSG:4326 for degrees, or another code of EPSG."
    )


GRID = System(BRITISH_NATIONAL_GRID, in_degrees=False)
DEGREES = System(WGS_84, in_degrees=True)
