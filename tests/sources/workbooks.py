"""Making workbooks for the tests: as people leave them, and as nobody should."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from escwg_map.errors import RefusedInput
from escwg_map.sources.limits import TABLE_LIMITS, TableLimits
from escwg_map.sources.workbook.reading import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"

SOUND = "<row r='1'><c r='A1' t='inlineStr'><is><t>id</t></is></c></row>"


def parts(rows: str = SOUND, *, before: str = "", texts: str | None = None) -> dict[str, bytes]:
    """Write the parts of a workbook whose one sheet is called themes, its rows as XML."""
    relations = f"<Relationships xmlns='{PACKAGE}/relationships'>{{}}</Relationships>"
    relation = f"<Relationship Id='{{}}' Type='{OFFICE}/{{}}' Target='{{}}'/>"
    book = relation.format("a", "worksheet", "worksheets/sheet1.xml") + (
        relation.format("b", "sharedStrings", "sharedStrings.xml") if texts else ""
    )
    written = {
        "[Content_Types].xml": f"<Types xmlns='{PACKAGE}/content-types'>"
        "<Default Extension='rels' "
        "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/xl/workbook.xml' ContentType='{KINDS}.sheet.main+xml'/></Types>",
        "_rels/.rels": relations.format(relation.format("w", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets>"
        "<sheet name='themes' sheetId='1' r:id='a'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations.format(book),
        "xl/worksheets/sheet1.xml": f"{before}<worksheet xmlns='{MAIN}'><sheetData>{rows}"
        "</sheetData></worksheet>",
    }
    if texts:
        written["xl/sharedStrings.xml"] = texts
    return {name: content.encode() for name, content in written.items()}


def zipped(path: Path, content: dict[str, bytes]) -> Path:
    """Zip parts into a workbook."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return path


def refusal_of(path: Path, limits: TableLimits = TABLE_LIMITS) -> str:
    """Read a workbook that must be refused, and give the message."""
    with pytest.raises(RefusedInput) as refused:
        read_workbook(path, (), limits)
    return str(refused.value)


def edited(path: Path, edit: Callable[[Workbook], object]) -> Path:
    """Open a workbook as a person would, change something, and save it."""
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return path


def put(
    sheet: str, cell: str, value: str | float | date | time, number_format: str = "General"
) -> Callable[[Workbook], object]:
    """Type a value into a cell, formatted as new cells are."""

    def edit(book: Workbook) -> None:
        book[sheet][cell] = value
        book[sheet][cell].number_format = number_format

    return edit
