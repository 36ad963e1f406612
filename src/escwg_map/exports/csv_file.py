"""CSV: the rows and nothing else, so that any program reads it."""

from collections.abc import Iterator

from escwg_map.exports.export import Export


def csv_file(export: Export) -> Iterator[bytes]:
    """Write the rows as UTF-8 without a byte order mark, formulas made harmless."""
    yield from map(str.encode, export.table.csv_records())
