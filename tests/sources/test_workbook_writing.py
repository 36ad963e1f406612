"""The workbook that people open: one sheet a table, easy to fill in, and nothing more in it."""

import re
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from escwg_map.errors import RefusedInput
from escwg_map.records.register import Register
from escwg_map.records.theme import Scheme
from escwg_map.sources.exporting import export_workbook
from escwg_map.sources.register import TABLES
from escwg_map.sources.workbook.writing import workbook_bytes
from reliability.catalogue import row


@pytest.fixture(scope="module")
def book(toyshire_workbook: Path) -> Workbook:
    """Toyshire's workbook, as openpyxl opens it."""
    return load_workbook(toyshire_workbook)


def columns(book: Workbook, sheet: str) -> dict[str, str]:
    """Tell the heading of each column by its letters."""
    (headings,) = book[sheet].iter_rows(max_row=1, values_only=True)
    return {get_column_letter(place): str(name) for place, name in enumerate(headings, start=1)}


def choices(book: Workbook, sheet: str) -> dict[str, str | None]:
    """Tell the drop-down list of each column that has one."""
    rules = book[sheet].data_validations.dataValidation
    headings = columns(book, sheet)
    return {headings[str(rule.sqref).partition("2:")[0]]: rule.formula1 for rule in rules}


def test_explains_itself_first_and_has_a_sheet_a_table(book: Workbook) -> None:
    assert book.sheetnames == ["about", *TABLES]


def test_the_first_sheet_tells_of_every_column(book: Workbook) -> None:
    told = {(row[0], row[1]) for row in book["about"].iter_rows(values_only=True) if row[1]}

    assert told >= {(table, column) for table, row in TABLES.items() for column in row.columns()}


def test_headings_are_the_columns(book: Workbook) -> None:
    headings = {table: tuple(cell.value for cell in book[table][1]) for table in TABLES}

    assert headings == {table: record.columns() for table, record in TABLES.items()}


@pytest.mark.parametrize("table", TABLES)
def test_the_heading_and_the_first_column_stay_in_sight(book: Workbook, table: str) -> None:
    assert book[table].freeze_panes == "B2"


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_wide_enough_but_not_endless(book: Workbook, table: str) -> None:
    widths = [each.width for each in book[table].column_dimensions.values()]

    assert min(widths) >= 10
    assert max(widths) <= 60


def test_offers_the_words_of_closed_lists(book: Workbook) -> None:
    assert choices(book, "projects") == {
        "theme": "themes!$A$2:$A$8",
        "scheme": "schemes!$A$2:$A$6",
        "status": '"live,pilot,planned,exploring,completed"',
        "pages_inferred": '"true,false"',
        "printed_under_future": '"true,false"',
    }


def test_offers_the_kinds_and_roles_of_partners(book: Workbook) -> None:
    offered = choices(book, "partners")

    assert offered["role"] == '"lead,partner,former,inferred"'
    assert offered["kind"] == '"police,fire,ambulance,council,health,pcc,charity,other"'


def test_new_rows_are_offered_the_words_as_well(book: Workbook) -> None:
    rules = book["projects"].data_validations.dataValidation

    assert {
        str(rule.sqref).split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for rule in rules
    } == {"20000"}


def test_text_is_text_and_numbers_are_numbers(book: Workbook) -> None:
    cells = {heading.value: cell for heading, cell in zip(*book["figures"]["A1:I2"], strict=True)}

    assert (cells["measure"].data_type, cells["measure"].number_format) == ("s", "@")
    assert (cells["value"].data_type, cells["value"].number_format) == ("n", "General")


def test_cells_still_to_be_filled_take_dates_as_text(book: Workbook) -> None:
    letter = next(key for key, name in columns(book, "projects").items() if name == "started")

    assert book["projects"].column_dimensions[letter].number_format == "@"


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5", "@SUM(A1)", "#N/A", "'quoted'"])
def test_o1_nothing_is_taken_for_a_formula_or_an_error(tmp_path: Path, text: str) -> None:
    register = Register(schemes=(Scheme(id="a", theme="b", name=text),))
    (tmp_path / "register.xlsx").write_bytes(workbook_bytes(register))

    with ZipFile(tmp_path / "register.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml").decode()

    assert "<f>" not in sheet
    assert re.search(r'<c r="C2" s="\d+" t="inlineStr">', sheet)


def test_o9_says_nothing_of_who_made_it_when_and_where(toyshire_workbook: Path) -> None:
    with ZipFile(toyshire_workbook) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
        dates = {member.date_time for member in archive.infolist()}

    found = re.search(
        r"creator|modified|created|lastModifiedBy|<definedName |<hyperlink|/tmp|/home", everything
    )
    assert found is None
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_o9_hides_nothing(book: Workbook) -> None:
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}


def test_the_same_register_gives_the_same_bytes(toyshire: Path, toyshire_workbook: Path) -> None:
    again = toyshire_workbook.with_name("again.xlsx")

    export_workbook(toyshire / "data", again)

    assert again.read_bytes() == toyshire_workbook.read_bytes()


@row(
    "O9",
    fault="a workbook carries hidden sheets, names, its author or a path, or cuts what is too long",
    seen="none of it; what no cell or sheet can hold is refused, with its row and column",
)
def test_o9_a_text_too_long_for_a_cell_is_an_error_not_a_cut() -> None:
    register = Register(schemes=(Scheme(id="a", theme="b", name="\N{FIRE ENGINE}" * 16_384),))

    with pytest.raises(RefusedInput) as refused:
        workbook_bytes(register)
    assert "schemes.csv, row 2, column name: holds 32,768 characters" in str(refused.value)


def test_o9_more_rows_than_we_read_again_are_an_error_not_a_cut() -> None:
    schemes = tuple(Scheme(id=f"a{n}", theme="b", name="c") for n in range(20_000))

    with pytest.raises(RefusedInput, match=r"schemes\.csv: has 20,000 rows, more than 19,999"):
        workbook_bytes(Register(schemes=schemes))


def test_a_code_point_that_is_no_character_is_an_error() -> None:
    register = Register(schemes=(Scheme(id="a", theme="b", name="Toy\uffffshire"),))

    with pytest.raises(RefusedInput, match=r"row 2, column name: holds U\+FFFF"):
        workbook_bytes(register)


def test_parts_stand_in_the_order_in_which_they_were_written(toyshire_workbook: Path) -> None:
    with ZipFile(toyshire_workbook) as archive:
        offsets = [member.header_offset for member in archive.infolist()]

    assert all(before < after for before, after in pairwise(offsets))


def test_keeps_the_workbook_that_it_replaces(data: Path, workbook: Path) -> None:
    workbook.write_bytes(b"somebody's work")

    export_workbook(data, workbook)

    assert workbook.with_name("register.xlsx.bak").read_bytes() == b"somebody's work"


def test_a_register_with_problems_is_not_exported(data: Path, tmp_path: Path) -> None:
    (data / "themes.csv").unlink()

    exported = export_workbook(data, tmp_path / "register.xlsx")

    assert [str(problem) for problem in exported.problems] == [
        "themes.csv: is missing. To mend it: put themes.csv back into the data folder."
    ]
    assert not (tmp_path / "register.xlsx").exists()


def test_a_workbook_has_the_name_of_one(data: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match=r"end it in \.xlsx"):
        export_workbook(data, tmp_path / "register.xls")
