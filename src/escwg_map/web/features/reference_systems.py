"""The coordinate reference systems that features can be had in, by the names the standard uses."""

from enum import StrEnum

from escwg_map.selection.parameters import word_of


class ReferenceSystem(StrEnum):
    """A coordinate reference system, as a URI; the first is what is sent unless another is asked.

    Longitude comes before latitude, and easting before northing.
    """

    CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    NATIONAL_GRID = "http://www.opengis.net/def/crs/EPSG/0/27700"

    @property
    def label(self) -> str:
        """Its name for people."""
        if self is ReferenceSystem.CRS84:
            return "WGS 84 longitude and latitude"
        return "British National Grid"


read_reference_system = word_of(ReferenceSystem)
