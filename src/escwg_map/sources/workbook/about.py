"""The first sheet of the workbook: what the others hold, and how to send them back."""

from collections.abc import Iterator

from escwg_map.sources.column_meanings import COLUMN_MEANINGS
from escwg_map.sources.register import TABLES
from escwg_map.sources.table_meanings import TABLE_MEANINGS
from escwg_map.sources.workbook.columns import Column, Holds, columns_of

ABOUT = "about"

HEADING = ("Sheet", "Column", "What it means", "What a cell holds", "Must it be filled?")

_LINES = (
    "The register of emergency services collaboration, one sheet a table",
    "Change cells, add rows or delete rows; then run: escwg-map register import register.xlsx",
    "The import checks everything, shows what would change, and asks before it writes.",
    "Keep the names of the sheets and the headings in their first rows. Columns may change places.",
    "Cells of text are formatted as Text, so that the spreadsheet leaves dates and codes alone.",
    "An empty cell means: not stated. Other sheets may be added; the import does not read them.",
)

_DATE = "2015, 2015-11 or 2015-11-03, as precise as is known"


def about_lines() -> tuple[str, ...]:
    """Say how the workbook is used, the title first."""
    return _LINES


def about_rows() -> Iterator[tuple[str, ...]]:
    """Describe each table, then each of its columns, under `HEADING`."""
    for table, record in TABLES.items():
        meaning = TABLE_MEANINGS.get(table)
        yield table, "", meaning.one_row if meaning else "", "", ""
        for column in columns_of(record):
            means = COLUMN_MEANINGS.get(table, {}).get(column.name, "")
            yield table, column.name, means, _holds(column), "yes" if column.required else "no"


def _holds(column: Column) -> str:
    if column.choices and column.listed:
        return f"any of these, separated by ; without spaces: {', '.join(column.choices)}"
    if column.choices:
        return f"one of: {', '.join(column.choices)}"
    words = _DATE if column.holds is Holds.DATE else column.holds.value
    return f"{words}, or several separated by ;" if column.listed else words
