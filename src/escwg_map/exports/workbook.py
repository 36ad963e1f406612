"""Excel workbooks: a sheet of data, and one that says what they are."""

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from escwg_map.disk.undated_zip import UndatedZip
from escwg_map.errors import NotRecorded
from escwg_map.exports.export import Export
from escwg_map.exports.fixed_zip import unzipped, zipped
from escwg_map.tables.data import Value, runs

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_NARROWEST, _WIDEST = 10, 60
_LONGEST = 32_767
"""Characters that a cell can hold."""

# Readers take `_x0041_` for the character that it numbers; written so, they take it for itself.
_NUMBERED_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

# The program's own account of who wrote the file and when would make each one different.
_PROPERTIES = "docProps/core.xml"
_NO_PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)


def workbook(export: Export) -> bytes:
    """Write the rows on a sheet with the subject's name, and the metadata on `About`."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book, table = Workbook(), export.table
    data = book.worksheets[0]
    data.title = export.subject.name
    _write(data, [table.columns, *table.rows])
    data.freeze_panes = "B2"
    data.auto_filter.ref = data.dimensions
    _write(book.create_sheet("About"), _about(export))
    file = io.BytesIO()
    ExcelWriter(book, UndatedZip(file)).save()
    return zipped(unzipped(file.getvalue()) | {_PROPERTIES: _NO_PROPERTIES})


def _about(export: Export) -> list[tuple[Value, ...]]:
    columns = [(column.name, column.holds.value, column.means) for column in export.columns]
    facts = [(name.capitalize(), text) for name, text in export.metadata.items()]
    return [("What this is", ""), *facts, (), ("Column", "Holds", "Means"), *columns]


def _write(sheet: "Worksheet", rows: Iterable[tuple[Value, ...]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    widths: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            if value is not None:
                cell = sheet.cell(number, place)
                _fill(cell, value)  # type: ignore[arg-type]  # none of ours is merged
                cell.font = Font(bold=number == 1)
                widths[place] = max(widths.get(place, _NARROWEST), len(str(value)) + 2)
    for place, width in widths.items():
        sheet.column_dimensions[get_column_letter(place)].width = min(width, _WIDEST)


def _fill(cell: "Cell", value: Value) -> None:
    """Fill a cell with what its value is: openpyxl would take `=1+1` for a formula."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = _NUMBERED_CHARACTER.sub("_x005F_", value)
    if len(text) > _LONGEST:
        raise NotRecorded(
            f"A text of {len(text):,} characters is too long for a cell, which holds "
            f"{_LONGEST:,}: take CSV or JSON instead."
        )
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = runs(value)
