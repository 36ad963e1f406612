"""Longitude and latitude of a record: WGS 84 degrees, both or neither, in England or Wales."""

from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

# The smallest box of whole tenths of a degree that holds England and Wales.
WEST, SOUTH, EAST, NORTH = -6.5, 49.8, 1.8, 55.9

Degrees = Annotated[float | None, Field(allow_inf_nan=False)]
"""An angle; none where no place is known."""


def check_coordinates(longitude: float | None, latitude: float | None) -> None:
    """Refuse one without the other, and places outside the box: a slip, most often swapped.

    Raises PydanticCustomError, for a record's validator to pass on.
    """
    if (longitude is None) != (latitude is None):
        raise PydanticCustomError("longitude", "one of longitude and latitude is empty")
    if longitude is None or latitude is None:
        return
    if not (WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH):
        raise PydanticCustomError(
            "longitude",
            "{longitude}, {latitude} lies outside England and Wales",
            {"longitude": longitude, "latitude": latitude},
        )
