"""A workbook that is hostile, damaged or none at all is refused; the process that asks lives on."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from msgspec.structs import replace

from escwg_map.errors import MissingInput
from escwg_map.sources.limits import MIB, TABLE_LIMITS, TableLimits
from escwg_map.sources.workbook.reading import read_workbook
from sources.workbooks import MAIN, SOUND, parts, refusal_of, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_CELL = "<c r='{}'><v>1</v></c>"
_ENTITIES = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 9))
LAUGHS = f"<!DOCTYPE x [<!ENTITY l0 'ha'>{_ENTITIES}]>"


def row(number: int, *cells: str) -> str:
    return f"<row r='{number}'>{''.join(_CELL.format(cell) for cell in cells)}</row>"


def texts(count: str, text: str = "id") -> str:
    return f"<sst xmlns='{MAIN}' count='1' uniqueCount='{count}'><si><t>{text}</t></si></sst>"


HOSTILE: dict[str, tuple[dict[str, bytes], str]] = {
    "one cell at the far end": (
        parts(row(1, "A1") + row(1_048_576, "XFD1048576")),
        "sheet 'themes' reaches to XFD1048576, beyond 20,000 rows and 200 columns",
    ),
    "a row too far down": (
        parts(row(20_001, "A20001")),
        "reaches to A20001, beyond 20,000 rows",
    ),
    "a column too far to the right": (parts(row(1, "GS1")), "reaches to GS1, beyond"),
    "two cells that span too much": (
        parts(row(1, "GR1") + row(5_001, "A5001")),
        "spans 1,000,200 cells, more than 1,000,000",
    ),
    "more empty cells than a sheet may have": (
        parts("".join(f"<row r='{n}'>{'<c/>' * 200}</row>" for n in range(1, 5_003))),
        "sheet 'themes' has over 1,000,000 cells",
    ),
    "a list of texts that claims to be endless": (
        parts(texts=texts("400000000000")),
        "its list of texts claims to hold 400000000000 of them",
    ),
    "a claim that is no number": (
        parts(texts=texts("-1")),
        "its list of texts claims to hold -1 of them",
    ),
    "the billion laughs": (
        parts("<row r='1'><c r='A1' t='inlineStr'><is><t>&l8;</t></is></c></row>", before=LAUGHS),
        "its part 'xl/worksheets/sheet1.xml' declares a document type",
    ),
    "laughs in a part that no table is in": (
        parts() | {"xl/styles.xml": f"{LAUGHS}<styleSheet>&l8;</styleSheet>".encode()},
        "its part 'xl/styles.xml' declares a document type",
    ),
    "one text again and again": (
        parts(
            "".join(f"<row r='{n}'><c t='s'><v>0</v></c></row>" for n in range(1, 2_001)),
            texts=texts("1", "ha" * 16_000),
        ),
        "it holds far more text than any register",
    ),
    "a part too large": (
        parts(f"<row r='1'><c t='inlineStr'><is><t>{'ha' * 26 * MIB}</t></is></c></row>"),
        "its part 'xl/worksheets/sheet1.xml' is larger than 50 MiB",
    ),
    "too much in all": (
        parts() | {f"xl/media/{n}.png": bytes(26 * MIB) for n in range(4)},
        "it is larger than 10 MiB, or 100 MiB unpacked",
    ),
    "ten thousand members": (
        parts() | {f"xl/{n}.xml": b"" for n in range(10_000)},
        "it holds over 200 members",
    ),
    "a member outside": (parts() | {"../escaped.xml": b""}, "would lie outside the folder"),
    "a cell in a place that is none": (
        parts("<row r='1'><c r='AAAA99999999999'><v>1</v></c></row>"),
        "sheet 'themes' has a cell at 'AAAA99999999999', in row 1",
    ),
    "a cell of another row": (
        parts("<row r='1'><c r='A2'><v>1</v></c></row>"),
        "has a cell at 'A2', in row 1",
    ),
    "a cell twice": (parts(row(1, "A1", "A1")), "has a cell at 'A1', in row 1"),
    "rows out of order": (
        parts(row(2, "A2") + row(1, "A1")),
        "has a row numbered '1' after row 2",
    ),
    "XML without its end": (
        parts() | {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"},
        "its part 'xl/worksheets/sheet1.xml' is damaged (no element found",
    ),
    "a sheet that is not there": (
        {name: part for name, part in parts().items() if "sheet1" not in name},
        "sheet 'themes' is not in it",
    ),
    "macros": (parts() | {"xl/vbaProject.bin": b""}, "it holds macros"),
    "a binary workbook": (parts() | {"xl/workbook.bin": b""}, "it is a binary workbook (.xlsb)"),
    "an OpenDocument file": (
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"},
        "it is an OpenDocument file",
    ),
    "a Word document": ({"word/document.xml": b"<a/>"}, "it is a zip, but no workbook"),
}

LOOK_ALIKES = {
    "an old workbook": (OLE + b"Workbook", "it is an old workbook (.xls)"),
    "a password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "it is protected by a password",
    ),
    "a web page": (b"<html><table><tr><td>id</td></tr></table></html>", "it is a web page"),
    "a web page with a mark": (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "it is a web page"),
    "a PDF": (b"%PDF-1.7\n", "it is a PDF"),
    "a CSV": (b"id,name\r\n", "it is another kind of file"),
    "nothing": (b"", "it is empty"),
}


def _overlapping(content: bytes) -> bytes:
    # The second entry of the directory at the end points at the first member.
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    return content[: second + 42] + bytes(4) + content[second + 46 :]


def _lying(content: bytes) -> bytes:
    # The first member of the directory claims to be a byte long, with the sum of that byte.
    first = content.index(b"PK\x01\x02")
    claim = struct.pack("<I", zlib.crc32(b"<"))
    size = struct.pack("<I", 1)
    return b"".join(
        (
            content[: first + 16],
            claim,
            content[first + 20 : first + 24],
            size,
            content[first + 28 :],
        )
    )


DAMAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut in the middle": (lambda content: content[: len(content) // 2], "damaged or cut short"),
    "cut at the end": (lambda content: content[:-30], "damaged or cut short"),
    "members that overlap": (_overlapping, "is refused"),
    "a member longer than it says": (_lying, "is damaged"),
    "bytes turned over": (
        lambda content: content[:60] + bytes(byte ^ 0xFF for byte in content[60:90]) + content[90:],
        "damaged or cut short",
    ),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_refuses_what_is_hostile(tmp_path: Path, content: dict[str, bytes], reason: str) -> None:
    message = refusal_of(zipped(tmp_path / "register.xlsx", content))

    assert f"register.xlsx: {reason}" in message or reason in message
    assert "To mend it: " in message


@pytest.mark.parametrize(("content", "reason"), LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_f8_refuses_another_kind_of_file(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "register.xlsx").write_bytes(content)

    message = refusal_of(tmp_path / "register.xlsx")

    assert f"register.xlsx: {reason}" in message
    assert "choose Save as, and the kind .xlsx" in message


@pytest.mark.parametrize(("damage", "reason"), DAMAGES.values(), ids=DAMAGES)
def test_refuses_what_is_damaged(
    workbook: Path, damage: Callable[[bytes], bytes], reason: str
) -> None:
    workbook.write_bytes(damage(workbook.read_bytes()))

    assert reason in refusal_of(workbook)


@pytest.mark.parametrize("rows", [65_536, 1_048_576])
def test_f25_wonders_at_just_as_many_rows_as_spreadsheets_have(tmp_path: Path, rows: int) -> None:
    many = "<row/>" * (rows - 1) + "<row><c><v>1</v></c></row>"
    path = zipped(tmp_path / "register.xlsx", parts(many))

    assert f"it has just {rows:,} rows, so look whether it was cut off" in refusal_of(path)


def test_refuses_a_packing_that_spreadsheets_do_not_use(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        for name, part in parts().items():
            archive.writestr(name, part)

    assert "is compressed in a way that is not read" in refusal_of(path)


def test_f8_refuses_a_workbook_under_another_name(workbook: Path) -> None:
    renamed = workbook.rename(workbook.with_suffix(".xlsm"))

    assert "register.xlsm: its name ends in '.xlsm'" in refusal_of(renamed)


def test_refuses_a_file_over_10_mib(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(10 * MIB))

    assert "register.xlsx: it is larger than 10 MiB" in refusal_of(path)


def test_says_so_when_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="there is no such file"):
        read_workbook(tmp_path / "register.xlsx", ())


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (replace(TABLE_LIMITS, wall=0), "took too long and was stopped"),
        (replace(TABLE_LIMITS, cpu=0), "died (SIGKILL)"),
        (replace(TABLE_LIMITS, answer_bytes=10), "the process that read it failed"),
    ],
    ids=["time", "time of the processor", "length of the answer"],
)
def test_a_child_that_goes_over_its_caps_is_a_refusal(
    workbook: Path, limits: TableLimits, reason: str
) -> None:
    assert reason in refusal_of(workbook, limits)


@pytest.mark.parametrize("mebibytes", [1, 8])
def test_a_child_without_memory_is_a_refusal(workbook: Path, mebibytes: int) -> None:
    message = refusal_of(workbook, replace(TABLE_LIMITS, memory=mebibytes * MIB))

    assert message.startswith("register.xlsx is refused")


def test_f1_calamine_would_have_died_of_what_is_refused_before(tmp_path: Path) -> None:
    # Were the scan ever to miss it, the caps of the child make the abort a refusal all the same.
    path = zipped(tmp_path / "register.xlsx", parts(row(1, "A1") + row(1_048_576, "XFD1048576")))
    blind = replace(TABLE_LIMITS, rows=2_000_000, columns=20_000, cells=10**12)

    assert "register.xlsx: the process that read it died" in refusal_of(path, blind)


def test_leaves_nothing_behind(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))

    read_workbook(workbook, ())

    assert list(scratch.iterdir()) == []


def test_reads_the_sound_one_that_the_others_are_made_from(tmp_path: Path) -> None:
    incoming = read_workbook(zipped(tmp_path / "register.xlsx", parts(SOUND)), ())

    assert [problem.message for problem in incoming.sheets["themes"].problems] == [
        f"has no column '{column}'" for column in ("name", "description", "colour", "pattern")
    ]


def test_pictures_and_other_parts_are_not_looked_at(tmp_path: Path) -> None:
    content = parts() | {"xl/media/image1.png": b"\x89PNG", "docProps/thumbnail.jpeg": b"\xff"}

    assert "themes" in read_workbook(zipped(tmp_path / "register.xlsx", content), ()).sheets
