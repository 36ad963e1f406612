"""CSV files as numbered rows: the only place that opens a data file."""

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct, field

from escwg_map.records.problem import Problem
from escwg_map.sources.regular_file import CHANGED, state_of
from escwg_map.tables.data import unguarded

HEADER_ROW = 1


class NumberedRow(Struct, frozen=True):
    """A row's cells by column; `number` is the row that a spreadsheet shows, the header being 1."""

    number: int
    cells: dict[str, str]


class Sheet(Struct, frozen=True):
    """One file's rows, and what was wrong with the file as a file."""

    file: str
    rows: tuple[NumberedRow, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read_sheet(path: Path, columns: Sequence[str], may_be_absent: Collection[str] = ()) -> Sheet:
    """Read a CSV with just these columns, in any order (UTF-8, comma, header row, RFC 4180)."""
    text = _decoded(path)
    if isinstance(text, Problem):
        return Sheet(path.name, problems=(text,))
    lines: list[list[str]] = []
    try:
        lines.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        fault = f"is not a well-formed CSV: {error}"
        return Sheet(path.name, problems=(_problem(path.name, len(lines) + 1, fault, _SAVE),))
    header = lines[0] if lines else []
    if separator := _other_separator(header, columns):
        fault = f"is separated by {separator}"
        return Sheet(path.name, problems=(_problem(path.name, HEADER_ROW, fault, _SAVE),))
    if problems := tuple(header_problems(path.name, header, columns, may_be_absent)):
        return Sheet(path.name, problems=problems)
    return _rows(path.name, header, lines[1:])


_SAVE = "save it again as CSV, UTF-8, separated by commas"


def _problem(file: str, row: int | None, message: str, cure: str) -> Problem:
    return Problem(file=file, row=row, message=message, cure=cure)


def _decoded(path: Path) -> str | Problem:
    if not path.is_file():
        return _problem(path.name, None, "is missing", f"put {path.name} back into the data folder")
    with path.open("rb") as file:
        before, raw = state_of(file), file.read()
        if state_of(file) != before:
            return _problem(path.name, None, *CHANGED)
    if fault := _fault_of(raw):
        return _problem(path.name, None, fault, _SAVE)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _problem(path.name, line, f"is not UTF-8 at byte {error.start + 1}", _SAVE)


def _fault_of(raw: bytes) -> str | None:
    if raw.startswith(b"PK\x03\x04"):
        return "is a zip or a workbook, not a CSV"
    if (nul := raw.find(b"\0")) >= 0:
        return f"holds a NUL at byte {nul + 1}, as UTF-16 files do"
    if b"\r" in raw and b"\n" not in raw:
        return f"ends its lines with CR alone, first at byte {raw.find(bytes([13])) + 1}"
    return None


def _other_separator(header: Sequence[str], columns: Sequence[str]) -> str | None:
    if len(header) == 1 < len(columns):
        separators = {";": "semicolons", "\t": "tabs", "|": "bars"}
        return next((name for each, name in separators.items() if each in header[0]), None)
    return None


def header_problems(
    file: str, header: Sequence[str], columns: Sequence[str], may_be_absent: Collection[str] = ()
) -> Iterator[Problem]:
    """List what a header row lacks, has twice or has too many, with the nearest right name."""
    for column in sorted({name for name in header if header.count(name) > 1}):
        yield _problem(file, HEADER_ROW, f"has the column '{column}' twice", "keep one of them")
    unknown = [name for name in header if name not in columns]
    spelt = {name.strip().lower(): name for name in unknown}
    for column in columns:
        if column not in header and column not in may_be_absent:
            near = get_close_matches(column, spelt, n=1)
            meant = f"rename '{spelt[near[0]]}' to '{column}'" if near else None
            hint = meant or f"add a column '{column}'"
            yield _problem(file, HEADER_ROW, f"has no column '{column}'", hint)
    for column in unknown:
        yield _problem(
            file, HEADER_ROW, f"has an unknown column '{column}'", f"keep to {', '.join(columns)}"
        )


def _rows(file: str, header: list[str], lines: list[list[str]]) -> Sheet:
    rows, problems = [], []
    for number, line in enumerate(lines, start=HEADER_ROW + 1):
        if len(line) == len(header):
            cells = dict(zip(header, map(unguarded, line), strict=True))
            rows.append(NumberedRow(number, cells))
        else:
            message = f"has {len(line)} cells where the header has {len(header)}"
            problems.append(
                _problem(file, number, message, "quote cells that hold commas, and fill short rows")
            )
    return Sheet(file, tuple(rows), tuple(problems))
