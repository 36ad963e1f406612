"""Which workbooks and CSV files the catalogue has, and what is said of each."""

import csv
import io

from reliability.worst_maps import address, pipe
from reliability.worst_tables import (
    LAUGHS,
    MIB,
    cell_at,
    csvs,
    edited,
    lying,
    member,
    named,
    nested,
    overlapping,
    renamed,
    repeated,
    swapped,
    texts,
    what_excel_does,
    what_people_hide,
    workbook_of,
)
from sources.workbooks import parts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_OUTSIDE = "would lie outside the folder"
_SAVE_AS = "choose Save as, and the kind .xlsx"
_LAUGH = "<row r='1'><c r='A1' t='inlineStr'><is><t>&l8;</t></is></c></row>"


def _ragged(content: bytes) -> bytes:
    return content.replace(b"Shared HQ", b"Shared, HQ", 1)


def _in_another_order(content: bytes) -> bytes:
    rows = [list(reversed(row)) for row in csv.reader(io.StringIO(content.decode(), newline=""))]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _merged(book: object) -> None:
    book["schemes"].merge_cells("A1:C1")  # type: ignore[index]


TABLES = (
    ("F1", "a cell at XFD1048576", workbook_of(cell_at("A1", "XFD1048576")),
     "register.xlsx: sheet 'themes' reaches to XFD1048576, beyond 20,000 rows"),
    ("F1", "a cell at XFD60000", workbook_of(cell_at("A1", "XFD60000")), "reaches to XFD60000"),
    ("F2", "4e11 texts claimed", workbook_of(parts(texts=texts(400_000_000_000))),
     "register.xlsx: its list of texts claims to hold 400000000000 of them"),
    ("F3", "one text 20,000 times", workbook_of(repeated(20_000, "ha" * 16_000)),
     "it holds far more text than any register"),
    ("F3", "a part of 52 MiB", workbook_of(parts() | {"xl/styles.xml": bytes(52 * MIB)}),
     "its part 'xl/styles.xml' is larger than 50 MiB"),
    ("F3", "104 MiB in all", workbook_of(
        parts() | {f"xl/media/{n}.png": bytes(26 * MIB) for n in range(4)}),
     "it is larger than 10 MiB, or 100 MiB unpacked"),
    ("F4", "members on top of each other", overlapping("register.xlsx"),
     "register.xlsx: it is larger than 10 MiB, or 100 MiB unpacked"),
    ("F4", "a directory that lies", lying, "register.xlsx: it is damaged or cut short"),
    ("F4", "zips in zips", nested, "it is a zip, but no workbook"),
    ("F4", "10,000 members", workbook_of(parts() | {f"xl/{n}.xml": b"" for n in range(10_000)}),
     "it holds over 200 members"),
    ("F4", "a member twice", member("xl/workbook.xml"), "'xl/workbook.xml' is there twice"),
    ("F5", "../", member("../escaped.xml"), _OUTSIDE),
    ("F5", "an absolute name", member("/escaped.xml"), _OUTSIDE),
    ("F5", "the letter of a drive", member("C:escaped.xml"), _OUTSIDE),
    ("F5", "a backslash", member("xl\\escaped.xml"), _OUTSIDE),
    ("F5", "a NUL", member("xl/\0.xml"), _OUTSIDE),
    ("F5", "a link", member("escaped.xml", link=True), "its member 'escaped.xml' is a link"),
    ("F6", "the billion laughs", workbook_of(parts(_LAUGH, before=LAUGHS)),
     "its part 'xl/worksheets/sheet1.xml' declares a document type"),
    ("F7", "a place that is none", workbook_of(
        parts("<row r='1'><c r='AAAA99999999999'><v>1</v></c></row>")),
     "sheet 'themes' has a cell at 'AAAA99999999999', in row 1"),
    ("F8", ".xls", named("register.xlsx", _OLE + b"Workbook"), ("old workbook (.xls)", _SAVE_AS)),
    ("F8", ".xlsb", workbook_of(parts() | {"xl/workbook.bin": b""}), ("(.xlsb)", _SAVE_AS)),
    ("F8", ".ods", workbook_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
     ("it is an OpenDocument file", _SAVE_AS)),
    ("F8", "a password", named("register.xlsx", _OLE + "EncryptedPackage".encode("utf-16-le")),
     ("it is protected by a password", _SAVE_AS)),
    ("F8", "macros", workbook_of(parts() | {"xl/vbaProject.bin": b""}), ("macros", _SAVE_AS)),
    ("F8", "HTML", named("register.xlsx", b"<html><table>"), ("it is a web page", _SAVE_AS)),
    ("F8", "PDF", named("register.xlsx", b"%PDF-1.7"), ("it is a PDF", _SAVE_AS)),
    ("F8", "a workbook named .csv", renamed("register.csv"), ("ends in '.csv'", _SAVE_AS)),
    ("F8", "a workbook in the place of a CSV", csvs("themes", lambda _: b"PK\x03\x04" + bytes(9)),
     "themes.csv: is a zip or a workbook", 1),
    ("F10", "a URL for a workbook", address("http://127.0.0.1:9/register.xlsx"),
     "a local file is wanted, not an address"),
    ("F27", "a pipe for a workbook", pipe, "fire.shp: it is a pipe"),
    ("F27", "a device for a workbook", address("/dev/zero"), "/dev/zero: it is a device"),
    ("F21", "a byte order mark", csvs("themes", lambda c: b"\xef\xbb\xbf" + c), "Nothing to", 0),
    ("F21", "UTF-16", csvs("themes", lambda c: c.decode().encode("utf-16")),
     "themes.csv: holds a NUL at byte 4, as UTF-16 files do", 1),
    ("F21", "cp1252", csvs("schemes", lambda c: c.decode().encode("cp1252")),
     "schemes.csv, row 2: is not UTF-8 at byte 61", 1),
    ("F21", "semicolons", csvs("schemes", lambda c: c.replace(b",", b";")),
     "schemes.csv, row 1: is separated by semicolons", 1),
    ("F21", "tabs", csvs("schemes", lambda c: c.replace(b",", b"\t")),
     "schemes.csv, row 1: is separated by tabs", 1),
    ("F21", "CR only", csvs("schemes", lambda c: c.replace(b"\r\n", b"\r")),
     "schemes.csv: ends its lines with CR alone, first at byte 14", 1),
    ("F21", "a NUL", csvs("schemes", swapped("Shared HQ", "Shared\0HQ")), "holds a NUL at byte", 1),
    ("F21", "a line break in a cell", csvs("schemes", swapped("Shared HQ", '"Shared\r\nHQ"')),
     "row 6, column name: holds an invisible character (U+000D) at position 7", 1),
    ("F21", "a ragged row", csvs("schemes", _ragged),
     "schemes.csv, row 6: has 4 cells where the header has 3", 1),
    ("F21", "a cell of 131,073 bytes", csvs("schemes", swapped("Shared HQ", "H" * 131_073)),
     "schemes.csv, row 6: is not a well-formed CSV: field larger than field limit (131072)", 1),
    ("F22", "columns in another order", csvs("schemes", _in_another_order), "Nothing to", 0),
    ("F22", "a column missing", csvs("schemes", swapped("id,theme,name", "id,theme")),
     "schemes.csv, row 1: has no column 'name'", 1),
    ("F22", "a column twice", csvs("schemes", swapped("id,theme,name", "id,theme,theme")),
     "schemes.csv, row 1: has the column 'theme' twice", 1),
    ("F22", "another case and a space", csvs("schemes", swapped("id,theme,name", "id,Theme,name ")),
     ("rename 'Theme' to 'theme'", "rename 'name ' to 'name'"), 1),
    ("F22", "merged headings", edited(_merged), "sheet schemes, row 1: has no column 'theme'", 1),
    ("F22", "two rows of headings", edited(lambda book: book["schemes"].insert_rows(1)),
     "sheet schemes, row 1: has no column 'id'", 1),
    ("F23", "what Excel does by itself", edited(what_excel_does),
     ("row 2, column title: holds the error #REF!",
      "row 2, column scheme: is a date to the spreadsheet (2016-02-01)",
      "row 2, column date_printed: is a date to the spreadsheet (2015-11-01)",
      "row 2, column notes: is TRUE to the spreadsheet, not text",
      "row 2, column areas: '23000902.5' will not do",
      "row 2, column started: '999999' is no date",
      "row 2, column pages: '7.5' will not do",
      "sheet services, row 2, column code: '901' will not do"), 1),
    ("F24", "what people hide", edited(what_people_hide),
     ("sheet themes: has hidden rows", "sheet themes: has hidden columns",
      "sheet themes: has comments, which are not read", "has a filter that hides rows",
      "sheet schemes: is hidden", "its sheet 'staff' is no table of the register and was not read",
      "Nothing to change"), 0),
    ("F25", "65,536 rows", workbook_of(
        parts("<row/>" * 65_535 + "<row><c><v>1</v></c></row>")),
     "it has just 65,536 rows, so look whether it was cut off"),
    ("F25", "1,048,576 rows", workbook_of(
        parts("<row/>" * 1_048_575 + "<row><c><v>1</v></c></row>")),
     "it has just 1,048,576 rows, so look whether it was cut off"),
    ("F25", "65,536 rows as CSV", csvs(
        "schemes", lambda c: c + b"a,estates,b\r\n" * (65_535 - c.count(b"\r\n") + 1)),
     ("schemes.csv: it holds 65,535 rows", "look whether it was cut off there")),
)  # fmt: skip
