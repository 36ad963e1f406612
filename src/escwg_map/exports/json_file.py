"""JSON: the metadata and the rows; or the rows alone, where it has always been so."""

import json

from escwg_map.exports.export import Export


def json_file(export: Export) -> bytes:
    """Write the rows as objects, lists as arrays."""
    rows = export.objects()
    content = rows if export.subject.bare else {"metadata": dict(export.metadata), "rows": rows}
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()
