"""What RFC 7946 asks of GeoJSON, and this project besides: six decimals, no corner lost to them."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_DECIMALS = 6

# JSON, whatever it holds.
Json = Any


def faults(document: Json) -> list[str]:
    """List what is wrong with a FeatureCollection, a Feature or a geometry."""
    return sorted(set(_faults(document)))


def _faults(document: Json) -> Iterator[str]:
    if "crs" in document:
        yield "it has a member crs"
    match document:
        case {"type": "FeatureCollection", "features": list(features)}:
            yield from (fault for feature in features for fault in _faults(feature))
        case {"type": "Feature", "properties": dict() | None, "geometry": geometry}:
            yield from _faults(geometry) if geometry else ()
        case {"type": "GeometryCollection", "geometries": list(geometries)}:
            yield from (fault for geometry in geometries for fault in _faults(geometry))
        case {"type": str(kind), "coordinates": list(coordinates)} if kind in _SHAPES:
            yield from _SHAPES[kind](coordinates)
        case _:
            yield f"it is no GeoJSON: {str(document)[:80]}"
    yield from _box(document.get("bbox"))


def _box(box: Json) -> Iterator[str]:
    if box is not None:
        yield from _line([box[:2], box[2:]])
        if box[1] > box[3]:
            yield "its box has its south in the north"


def _point(position: Json) -> Iterator[str]:
    yield from _line([position])


def _line(positions: Json) -> Iterator[str]:
    for position in positions:
        if len(position) != 2 or not all(map(math.isfinite, position)):
            yield f"{position} is no position"
        elif not (-180 <= position[0] <= 180 and -90 <= position[1] <= 90):
            yield f"{position} is not in degrees"
        elif any(round(number, _DECIMALS) != number for number in position):
            yield f"{position} has more than six decimals"


def _polygon(rings: Json) -> Iterator[str]:
    if not rings:
        yield "a polygon has no ring"
    for number, ring in enumerate(rings):
        yield from _line(ring)
        if len(ring) < 4 or ring[0] != ring[-1]:
            yield "a ring is not closed"
        # From the first corner on, or what is subtracted would be far larger than the difference.
        near = [(x - ring[0][0], y - ring[0][1]) for x, y in ring]
        turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(near))
        if turn == 0:
            yield "a ring holds no ground"
        elif (turn > 0) is not (number == 0):
            yield "an outer ring runs clockwise, or an inner one does not"


def _each(shape: Any) -> Any:  # noqa: ANN401 - a function of the above, and one of its kind
    def check(shapes: Json) -> Iterator[str]:
        if not shapes:
            yield "a shape of several holds none"
        yield from (fault for one in shapes for fault in shape(one))

    return check


_SHAPES = {
    "Point": _point,
    "LineString": _line,
    "Polygon": _polygon,
    "MultiPoint": _each(_point),
    "MultiLineString": _each(_line),
    "MultiPolygon": _each(_polygon),
}
