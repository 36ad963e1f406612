"""The register's tables as the bytes of their files, in the one order that they are kept in.

UTF-8, comma, CRLF, quotes where they are needed only: the same records give the same bytes, so a
change is a line in a diff. A text that a spreadsheet would run has an apostrophe before it, which
reading takes away.
"""

import csv
import io
from collections.abc import Iterable

from escwg_map.records.row import Row, cell_text
from escwg_map.sources.register import TABLES
from escwg_map.tables.data import guarded

KEPT_AS_GIVEN = frozenset({"themes", "service_index"})
"""Tables whose order says something: the chapters' order, and the printed index's."""

# Coordinates are kept to about ten metres, and show it; what is more precise keeps its digits.
_FOUR_DECIMALS = frozenset({"longitude", "latitude"})

_NAMED_BY = {
    "partners": ("project", "name"),
    "figures": ("project", "page", "measure"),
    "leaders": ("area", "post"),
    "commitments": ("agreement", "number"),
    "index_differences": ("service", "page"),
}


def naming_columns(table: str) -> tuple[str, ...]:
    """Name the columns by which people tell the rows of a table apart; the first one, mostly."""
    return _NAMED_BY.get(table, TABLES[table].columns()[:1])


def in_order(table: str, records: Iterable[Row]) -> tuple[Row, ...]:
    """Put records in the order of their file: by their naming columns, then by all that they say.

    Numbers go by size, text by code point; `KEPT_AS_GIVEN` tables stay as they are.
    """
    if table in KEPT_AS_GIVEN:
        return tuple(records)
    columns = (*naming_columns(table), *TABLES[table].columns())
    return tuple(sorted(records, key=lambda row: [_rank(getattr(row, each)) for each in columns]))


def table_csv(table: str, records: Iterable[Row]) -> bytes:
    """Write the records of a table as its file."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=TABLES[table].columns())
    writer.writeheader()
    writer.writerows(_file_cells(record) for record in in_order(table, records))
    return text.getvalue().encode()


def _file_cells(record: Row) -> dict[str, str]:
    cells = {
        column: guarded(cell) if isinstance(getattr(record, column), (str, tuple)) else cell
        for column, cell in record.cells().items()
    }
    for column in _FOUR_DECIMALS & cells.keys():
        value = getattr(record, column)
        if value is not None and value == round(value, 4):
            cells[column] = f"{value + 0.0:.4f}"  # 0.0 takes the sign off a nought
    return cells


def _rank(value: object) -> tuple[int, float, str]:
    if value is None:
        return 0, 0, ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return 1, value, ""
    return 2, 0, cell_text(value)
