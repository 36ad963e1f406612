"""The register as a workbook: a sheet a table, nothing in it that could be taken for a formula."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from escwg_map.disk.undated_zip import UndatedZip
from escwg_map.records.register import Register
from escwg_map.records.row import Row
from escwg_map.sources.register import TABLES
from escwg_map.sources.workbook.about import ABOUT, HEADING, about_lines, about_rows
from escwg_map.sources.workbook.choices import add_choices
from escwg_map.sources.workbook.columns import Column, columns_of
from escwg_map.sources.workbook.unwritable import refuse_unwritable
from escwg_map.sources.writing import in_order

_NARROWEST, _WIDEST = 10, 60
_BOLD, _SHADE = Font(bold=True), PatternFill("solid", fgColor="E7EEF4")
_TOP, _WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
_TEXT, _NUMBER = "@", "General"

# Readers take `_x0041_` for the character that it numbers; written so, they take it for itself.
_NUMBERED_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

# The program's own account of who wrote the file and when would make each one different.
_PROPERTIES = "docProps/core.xml"
_NO_PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
_UNIX = 3


def workbook_bytes(register: Register) -> bytes:
    """Write the register as an .xlsx file; the same register gives the same bytes on any day.

    Raises RefusedInput naming the cells that no spreadsheet can hold: none is cut or changed.
    """
    tables = {name: in_order(name, getattr(register, name)) for name in TABLES}
    refuse_unwritable(tables)
    book = Workbook()
    _write_about(book.worksheets[0])
    for name, records in tables.items():
        _write_table(book.create_sheet(name), columns_of(TABLES[name]), records)
    _add_choices(book, tables)
    file = io.BytesIO()
    ExcelWriter(book, UndatedZip(file)).save()
    return _same_on_any_day(file)


def _write_about(sheet: Worksheet) -> None:
    sheet.title = ABOUT
    for number, line in enumerate(about_lines(), start=1):
        _write(_cell(sheet, number, 1), line)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    first = len(about_lines()) + 2
    for number, row in enumerate([HEADING, *about_rows()], start=first):
        for place, text in enumerate(row, start=1):
            cell = _cell(sheet, number, place)
            _write(cell, text)
            cell.alignment = _WRAPPED
            if number == first or not row[1]:
                cell.font = _BOLD
    for letter, width in zip("ABCDE", (20, 22, 70, 60, 18), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{first + 1}"


def _write_table(sheet: Worksheet, columns: Sequence[Column], records: Iterable[Row]) -> None:
    rows = [record.cells() for record in records]
    for place, column in enumerate(columns, start=1):
        cells = [row[column.name] for row in rows]
        width = min(_WIDEST, max(_NARROWEST, *map(len, [column.name, *cells])) + 2)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = width
        dimension.number_format = _NUMBER if column.is_number else _TEXT
        _write_heading(_cell(sheet, 1, place), column)
        for number, text in enumerate(cells, start=2):
            if text:
                cell = _cell(sheet, number, place)
                _write(cell, text, is_number=column.is_number)
                cell.alignment = _WRAPPED if width == _WIDEST else _TOP
    sheet.freeze_panes = "B2"


def _write_heading(cell: Cell, column: Column) -> None:
    _write(cell, column.name)
    cell.font, cell.fill = _BOLD, _SHADE


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # None of ours is merged with another.
    return cell


def _write(cell: Cell, text: str, *, is_number: bool = False) -> None:
    """Write a cell as what it is: openpyxl would take `=1+1` for a formula, `#N/A` for an error.

    A number is given as its own digits, of which openpyxl would round off the seventeenth.
    """
    cell.value = text if is_number else _NUMBERED_CHARACTER.sub("_x005F_", text)
    cell.data_type = "n" if is_number else "s"
    cell.number_format = _NUMBER if is_number else _TEXT
    cell.quotePrefix = not is_number and text.startswith(("=", "+", "-", "@", "'"))


def _add_choices(book: Workbook, tables: Mapping[str, Sequence[Row]]) -> None:
    rows = {name: len(records) for name, records in tables.items()}
    for name in tables:
        add_choices(book[name], name, columns_of(TABLES[name]), rows)


def _same_on_any_day(file: io.BytesIO) -> bytes:
    again = io.BytesIO()
    with ZipFile(file) as written, ZipFile(again, "w") as fixed:
        for name in written.namelist():
            member = ZipInfo(name)
            member.compress_type, member.create_system = ZIP_DEFLATED, _UNIX
            content = _NO_PROPERTIES if name == _PROPERTIES else written.read(name)
            fixed.writestr(member, content)
    return again.getvalue()
