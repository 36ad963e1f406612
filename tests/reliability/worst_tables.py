"""The worst workbooks and CSV files of the catalogue: one maker a fault, given Toyshire's own."""

import io
import shutil
import stat
import struct
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.workbook import Workbook

from sources.workbooks import MAIN, parts, zipped

Make = Callable[[Path, Path], Path]
"""Writes a file into the first folder, made from Toyshire in the second, and names it."""

MIB = 1024**2
_ENTITIES = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 9))
LAUGHS = f"<!DOCTYPE x [<!ENTITY l0 'ha'>{_ENTITIES}]>"


def workbook_of(content: dict[str, bytes]) -> Make:
    """Zip parts into a workbook."""
    return lambda folder, _: zipped(folder / "register.xlsx", content)


def cell_at(*places: str) -> dict[str, bytes]:
    """A sheet with a cell at each place, each in a row of its own."""
    rows = "".join(
        f"<row r='{place.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}'><c r='{place}'><v>1</v></c></row>"
        for place in places
    )
    return parts(rows)


def texts(count: int | str, text: str = "id") -> str:
    """A list of texts which holds one, and claims to hold so many."""
    return f"<sst xmlns='{MAIN}' count='1' uniqueCount='{count}'><si><t>{text}</t></si></sst>"


def repeated(rows: int, text: str) -> dict[str, bytes]:
    """One text of the list in a cell of each row."""
    cells = "".join(f"<row r='{n}'><c t='s'><v>0</v></c></row>" for n in range(1, rows + 1))
    return parts(cells, texts=texts(1, text))


def overlapping(name: str) -> Make:
    """A directory of 180 names for one member of 30 MiB of zeros: 30 kB that say they are 5 GiB."""
    return lambda folder, _: _overlapping(folder / name)


def _overlapping(path: Path) -> Path:
    one = io.BytesIO()
    with ZipFile(one, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/a000.xml", bytes(30 * MIB))
    body = one.getvalue()
    start = body.index(b"PK\x01\x02")
    entry = body[start : body.index(b"PK\x05\x06")]
    entries = b"".join(entry.replace(b"a000", b"a%03d" % n) for n in range(180))
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 180, 180, len(entries), start, 0)
    path.write_bytes(body[:start] + entries + end)
    return path


def lying(folder: Path, _: Path) -> Path:
    """A sheet of 80 MiB whose place in the directory says that it holds ten bytes."""
    path = zipped(folder / "register.xlsx", parts() | {"xl/styles.xml": bytes(80 * MIB)})
    real, said = struct.pack("<I", 80 * MIB), struct.pack("<I", 10)
    path.write_bytes(path.read_bytes().replace(real, said))
    return path


def nested(folder: Path, _: Path) -> Path:
    """A workbook in a workbook in a workbook, none with a table of its own."""
    inner = b""
    for _depth in range(3):
        packed = io.BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            archive.writestr("xl/inner.xlsx", inner or bytes(40 * MIB))
        inner = packed.getvalue()
    (folder / "register.xlsx").write_bytes(inner)
    return folder / "register.xlsx"


def member(name: str, *, link: bool = False) -> Make:
    """Toyshire's workbook with a member more."""

    def make(folder: Path, toyshire: Path) -> Path:
        path = Path(shutil.copy(toyshire / "register.xlsx", folder / "register.xlsx"))
        info = ZipInfo("placeholder" if "\0" in name else name)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16 if link else 0
        with warnings.catch_warnings(action="ignore"), ZipFile(path, "a") as archive:
            archive.writestr(info, b"/etc/passwd")
        path.write_bytes(path.read_bytes().replace(b"placeholder", b"place\0older"))
        return path

    return make


def named(name: str, content: bytes) -> Make:
    """Some bytes under a name."""

    def make(folder: Path, _: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def renamed(name: str) -> Make:
    """Toyshire's workbook under another name."""
    return lambda folder, toyshire: Path(shutil.copy(toyshire / "register.xlsx", folder / name))


def edited(edit: Callable[[Workbook], object]) -> Make:
    """Toyshire's workbook as a person left it."""

    def make(folder: Path, toyshire: Path) -> Path:
        book = load_workbook(toyshire / "register.xlsx")
        edit(book)
        book.save(folder / "register.xlsx")
        return folder / "register.xlsx"

    return make


def csvs(table: str, change: Callable[[bytes], bytes]) -> Make:
    """Toyshire's CSV files, one of them changed."""

    def make(folder: Path, toyshire: Path) -> Path:
        copied = Path(shutil.copytree(toyshire / "data", folder / "csvs"))
        path = copied / f"{table}.csv"
        path.write_bytes(change(path.read_bytes()))
        return copied

    return make


def swapped(old: str, new: str) -> Callable[[bytes], bytes]:
    """Put one text of a file in the place of another, once."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), 1)

    return change


def what_excel_does(book: Workbook) -> None:
    """One of each change that a spreadsheet makes by itself, on the sheet projects."""
    cells: dict[str, str | int | float | date] = {
        "B2": "#REF!",
        "D2": date(2016, 2, 1),
        "H2": date(2015, 11, 1),
        "S2": True,
        "I2": 23000902.5,
        "F2": 999_999,
        "O2": 7.5,
    }
    for place, value in cells.items():
        book["projects"][place] = value
    book["services"]["A2"] = 901


def what_people_hide(book: Workbook) -> None:
    """A hidden sheet, row and column, a comment, a filter and a sheet of no table."""
    book["themes"].row_dimensions[3].hidden = True
    book["themes"].column_dimensions["C"].hidden = True
    book["themes"]["A2"].comment = Comment("ask Fred", "Fred")
    book["themes"].auto_filter.ref = "A1:E8"
    book["themes"].auto_filter.add_filter_column(0, ["demand"])
    book["schemes"].sheet_state = "hidden"
    book.create_sheet("staff").sheet_state = "veryHidden"
