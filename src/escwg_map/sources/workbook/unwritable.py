"""Cells that a spreadsheet cannot hold: told before anything is written, never cut or changed."""

import re
from collections.abc import Iterator, Mapping, Sequence

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem
from escwg_map.records.row import Row
from escwg_map.sources.limits import TABLE_LIMITS
from escwg_map.sources.workbook.cells import utf16_length

# XML 1.0 has no way to write these.
_NO_CHARACTERS = re.compile("[\ufffe\uffff\ud800-\udfff]")

_FIRST_ROW = 2


def refuse_unwritable(tables: Mapping[str, Sequence[Row]]) -> None:
    """Raise RefusedInput that lists every cell too long for a spreadsheet, or with no character."""
    problems = [
        Problem(file=f"{table}.csv", row=row, column=column, message=message, cure=cure)
        for table, records in tables.items()
        for row, record in enumerate(records, start=_FIRST_ROW)
        for column, text in record.cells().items()
        for message, cure in _faults(text)
    ]
    problems += [_too_many(table, len(rows)) for table, rows in tables.items() if _over(rows)]
    if problems:
        raise RefusedInput("The register does not fit into a workbook:", problems)


def _faults(text: str) -> Iterator[tuple[str, str]]:
    if (length := utf16_length(text)) > TABLE_LIMITS.characters:
        most = f"{TABLE_LIMITS.characters:,} of a spreadsheet's cell"
        yield f"holds {length:,} characters, more than the {most}", "shorten it"
    if found := _NO_CHARACTERS.search(text):
        code = f"U+{ord(found.group()):04X}"
        yield f"holds {code}, which is no character", "delete it"


def _over(rows: Sequence[Row]) -> bool:
    return len(rows) >= TABLE_LIMITS.rows


def _too_many(table: str, rows: int) -> Problem:
    message = f"has {rows:,} rows, more than {TABLE_LIMITS.rows - 1:,}"
    return Problem(file=f"{table}.csv", message=message, cure="keep it as CSV")
