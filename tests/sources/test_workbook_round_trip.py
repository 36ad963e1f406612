"""Whatever the register says comes back from a workbook, and from CSV files, unchanged."""

from pathlib import Path

import pytest

from escwg_map.records.register import Register
from escwg_map.sources.exporting import export_workbook
from escwg_map.sources.register import TABLES, checked_register
from escwg_map.sources.workbook.reading import read_workbook
from escwg_map.sources.writing import table_csv
from reliability.catalogue import row
from reliability.round_trips import WAYS, by_csvs_that_forget, check


def files(register: Register) -> dict[str, bytes]:
    return {table: table_csv(table, getattr(register, table)) for table in TABLES}


@row(
    "D8",
    fault="a text is changed, or an empty cell filled, on the way out and back",
    seen="nothing: generated registers come back equal, every letter and every empty cell",
    elsewhere="spreadsheets and careless writers turn texts into numbers, dates and formulas",
)
@pytest.mark.parametrize("way", WAYS)
def test_d8_a_register_comes_back_as_it_went(way: str) -> None:
    check(WAYS[way], 25)


def test_d8_a_way_that_changes_a_letter_is_found_out() -> None:
    with pytest.raises(AssertionError):
        check(by_csvs_that_forget, 200)


def test_d8_the_shipped_register_comes_back_as_it_went(shipped: Path, tmp_path: Path) -> None:
    folder = shipped.parent / "data"
    sound = {
        t: (folder / f"{t}.csv").read_bytes() for t in TABLES if (folder / f"{t}.csv").exists()
    }
    path = tmp_path / "register.xlsx"

    export_workbook(folder, path)
    register, problems = checked_register(read_workbook(path, TABLES).sheets)

    assert problems == []
    assert {table: content for table, content in files(register).items() if table in sound} == sound
