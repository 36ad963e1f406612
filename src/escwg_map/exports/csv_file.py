"""CSV: the rows and nothing else, so that any program reads it."""

from escwg_map.exports.export import Export


def csv_file(export: Export) -> bytes:
    """Write the rows as UTF-8 without a byte order mark, formulas made harmless."""
    return export.table.as_csv().encode()
