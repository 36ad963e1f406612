"""A place that somebody typed: coordinates, or a National Grid reference."""

from msgspec import Struct

from escwg_map.geography.degrees import read_degrees
from escwg_map.geography.grid_reference import read_grid_reference
from escwg_map.search.postcode import refuse_postcode


class TypedPlace(Struct, frozen=True):
    """Longitude and latitude (WGS 84); of a grid reference, the side of its square in metres."""

    longitude: float
    latitude: float
    side: int | None = None


def read_typed_place(text: str) -> TypedPlace | None:
    """Read coordinates, or a grid reference as the middle of its square; none when it is neither.

    Raises:
        BadPlace: it is one of the two, but leads nowhere, or a postcode; the message says what
            would do.
    """
    if degrees := read_degrees(text):
        return TypedPlace(*degrees)
    refuse_postcode(text)
    if square := read_grid_reference(text):
        return TypedPlace(*square.degrees(), side=square.side)
    return None
