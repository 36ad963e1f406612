"""A shape ready to be sent: the text of its GeoJSON geometry, and its box."""

from collections.abc import Sequence
from typing import NamedTuple

Bbox = tuple[float, float, float, float]
"""West, south, east, north in the units of the geometry, as RFC 7946 orders them."""

DECIMALS = 6
"""Decimals of a degree in everything people take away; RFC 7946 asks for no more."""

GRID_DECIMALS = 1
"""Decimals of a metre in British National Grid: as exact as six decimals of a degree."""


class Shape(NamedTuple):
    """A geometry as text, written once when publishing, and the box that holds it.

    In WGS 84 degrees, but where something says that it is in metres of British National Grid.
    """

    geometry: str
    bbox: Bbox


def bbox_of(boxes: Sequence[Bbox]) -> Bbox:
    """Give the box that holds all boxes."""
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)
