"""Importing tables into the register: read, checked, compared, and written all or none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from escwg_map.records.problem import Problem
from escwg_map.records.register import Register
from escwg_map.sources.changes import TableChanges, table_changes
from escwg_map.sources.doubts import doubts
from escwg_map.sources.incoming import Incoming, read_csv_folder
from escwg_map.sources.limits import TABLE_LIMITS, TableLimits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.register import OPTIONAL, TABLES, checked_register, read_sheets
from escwg_map.sources.replacing import BACKUP, finish_replacement, replace_files
from escwg_map.sources.rows import HEADER_ROW, Sheet
from escwg_map.sources.workbook.reading import read_workbook
from escwg_map.sources.writing import in_order, table_csv

_FIRST_ROW = 2


class Prepared(Struct, frozen=True):
    """What an import would do: write `files`, or nothing while there are problems.

    `changes` has the tables that change; `remarks` are worth knowing but stand in no way. `rows`
    counts those read of each table, and `refused` those of them that have problems. `found` is what
    the register's files held when they were compared.
    """

    folder: Path
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    rows: Mapping[str, int]
    refused: Mapping[str, int] = field(default_factory=dict)
    changes: tuple[TableChanges, ...] = ()
    found: Mapping[str, bytes | None] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def shrinking(self) -> tuple[TableChanges, ...]:
        """Tables that would lose so many rows that it has to be asked for."""
        return tuple(changes for changes in self.changes if changes.shrinks)


def prepare_import(source: Path, folder: Path, limits: TableLimits = TABLE_LIMITS) -> Prepared:
    """Check the tables of a workbook or of a folder of CSVs, and compare them with the register's.

    A table that the register has must be there, so that none is lost by a sheet gone missing.
    Raises MissingInput or RefusedInput for what cannot be read at all.
    """
    if folder.is_dir():
        finish_replacement(folder)
    found = {f"{name}.csv": _bytes(folder / f"{name}.csv") for name in TABLES}
    required = {n for n in TABLES if n not in OPTIONAL or found[f"{n}.csv"] is not None}
    incoming = _read(source, required, limits)
    register, problems = checked_register(incoming.sheets)
    problems = list(_placed(problems, incoming.sheets))
    refused = {name: _rows_of(problems, sheet) for name, sheet in incoming.sheets.items()}
    rows = {
        name: len({row.number for row in sheet.rows} | refused[name])
        for name, sheet in incoming.sheets.items()
    }
    if problems:
        bad = {name: len(numbers) for name, numbers in refused.items()}
        return Prepared(folder, tuple(problems), incoming.remarks, rows, bad)
    changes, remarks = _compared(register, folder)
    remarks += _placed(doubts(register), incoming.sheets)
    files = {f"{c.table}.csv": table_csv(c.table, getattr(register, c.table)) for c in changes}
    for table in required:
        if found[f"{table}.csv"] is None:
            files[f"{table}.csv"] = table_csv(table, getattr(register, table))
    told = (*incoming.remarks, *remarks)
    return Prepared(folder, (), told, rows, changes=changes, found=found, files=files)


def write_import(prepared: Prepared) -> None:
    """Replace the register's files all or none, each beside a `.bak` of what it held before.

    A file whose table does not change keeps its bytes. Raises RefusedInput, with nothing written,
    when the files are no longer those that were compared, or cannot be written.
    """
    now = {name: _bytes(prepared.folder / name) for name in prepared.found}
    if now != prepared.found:
        changed = sorted(name for name in now if now[name] != prepared.found[name])
        message = f"{', '.join(changed)} changed while the import waited"
        raise refusal(str(prepared.folder), message, "import once more, and look at the changes")
    backups = {f"{name}{BACKUP}": content for name, content in now.items() if content is not None}
    replace_files(prepared.folder, {**backups, **prepared.files})


def _read(source: Path, required: set[str], limits: TableLimits) -> Incoming:
    if source.is_dir():
        return read_csv_folder(source, required, limits)
    return read_workbook(source, required, limits)


def _rows_of(problems: Iterable[Problem], sheet: Sheet) -> set[int]:
    """Number the rows of a sheet that have problems, those included that are no rows at all."""
    rows = (problem.row for problem in problems if problem.file == sheet.file)
    return {row for row in rows if row is not None and row > HEADER_ROW}


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _compared(register: Register, folder: Path) -> tuple[tuple[TableChanges, ...], list[Problem]]:
    sheets = read_sheets(folder)
    old, problems = checked_register(sheets)
    changes = (
        table_changes(
            name,
            in_order(name, getattr(old, name)),
            in_order(name, getattr(register, name)),
            before=len(sheets[name].rows) if name in sheets else 0,
        )
        for name in TABLES
    )
    unread = {problem.file for problem in problems if (folder / problem.file).is_file()}
    remarks = [_unsound(folder, file) for file in sorted(unread)]
    return tuple(each for each in changes if each), remarks


def _unsound(folder: Path, file: str) -> Problem:
    message = f"{folder / file} has problems as it is; rows that cannot be read count as absent"
    return Problem(file=file, message=message, cure="escwg-map check lists them")


def _placed(problems: Iterable[Problem], sheets: Mapping[str, Sheet]) -> Iterator[Problem]:
    """Say of each problem where its sheet has it, and leave out what follows from another."""
    first = dict.fromkeys(each for sheet in sheets.values() for each in sheet.problems)
    told = {(each.file, each.row, each.column) for each in first if each.column}
    by_file = {f"{name}.csv": sheet for name, sheet in sheets.items()}
    yield from first
    for problem in problems:
        sheet = by_file.get(problem.file)
        if sheet and problem.row and sheet.file != problem.file:
            yield _in_the_workbook(problem, sheet)
        elif problem not in first and (problem.file, problem.row, problem.column) not in told:
            yield problem


def _in_the_workbook(problem: Problem, sheet: Sheet) -> Problem:
    """Give a problem between tables, found in the records, its place in the workbook."""
    row = sheet.rows[(problem.row or _FIRST_ROW) - _FIRST_ROW].number
    cure = re.sub(r"\b(\w+)\.csv\b", r"the sheet \1", problem.cure)
    return problem.model_copy(update={"file": sheet.file, "row": row, "cure": cure})
