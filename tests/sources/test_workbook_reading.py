"""What spreadsheets do to cells is undone where it is plain what was meant, and told elsewhere."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.comments import Comment
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.workbook.workbook import Workbook

from escwg_map.sources.register import OPTIONAL, TABLES, checked_register
from escwg_map.sources.workbook.reading import read_workbook
from sources.workbooks import edited, put

Edit = Callable[[Workbook], object]

# On the sheet projects, B is the title, F started, H date_printed, O pages, P pages_inferred and
# S notes; on the sheet figures, C is the value and D the value_text.
READ: dict[str, tuple[Edit, str, str, object]] = {
    "a day": (
        put("projects", "F2", date(2015, 11, 3), "dd/mm/yyyy"),
        "projects",
        "started",
        "2015-11-03",
    ),
    "a moment at midnight": (
        put("projects", "F2", datetime(2015, 11, 3), "yyyy-mm-dd hh:mm"),
        "projects",
        "started",
        "2015-11-03",
    ),
    "a day as its serial number": (
        put("projects", "F2", 42_311),
        "projects",
        "started",
        "2015-11-03",
    ),
    "a year as a number": (put("projects", "F2", 2015), "projects", "started", "2015"),
    "a year as text": (put("projects", "F2", "2015"), "projects", "started", "2015"),
    "a page as a number": (put("projects", "O2", 7.0), "projects", "pages", "7"),
    "a whole number in a text": (put("projects", "S2", 7.0), "projects", "notes", "7"),
    "a truth": (put("projects", "P2", value=True), "projects", "pages_inferred", "true"),
    "a truth in capitals": (put("projects", "P2", "TRUE"), "projects", "pages_inferred", "true"),
    "a number with its decimals": (put("figures", "C2", 0.1 + 0.2), "figures", "value", "0.3"),
    "a number as text": (put("figures", "C2", "12.50"), "figures", "value", "12.50"),
}

FAULTS: dict[str, tuple[Edit, str, str]] = {
    "a reference that is gone": (
        put("projects", "B2", "#REF!"),
        "register.xlsx, sheet projects, row 2, column title: holds the error #REF!",
        "correct the formula, or write the value",
    ),
    "a formula without its result": (
        put("projects", "B2", "=1+1"),
        "sheet projects, row 2, column title: holds a formula whose result was not saved",
        "open it in the spreadsheet program and save it again as .xlsx",
    ),
    "a date among words": (
        put("projects", "H2", date(2015, 11, 1), "mmm-yy"),
        "row 2, column date_printed: is a date to the spreadsheet (2015-11-01)",
        "format the cell as Text and write it again",
    ),
    "a date for a number": (
        put("figures", "C2", date(2015, 1, 2), "dd/mm/yyyy"),
        "sheet figures, row 2, column value: is a date to the spreadsheet (2015-01-02)",
        "format the cell as Text and write it again",
    ),
    "a time of day": (
        put("figures", "D2", time(16, 0), "hh:mm"),
        "row 2, column value_text: is a time to the spreadsheet (16:00:00)",
        "format the cell as Text and write it again",
    ),
    "a date with a time": (
        put("projects", "F2", datetime(2015, 11, 3, 12, 30), "yyyy-mm-dd hh:mm"),
        "column started: holds a time of day as well (2015-11-03 12:30:00)",
        "write 2015, 2015-11 or 2015-11-03 in a cell formatted as Text",
    ),
    "a number that is no day": (
        put("projects", "F2", 999_999),
        "row 2, column started: '999999' is no date",
        "write 2015, 2015-11 or 2015-11-03 in a cell formatted as Text",
    ),
    "half a day": (
        put("projects", "F2", 42_311.5),
        "row 2, column started: '42311.5' is no date",
        "write 2015, 2015-11 or 2015-11-03 in a cell formatted as Text",
    ),
    "a truth among words": (
        put("projects", "S2", value=True),
        "row 2, column notes: is TRUE to the spreadsheet, not text",
        "format the cell as Text and write it again",
    ),
    "a figure of text": (
        put("figures", "C2", "a dozen"),
        "sheet figures, row 2, column value: 'a dozen' will not do",
        "write a number in whole units, with no sign and no commas",
    ),
    "a line break": (
        put("projects", "B2", "Police officers\nanswer"),
        "row 2, column title: holds an invisible character (U+000A) at position 16",
        "delete it",
    ),
    "a character written by its number": (
        put("projects", "B2", "Police_x001B_[2J"),
        "row 2, column title: holds an invisible character (U+001B) at position 7",
        "delete it",
    ),
    "a cell under no heading": (
        put("projects", "V2", "see Fred"),
        "sheet projects, row 2, column V: holds something under no heading",
        "move it, or delete it",
    ),
    "a sheet under another name": (
        lambda book: setattr(book["projects"], "title", "Projects 2016"),
        "register.xlsx: has no sheet 'projects'",
        "rename the sheet 'Projects 2016' to 'projects'",
    ),
    "a sheet gone": (
        lambda book: book.remove(book["themes"]),
        "register.xlsx: has no sheet 'themes'",
        "put the sheet 'themes' back, with its header at least",
    ),
    "a column under nearly its name": (
        put("partners", "B1", "Service"),
        "register.xlsx, sheet partners, row 1: has no column 'service'",
        "rename 'Service' to 'service'",
    ),
    "a column gone": (
        lambda book: book["partners"].delete_cols(5),
        "register.xlsx, sheet partners, row 1: has no column 'role'",
        "add a column 'role'",
    ),
    "a second header": (
        lambda book: book["partners"].insert_rows(1),
        "register.xlsx, sheet partners, row 1: has no column 'project'",
        "add a column 'project'",
    ),
}


def problems_of(workbook: Path, edit: Edit) -> list[str]:
    """Edit a workbook, read it, and list what is wrong."""
    incoming = read_workbook(edited(workbook, edit), set(TABLES) - OPTIONAL)
    return [str(problem) for problem in checked_register(incoming.sheets)[1]]


def remarks_on(workbook: Path, edit: Edit) -> list[str]:
    """Edit a workbook, read it, and list what is worth knowing."""
    return [str(each) for each in read_workbook(edited(workbook, edit), ()).remarks]


@pytest.mark.parametrize(("edit", "sheet", "column", "text"), READ.values(), ids=READ)
def test_f23_reads_what_was_meant(
    workbook: Path, edit: Edit, sheet: str, column: str, text: str
) -> None:
    incoming = read_workbook(edited(workbook, edit), ())

    assert incoming.sheets[sheet].rows[0].cells[column] == text


@pytest.mark.parametrize(("edit", "found", "cure"), FAULTS.values(), ids=FAULTS)
def test_f23_tells_a_fault_with_its_place_and_its_cure(
    workbook: Path, edit: Edit, found: str, cure: str
) -> None:
    problems = problems_of(workbook, edit)

    assert [problem for problem in problems if f"{found}. To mend it: {cure}." in problem]


def test_f23_counts_days_from_1904_where_the_workbook_does(workbook: Path) -> None:
    def edit(book: Workbook) -> None:
        book.epoch = MAC_EPOCH
        put("projects", "F2", 40_849)(book)
        put("projects", "F3", date(2015, 11, 3), "dd/mm/yyyy")(book)

    rows = read_workbook(edited(workbook, edit), ()).sheets["projects"].rows

    assert [row.cells["started"] for row in rows[:2]] == ["2015-11-03", "2015-11-03"]


def test_says_which_dates_were_taken_for_days(workbook: Path) -> None:
    remarks = remarks_on(workbook, put("projects", "F2", date(2015, 11, 1), "mmm-yy"))

    (remark,) = remarks
    assert remark == (
        "register.xlsx, sheet projects, column started: dates of the spreadsheet were read as "
        "days: 2015-11-01 in row 2. To mend it: where no day is known write 2015-11 or 2015, in a "
        "cell formatted as Text."
    )


def test_f22_columns_may_change_places(workbook: Path) -> None:
    def edit(book: Workbook) -> None:
        book["themes"].move_range("A1:A8", cols=9)
        book["themes"].delete_cols(1)

    before = read_workbook(workbook, ()).sheets["themes"].rows
    after = read_workbook(edited(workbook, edit), ()).sheets["themes"].rows

    assert [row.cells for row in after] == [row.cells for row in before]


def test_rows_left_empty_are_passed_over(workbook: Path) -> None:
    incoming = read_workbook(edited(workbook, lambda book: book["themes"].insert_rows(4, 2)), ())

    assert [row.number for row in incoming.sheets["themes"].rows] == [2, 3, 6, 7, 8, 9, 10]


def test_the_result_of_a_formula_is_read_and_told_of(workbook: Path) -> None:
    formula = b'<c r="A1"><f>&quot;i&quot;&amp;&quot;d&quot;</f><v>id</v></c>'.replace(
        b'"A1"', b'"A1" t="str"'
    )
    with ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet2.xml"
    parts[sheet] = re.sub(rb'<c r="A1".*?</c>', formula, parts[sheet], count=1)
    with ZipFile(workbook, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)

    incoming = read_workbook(workbook, ())

    assert incoming.sheets["themes"].rows[0].cells["id"] == "first-response"
    assert incoming.remarks[0].message == "has formulas (1), of which only the results are read"


def _hide_row(book: Workbook) -> None:
    book["themes"].row_dimensions[3].hidden = True


def _hide_column(book: Workbook) -> None:
    book["themes"].column_dimensions["C"].hidden = True


def _comment(book: Workbook) -> None:
    book["themes"]["A2"].comment = Comment("ask Fred", "Fred")


def _filter(book: Workbook) -> None:
    book["themes"].auto_filter.ref = "A1:E8"
    book["themes"].auto_filter.add_filter_column(0, ["demand"])


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (lambda book: setattr(book["themes"], "sheet_state", "hidden"), "is hidden"),
        (_hide_row, "has hidden rows"),
        (_hide_column, "has hidden columns"),
        (_comment, "has comments, which are not read"),
        (_filter, "has a filter that hides rows"),
    ],
    ids=["sheet", "row", "column", "comment", "filter"],
)
def test_f24_names_what_people_may_not_see(workbook: Path, edit: Edit, found: str) -> None:
    assert f"register.xlsx, sheet themes: {found}. " in " ".join(remarks_on(workbook, edit))


def test_f24_names_sheets_of_no_table(workbook: Path) -> None:
    remarks = remarks_on(workbook, lambda book: book.create_sheet("Fred's notes"))

    (remark,) = remarks
    assert remark == (
        "register.xlsx: its sheet 'Fred's notes' is no table of the register and was not read. To "
        "mend it: nothing need be done, if that is as it should be."
    )


def test_a_workbook_as_we_write_it_leaves_nothing_to_say(workbook: Path) -> None:
    assert read_workbook(workbook, TABLES).remarks == ()
