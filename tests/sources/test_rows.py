"""CSV files as numbered rows."""

from pathlib import Path

import pytest

from escwg_map.sources.rows import NumberedRow, Sheet, read_sheet


def read(folder: Path, content: bytes) -> Sheet:
    (folder / "towns.csv").write_bytes(content)
    return read_sheet(folder / "towns.csv", ("name", "people"))


TOYTOWN = NumberedRow(2, {"name": "Toytown", "people": "1000"})


@pytest.mark.parametrize(
    "content",
    [
        b"name,people\r\nToytown,1000\r\n",
        b"name,people\nToytown,1000\n",
        b"name,people\r\nToytown,1000",
        b"\xef\xbb\xbfname,people\r\nToytown,1000\r\n",
        b'"name","people"\r\n"Toytown","1000"\r\n',
        b"people,name\r\n1000,Toytown\r\n",
    ],
    ids=["crlf", "lf", "no last line end", "byte order mark", "quoted", "another order"],
)
def test_f21_reads_a_table_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    sheet = read(tmp_path, content)

    assert sheet == Sheet("towns.csv", (TOYTOWN,))


def test_a_column_that_may_be_absent_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "towns.csv").write_bytes(b"name,people\r\nToytown,1000\r\n")

    sheet = read_sheet(tmp_path / "towns.csv", ("name", "people", "longitude"), {"longitude"})

    assert sheet == Sheet("towns.csv", (TOYTOWN,))


def test_numbers_rows_as_a_spreadsheet_does(tmp_path: Path) -> None:
    sheet = read(tmp_path, b'name,people\r\n"Toy\r\ntown",1000\r\nKingsmere,1000\r\n')

    assert [row.number for row in sheet.rows] == [2, 3]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    assert read(tmp_path, b"name,people\r\n") == Sheet("towns.csv")


def test_keeps_the_good_rows_beside_a_ragged_one(tmp_path: Path) -> None:
    sheet = read(tmp_path, b"name,people\r\nToytown,1000\r\nKingsmere\r\n")

    assert sheet.rows == (TOYTOWN,)
    assert [problem.row for problem in sheet.problems] == [3]


def test_reads_no_rows_under_a_header_that_is_wrong(tmp_path: Path) -> None:
    assert read(tmp_path, b"name,people,name\r\nToytown,1000,Toytown\r\n").rows == ()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    sheet = read_sheet(tmp_path, ("name", "people"))

    assert [problem.message for problem in sheet.problems] == ["is missing"]


def test_suggests_the_column_that_was_meant(tmp_path: Path) -> None:
    sheet = read(tmp_path, b"name, Peoples\r\nToytown,1000\r\n")

    assert sheet.problems[0].cure == "rename ' Peoples' to 'people'"


def test_f21_names_the_line_and_the_byte_of_a_foreign_letter(tmp_path: Path) -> None:
    # Eleven bytes of header, two of line end: the é of Café is byte 17, in the second line.
    sheet = read(tmp_path, "name,people\r\nCafé,1000\r\n".encode("cp1252"))

    assert sheet.problems[0].row == 2
    assert sheet.problems[0].message == "is not UTF-8 at byte 17"
