"""Tables that somebody wants to import: as rows of text, wherever they were read."""

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from escwg_map.records.problem import Problem
from escwg_map.sources.limits import MIB, TableLimits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.register import TABLES
from escwg_map.sources.rows import NumberedRow, Sheet, read_sheet
from escwg_map.sources.workbook.cells import read_cell
from escwg_map.sources.workbook.columns import Column, columns_of


class Incoming(Struct, frozen=True):
    """The sheet of each table, and what was found that is no fault but worth knowing."""

    sheets: dict[str, Sheet]
    remarks: tuple[Problem, ...] = ()


def read_csv_folder(folder: Path, required: Collection[str], limits: TableLimits) -> Incoming:
    """Read the CSV files of the tables; those that are not required may be absent.

    Raises RefusedInput for a file that is over the limits.
    """
    present = {path.stem: path for path in sorted(folder.glob("*.csv"))}
    sheets = {
        name: _sheet(folder / f"{name}.csv", name, limits)
        for name in TABLES
        if name in required or name in present
    }
    extra = [path for name, path in present.items() if name not in TABLES]
    return Incoming(sheets, tuple(_unread(path.name) for path in extra))


def _unread(file: str) -> Problem:
    near = get_close_matches(Path(file).stem.lower(), TABLES, n=1)
    cure = f"rename it to {near[0]}.csv, if that was meant" if near else "nothing need be done"
    return Problem(file=file, message="is no table of the register and was not read", cure=cure)


def _sheet(path: Path, name: str, limits: TableLimits) -> Sheet:
    if path.is_file() and path.stat().st_size > limits.zip_bytes:
        size = f"it is larger than {limits.zip_bytes // MIB} MiB"
        raise refusal(path.name, size, "look whether it is the right file")
    sheet = read_sheet(path, TABLES[name].columns(), TABLES[name].may_be_absent)
    if len(sheet.rows) > limits.rows:
        many = f"it holds {len(sheet.rows):,} rows, more than {limits.rows:,}"
        raise refusal(path.name, many, _cut_off(len(sheet.rows)))
    return _as_meant(sheet, columns_of(TABLES[name]), limits)


def _cut_off(rows: int) -> str:
    # The header is a row as well, to a spreadsheet that cuts a file off.
    cut = rows + 1 in (65_536, 1_048_576)
    return "look whether it was cut off there" if cut else "look whether it is the right file"


def _as_meant(sheet: Sheet, columns: Collection[Column], limits: TableLimits) -> Sheet:
    """Undo what a spreadsheet does to a CSV: it writes TRUE for true."""
    rows, problems = [], list(sheet.problems)
    for row in sheet.rows:
        cells = {}
        for column in columns:
            text = row.cells.get(column.name, "")
            reading = read_cell(text, column, date1904=False, longest=limits.characters)
            cells[column.name] = reading.text
            if reading.fault:
                message, cure = reading.fault
                place = {"file": sheet.file, "row": row.number, "column": column.name}
                problems.append(Problem(**place, message=message, cure=cure))
        rows.append(NumberedRow(row.number, cells))
    return replace(sheet, rows=tuple(rows), problems=tuple(problems))
