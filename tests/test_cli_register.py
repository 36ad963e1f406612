"""The register taken out and brought back in, as people do it at a terminal."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from escwg_map.cli import main
from reliability.catalogue import row
from sources.workbooks import edited, put


@pytest.fixture
def data(toyshire: Path, tmp_path: Path) -> Path:
    """A copy of Toyshire's data folder."""
    return Path(shutil.copytree(toyshire / "data", tmp_path / "data"))


@pytest.fixture
def workbook(data: Path, tmp_path: Path) -> Path:
    """Toyshire's workbook, taken out by the command."""
    assert run(data, "export", tmp_path / "register.xlsx").exit_code == 0
    return tmp_path / "register.xlsx"


def run(data: Path, *words: str | Path, answer: str = "") -> Result:
    """Run a command of the group on a data folder."""
    command, *rest = map(str, words)
    arguments = ["register", command, *rest, "--data", str(data)]
    return CliRunner().invoke(main, arguments, input=answer)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_export_says_what_it_wrote(data: Path, tmp_path: Path) -> None:
    ran = run(data, "export", tmp_path / "register.xlsx")

    assert ran.output.endswith(f"written to {tmp_path / 'register.xlsx'}\n")


def test_export_then_import_changes_nothing(data: Path, workbook: Path) -> None:
    before = content(data)

    ran = run(data, "import", workbook)

    assert (ran.exit_code, ran.output.splitlines()[-1]) == (0, "Nothing to change.")
    assert content(data) == before


def test_the_shipped_register_is_none_the_worse(shipped: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(shipped.parent / "data", tmp_path / "data"))
    before = content(data)
    run(data, "export", tmp_path / "register.xlsx")

    ran = run(data, "import", tmp_path / "register.xlsx", "--yes")

    assert (ran.exit_code, ran.output.splitlines()[-1]) == (0, "Nothing to change.")
    assert content(data) == before


def test_import_shows_what_would_change_before_it_asks(data: Path, workbook: Path) -> None:
    edited(workbook, put("projects", "E2", "completed"))

    ran = run(data, "import", workbook, answer="n\n")

    shown, question = ran.output.split("Write this to ")
    assert shown.splitlines()[-3:] == [
        *("projects: 0 added, 1 changed, 0 removed", "  changed  cardiac-arrest-southtoy"),
        "    status: live -> completed",
    ]
    assert question.startswith(str(data))


@pytest.mark.parametrize(("answer", "status"), [("n\n", 0), ("\n", 0), ("", 1)])
def test_anything_but_a_yes_writes_nothing(
    data: Path, workbook: Path, answer: str, status: int
) -> None:
    before = content(data)
    edited(workbook, put("projects", "E2", "completed"))

    ran = run(data, "import", workbook, answer=answer)

    assert (ran.exit_code, content(data)) == (status, before)


@pytest.mark.parametrize(("words", "answer"), [(["--yes"], ""), ([], "y\n")], ids=["--yes", "y"])
def test_a_yes_writes(data: Path, workbook: Path, words: list[str], answer: str) -> None:
    edited(workbook, put("projects", "E2", "completed"))

    ran = run(data, "import", workbook, *words, answer=answer)

    assert ran.exit_code == 0
    assert b",completed," in (data / "projects.csv").read_bytes()
    assert b",completed," not in (data / "projects.csv.bak").read_bytes()


def test_problems_are_told_by_sheet_row_and_column(data: Path, workbook: Path) -> None:
    before = content(data)
    edited(workbook, put("projects", "E2", "running"))

    ran = run(data, "import", workbook, "--yes")

    assert ran.exit_code == 1
    assert ran.output.splitlines()[0] == (
        "register.xlsx, sheet projects, row 2, column status: 'running' will not do. To mend it: "
        "write one of live, pilot, planned, exploring or completed."
    )
    assert content(data) == before


def test_what_cannot_be_read_is_told_with_status_2(data: Path, tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(b"%PDF-1.7")

    ran = run(data, "import", tmp_path / "register.xlsx", "--yes")

    assert ran.exit_code == 2
    assert "register.xlsx: it is a PDF, and an .xlsx workbook is wanted" in ran.output


@row(
    "D6",
    fault="a file was cut off, and its rows would go from the register",
    seen="the rows that would go, one by one, and --allow-shrink where it is meant",
    elsewhere="15,841 cases of illness went missing between two files (England, 2020)",
)
def test_d6_a_table_that_loses_much_needs_a_word(data: Path, workbook: Path) -> None:
    before = content(data)
    edited(workbook, lambda book: book["figures"].delete_rows(2, 2))

    ran = run(data, "import", workbook, "--yes")

    assert ran.exit_code == 1
    assert "  removed  cardiac-arrest-southtoy, 7, cars with a defibrillator" in ran.output
    assert re.search(r"so many rows would go from figures \(\d to \d\)", ran.output)
    assert content(data) == before


def test_d6_with_that_word_it_may(data: Path, workbook: Path) -> None:
    edited(workbook, lambda book: book["figures"].delete_rows(2, 2))

    ran = run(data, "import", workbook, "--yes", "--allow-shrink")

    assert ran.exit_code == 0
    assert b"cars with a defibrillator" not in (data / "figures.csv").read_bytes()


def test_a_folder_of_csvs_is_imported_alike(data: Path, tmp_path: Path) -> None:
    csvs = Path(shutil.copytree(data, tmp_path / "csvs"))
    changed = (csvs / "projects.csv").read_bytes().replace(b",live,", b",pilot,", 1)
    (csvs / "projects.csv").write_bytes(changed)

    ran = run(data, "import", csvs, "--yes")

    assert ran.exit_code == 0
    assert (data / "projects.csv").read_bytes() == changed


def test_what_a_terminal_would_obey_is_shown_instead(data: Path, workbook: Path) -> None:
    edited(workbook, put("projects", "E2", "_x001B_[2Jlive"))

    ran = run(data, "import", workbook)

    assert "\x1b" not in ran.output
    assert "'\\x1b[2Jlive' will not do" in ran.output


def test_a_register_with_problems_is_not_exported(data: Path, tmp_path: Path) -> None:
    (data / "themes.csv").unlink()

    ran = run(data, "export", tmp_path / "register.xlsx")

    assert (ran.exit_code, (tmp_path / "register.xlsx").exists()) == (1, False)
