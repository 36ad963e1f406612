"""Parquet; with geometry it is GeoParquet. The metadata stand in the file's own."""

import io

from escwg_map.exports.export import Export


def geoparquet(export: Export) -> bytes:
    """Write the rows in typed columns."""
    from pyarrow import parquet, set_memory_pool, system_memory_pool

    from escwg_map.exports.frame import frame_of, ground_of

    # Arrow's own pool would keep for ever what the largest export once took.
    set_memory_pool(system_memory_pool())
    frame = ground_of(export) if export.subject.ground else frame_of(export)
    file = io.BytesIO()
    frame.to_parquet(file, index=False)
    table = parquet.read_table(file)
    described = table.replace_schema_metadata((table.schema.metadata or {}) | dict(export.metadata))
    again = io.BytesIO()
    parquet.write_table(described, again)
    return again.getvalue()
