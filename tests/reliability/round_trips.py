"""Generated registers taken out and brought back in: each must come back equal.

`PYTHONPATH=tests python -m reliability.round_trips --examples 1000` does so for both ways out.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings

from escwg_map.records.register import Register
from escwg_map.records.row import Row
from escwg_map.sources.register import TABLES, read_sheets
from escwg_map.sources.rows import Sheet
from escwg_map.sources.workbook.reading import read_workbook
from escwg_map.sources.workbook.writing import workbook_bytes
from escwg_map.sources.writing import in_order, table_csv
from reliability.figures import record
from sources.generated import registers

Back = Callable[[Register, Path], Mapping[str, Sheet]]


def by_workbook(register: Register, folder: Path) -> Mapping[str, Sheet]:
    """Write a workbook, and read its sheets."""
    path = folder / "register.xlsx"
    path.write_bytes(workbook_bytes(register))
    return read_workbook(path, TABLES).sheets


def by_csvs(register: Register, folder: Path) -> Mapping[str, Sheet]:
    """Write the CSV files, and read them."""
    for table in TABLES:
        (folder / f"{table}.csv").write_bytes(table_csv(table, getattr(register, table)))
    return read_sheets(folder)


def by_csvs_that_forget(register: Register, folder: Path) -> Mapping[str, Sheet]:
    """Take two marks for one, as a careless program does: it must be found out."""
    for table in TABLES:
        body = table_csv(table, getattr(register, table))
        (folder / f"{table}.csv").write_bytes(body.replace("\N{EN DASH}".encode(), b"-"))
    return read_sheets(folder)


WAYS: Mapping[str, Back] = {"xlsx": by_workbook, "csv": by_csvs}


def differences(register: Register, back: Back) -> list[str]:
    """Name the tables that come back other than they went."""
    with TemporaryDirectory() as folder:
        sheets = back(register, Path(folder))
    return [table for table in TABLES if _went(register, table) != _came(sheets, table)]


def _went(register: Register, table: str) -> Sequence[Row]:
    return in_order(table, getattr(register, table))


def _came(sheets: Mapping[str, Sheet], table: str) -> Sequence[Row]:
    rows = sheets[table].rows if table in sheets else ()
    return in_order(table, [TABLES[table].model_validate(row.cells) for row in rows])


def check(back: Back, examples: int) -> None:
    """Take so many registers there and back; the first that differs is an AssertionError."""

    @settings(
        max_examples=examples,
        deadline=None,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],  # Each may start a process.
    )
    @given(register=registers)
    def comes_back(register: Register) -> None:
        assert differences(register, back) == []

    comes_back()


def main() -> None:
    """Check both ways, and keep how many examples came back."""
    parser = argparse.ArgumentParser(description="Generated registers, there and back.")
    parser.add_argument("--examples", type=int, default=1000)
    examples = parser.parse_args().examples
    for name, back in WAYS.items():
        check(back, examples)
        print(f"{name}: {examples:,} registers came back equal")  # noqa: T201
    record("round trips", ways=sorted(WAYS), examples=examples, differences=0)


if __name__ == "__main__":
    main()
