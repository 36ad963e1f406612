"""A shape ready to be sent: the text of its GeoJSON geometry, and its box."""

from collections.abc import Sequence
from typing import NamedTuple

Bbox = tuple[float, float, float, float]
"""West, south, east, north in WGS 84 degrees, as RFC 7946 orders them."""


class Shape(NamedTuple):
    """A geometry as text, written once when publishing, and the box that holds it."""

    geometry: str
    bbox: Bbox


def bbox_of(boxes: Sequence[Bbox]) -> Bbox:
    """Give the box that holds all boxes."""
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)
