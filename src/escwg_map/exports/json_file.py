"""JSON: the metadata and the rows, an object each."""

import json
from collections.abc import Iterator

from escwg_map.exports.export import Export


def json_file(export: Export) -> Iterator[bytes]:
    """Write the rows as objects, lists as arrays."""
    yield f'{{\n"metadata": {_json(dict(export.metadata))},\n"rows": ['.encode()
    for number, row in enumerate(export.objects()):
        yield f"{',' if number else ''}\n{_json(row)}".encode()
    yield b"\n]\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
