"""An import says what it would change, and then changes all of it or nothing."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl.workbook.workbook import Workbook

from escwg_map.disk.manifest import digest, write_manifest
from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.sources.changes import ChangedRow, FieldChange
from escwg_map.sources.importing import Prepared, prepare_import, write_import
from escwg_map.sources.limits import TABLE_LIMITS, TableLimits
from escwg_map.sources.register import read_register
from reliability.catalogue import row
from sources.slips import Slip, again, cells, missing, rows_of, text
from sources.workbooks import edited, put
from toyshire.tables import write_rows

Edit = Callable[[Workbook], object]


@pytest.fixture
def csvs(data: Path, tmp_path: Path) -> Path:
    """A folder of CSVs to import, for one test to change."""
    return Path(shutil.copytree(data, tmp_path / "csvs"))


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def by_table(prepared: Prepared) -> dict[str, tuple[int, int, int]]:
    """Count what is added, changed and removed, by table."""
    return {
        each.table: (len(each.added), len(each.changed), len(each.removed))
        for each in prepared.changes
    }


def test_a_workbook_just_taken_out_changes_nothing(workbook: Path, data: Path) -> None:
    prepared = prepare_import(workbook, data)

    assert (prepared.problems, prepared.changes, prepared.files) == ((), (), {})


def test_the_files_themselves_change_nothing(csvs: Path, data: Path) -> None:
    prepared = prepare_import(csvs, data)

    assert (prepared.problems, prepared.changes, prepared.files) == ((), (), {})


def test_files_that_a_spreadsheet_saved_again_change_nothing(csvs: Path, data: Path) -> None:
    for path in csvs.iterdir():
        content = path.read_bytes().replace(b"\r\n", b"\n").replace(b",false", b",FALSE")
        path.write_bytes(b"\xef\xbb\xbf" + content)

    assert prepare_import(csvs, data).changes == ()


def test_tells_a_change_field_by_field(workbook: Path, data: Path) -> None:
    def edit(book: Workbook) -> None:
        put("projects", "E2", "completed")(book)
        put("projects", "G2", date(2016, 3, 1), "dd/mm/yyyy")(book)

    (changes,) = prepare_import(edited(workbook, edit), data).changes

    assert changes.changed == (
        ChangedRow(
            "cardiac-arrest-southtoy",
            (FieldChange("status", "live", "completed"), FieldChange("ended", "", "2016-03-01")),
        ),
    )


def test_columns_that_may_be_absent_count_as_empty_in_a_workbook(
    workbook: Path, data: Path
) -> None:
    edited(workbook, lambda book: book["districts"].delete_cols(8, 2))

    prepared = prepare_import(workbook, data)

    assert prepared.problems == ()
    assert by_table(prepared) == {"districts": (0, 12, 0)}


def test_columns_that_may_be_absent_count_as_empty_in_csvs(csvs: Path, data: Path) -> None:
    rows = rows_of(csvs / "districts.csv")
    bare = [{c: row[c] for c in row if c not in ("longitude", "latitude")} for row in rows]
    write_rows(csvs / "districts.csv", bare)

    assert by_table(prepare_import(csvs, data)) == {"districts": (0, 12, 0)}


def test_tells_rows_added_and_removed(workbook: Path, data: Path) -> None:
    def edit(book: Workbook) -> None:
        book["partners"].delete_rows(4)
        book["partners"].append(
            ["co-responding-eastoy", "RZ1", "Toyshire Ambulance", "ambulance", "lead"]
        )

    (changes,) = prepare_import(edited(workbook, edit), data).changes

    assert changes.added == ("co-responding-eastoy, Toyshire Ambulance",)
    assert changes.removed == ("co-responding-eastoy, Eastoy Fire",)


def test_d7_rows_may_stand_in_any_order(csvs: Path, data: Path) -> None:
    header, *lines = (csvs / "partners.csv").read_bytes().splitlines(keepends=True)
    (csvs / "partners.csv").write_bytes(b"".join([header, *reversed(lines)]))

    assert prepare_import(csvs, data).changes == ()


def test_the_order_of_themes_is_theirs_to_change(csvs: Path, data: Path) -> None:
    header, *lines = (csvs / "themes.csv").read_bytes().splitlines(keepends=True)
    (csvs / "themes.csv").write_bytes(b"".join([header, *reversed(lines)]))

    (changes,) = prepare_import(csvs, data).changes

    assert (changes.table, changes.reordered, changes.changed) == ("themes", True, ())


def test_writes_the_changes_and_nothing_else(csvs: Path, data: Path) -> None:
    cells("projects", 2, title="Police officers help in Southtoy")(csvs)

    write_import(prepare_import(csvs, data))

    found = {name: old for name, old in content(data).items() if not name.endswith(".bak")}
    assert found == content(csvs)


def test_keeps_the_bytes_from_before(csvs: Path, data: Path) -> None:
    before = content(data)
    cells("projects", 2, title="Police officers help in Southtoy")(csvs)

    write_import(prepare_import(csvs, data))

    kept = {name: old for name, old in content(data).items() if name.endswith(".bak")}
    assert kept == {f"{name}.bak": old for name, old in before.items()}


def test_a_table_that_does_not_change_keeps_its_bytes(csvs: Path, data: Path) -> None:
    by_hand = (data / "themes.csv").read_bytes().replace(b"\r\n", b"\n")
    (data / "themes.csv").write_bytes(by_hand)
    cells("projects", 2, title="Police officers help in Southtoy")(csvs)

    write_import(prepare_import(csvs, data))

    assert (data / "themes.csv").read_bytes() == by_hand


@row(
    "D7",
    fault="the same file is imported twice, or with its rows in another order",
    seen="nothing to change; not a byte is written",
)
def test_d7_the_second_time_there_is_nothing_to_do(workbook: Path, data: Path) -> None:
    edited(workbook, put("projects", "E2", "completed"))
    write_import(prepare_import(workbook, data))

    assert prepare_import(workbook, data).files == {}


def test_makes_a_register_where_there_was_none(workbook: Path, data: Path, tmp_path: Path) -> None:
    write_import(prepare_import(workbook, tmp_path / "new"))

    assert content(tmp_path / "new") == content(data)


def test_goes_on_over_a_register_that_cannot_be_read(csvs: Path, data: Path) -> None:
    cells("projects", 2, status="running")(data)

    prepared = prepare_import(csvs, data)

    assert by_table(prepared) == {"projects": (1, 0, 0)}
    assert "projects.csv has problems as it is" in prepared.remarks[0].message


def test_problems_between_sheets_are_told_by_the_rows_of_the_workbook(
    workbook: Path, data: Path
) -> None:
    def edit(book: Workbook) -> None:
        put("partners", "A2", "cardiac-arrest-southtown")(book)
        book["partners"].insert_rows(2, 3)

    problems = prepare_import(edited(workbook, edit), data).problems

    assert str(problems[0]) == (
        "register.xlsx, sheet partners, row 5, column project: 'cardiac-arrest-southtown' is not "
        "known. To mend it: write 'cardiac-arrest-southtoy', if that was meant."
    )


def test_cures_name_sheets_where_there_are_sheets(workbook: Path, data: Path) -> None:
    problems = prepare_import(
        edited(workbook, lambda book: book["partners"].delete_rows(10, 2)), data
    ).problems

    assert [problem.cure for problem in problems] == ["add its partners to the sheet partners"]


def test_a_cell_at_fault_is_told_once(workbook: Path, data: Path) -> None:
    problems = prepare_import(edited(workbook, put("projects", "B2", "#REF!")), data).problems

    assert [problem.message for problem in problems] == ["holds the error #REF!"]


REFUSED: dict[str, tuple[Edit, str]] = {
    "an id twice": (put("projects", "A3", "cardiac-arrest-southtoy"), "stands 2 times"),
    "a code nobody knows": (put("projects", "I2", "E23000999"), "'E23000999' is not known"),
    "a theme nobody knows": (put("projects", "C2", "estate"), "'estate' is not known"),
    "an end before the start": (
        put("projects", "G2", "2014"),
        "ended 2014, before it started 2015-11",
    ),
    "a place in the sea": (put("projects", "L4", 12.5), "lies outside England and Wales"),
}


@pytest.mark.parametrize(("edit", "found"), REFUSED.values(), ids=REFUSED)
def test_will_not_write_what_is_wrong(workbook: Path, data: Path, edit: Edit, found: str) -> None:
    prepared = prepare_import(edited(workbook, edit), data)

    assert [problem for problem in prepared.problems if found in problem.message]
    assert prepared.files == {}


GONE: dict[str, Slip] = {
    "a file": missing("figures"),
    "a column": text("partners", b",role", b",part"),
}


@pytest.mark.parametrize("slip", GONE.values(), ids=GONE)
def test_a_part_gone_missing_is_no_request_to_delete_it(csvs: Path, data: Path, slip: Slip) -> None:
    slip(csvs)

    assert prepare_import(csvs, data).problems


def test_a_table_that_the_register_has_must_come_back(csvs: Path, data: Path) -> None:
    header = b"area,post,name,affiliation,pages,notes\r\n"
    (data / "leaders.csv").write_bytes(header)
    (csvs / "leaders.csv").unlink(missing_ok=True)

    assert "leaders.csv: is missing" in str(prepare_import(csvs, data).problems[0])


@pytest.mark.parametrize(("removed", "shrinking"), [(2, []), (3, ["partners"])])
def test_d6_minds_when_a_table_loses_30_percent(
    workbook: Path, data: Path, removed: int, shrinking: list[str]
) -> None:
    def edit(book: Workbook) -> None:
        for number in (10, 8, 7)[:removed]:
            book["partners"].delete_rows(number)

    prepared = prepare_import(edited(workbook, edit), data)

    assert [each.table for each in prepared.shrinking] == shrinking


def test_growing_from_nothing_is_no_shrinking(workbook: Path, tmp_path: Path) -> None:
    assert prepare_import(workbook, tmp_path / "new").shrinking == ()


def test_d6_says_how_many_rows_it_read(workbook: Path, data: Path) -> None:
    rows = prepare_import(workbook, data).rows

    assert (rows["projects"], rows["partners"]) == (4, 10)


def test_d6_rows_read_are_rows_accepted_and_refused(csvs: Path, data: Path) -> None:
    cells("schemes", 3, theme="no-theme-of-ours!")(csvs)
    lines = (csvs / "schemes.csv").read_bytes() + b"too,few\r\n"
    (csvs / "schemes.csv").write_bytes(lines)

    prepared = prepare_import(csvs, data)

    assert (prepared.rows["schemes"], prepared.refused["schemes"]) == (6, 2)
    assert lines.count(b"\r\n") - 1 == 6


def test_writes_nothing_over_what_changed_meanwhile(csvs: Path, data: Path) -> None:
    cells("projects", 2, title="Police officers help in Southtoy")(csvs)
    prepared = prepare_import(csvs, data)
    again("schemes", 2, id="another")(data)
    before = content(data)

    with pytest.raises(RefusedInput, match=r"schemes\.csv changed while the import waited"):
        write_import(prepared)
    assert content(data) == before


def test_files_of_no_table_are_named(csvs: Path, data: Path) -> None:
    (csvs / "Partner.csv").write_text("ours", encoding="utf-8")

    assert str(prepare_import(csvs, data).remarks[0]) == (
        "Partner.csv: is no table of the register and was not read. To mend it: rename it to "
        "partners.csv, if that was meant."
    )


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        (replace(TABLE_LIMITS, rows=6), "themes.csv: it holds 7 rows, more than 6"),
        (replace(TABLE_LIMITS, zip_bytes=100), "themes.csv: it is larger than 0 MiB"),
    ],
    ids=["rows", "bytes"],
)
def test_files_over_the_limits_are_refused(
    csvs: Path, data: Path, limits: TableLimits, found: str
) -> None:
    with pytest.raises(RefusedInput, match=found):
        prepare_import(csvs, data, limits)


def test_f25_a_file_with_as_many_rows_as_a_sheet_may_have_been_cut(csvs: Path, data: Path) -> None:
    lines = (csvs / "partners.csv").read_bytes().splitlines(keepends=True)
    (csvs / "partners.csv").write_bytes(lines[0] + lines[1] * 65_535)

    with pytest.raises(RefusedInput, match="look whether it was cut off there"):
        prepare_import(csvs, data)


def test_a_text_too_long_for_a_workbook_is_a_problem(csvs: Path, data: Path) -> None:
    cells("projects", 2, notes="long " * 7_000)(csvs)

    (problem,) = prepare_import(csvs, data).problems

    assert (problem.row, problem.column, problem.cure) == (2, "notes", "shorten it")


def test_f27_a_pipe_in_the_place_of_a_file_is_not_waited_for(csvs: Path, data: Path) -> None:
    (csvs / "themes.csv").unlink()
    os.mkfifo(csvs / "themes.csv")

    assert "themes.csv: is missing" in str(prepare_import(csvs, data).problems[0])


def test_says_so_when_there_is_nothing_to_import(data: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="there is no such file"):
        prepare_import(tmp_path / "register.xlsx", data)


def test_reading_the_register_finishes_what_was_interrupted(data: Path) -> None:
    staging = data / ".replacing"
    staging.mkdir()
    header = b"id,theme,name\r\n"
    (staging / "schemes.csv").write_bytes(header)
    write_manifest(staging, {"schemes.csv": digest(header)})

    register, _ = read_register(data)

    assert register.schemes == ()
    assert (data / "schemes.csv").read_bytes() == header
