"""GeoJSON as RFC 7946 has it: WGS 84, a bbox, outer rings anticlockwise, six decimals at most."""

import json
from collections.abc import Iterator

from escwg_map.exports.columns import Value
from escwg_map.exports.export import Export
from escwg_map.geography.shape import Shape, bbox_of


def geojson(export: Export) -> Iterator[bytes]:
    """Write a feature a row; the metadata stand in a member of their own."""
    shapes = [shape for shape in export.shapes if shape]
    bbox = f'"bbox":{_json(bbox_of([shape.bbox for shape in shapes]))},' if shapes else ""
    said = _json(dict(export.metadata))
    yield f'{{"type":"FeatureCollection",{bbox}"metadata":{said},"features":['.encode()
    heads = map(feature_head, export.ids, export.objects())
    for number, feature in enumerate(map(whole_feature, heads, export.shapes)):
        yield f"{',' if number else ''}\n{feature}".encode()
    yield b"\n]}\n"


def feature_head(feature_id: str, properties: dict[str, Value]) -> str:
    """Begin a feature with its id and its properties; its geometry is to follow."""
    return f'{{"type":"Feature","id":{_json(feature_id)},"properties":{_json(properties)}'


def whole_feature(head: str, shape: Shape | None) -> str:
    """End a feature with its geometry, which publishing has written as text."""
    return f'{head},"geometry":{shape.geometry if shape else "null"}}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
