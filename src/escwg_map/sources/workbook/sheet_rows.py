"""One sheet of a workbook: its header found, its cells made text, every cell at fault told."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from escwg_map.records.problem import Problem
from escwg_map.sources.rows import HEADER_ROW, NumberedRow, Sheet, header_problems
from escwg_map.sources.workbook.cells import Reading, read_cell
from escwg_map.sources.workbook.columns import Column
from escwg_map.sources.workbook.process import Cell, RawSheet
from escwg_map.sources.workbook.xml_parts import column_letters, column_number


class SheetRows:
    """Reads one sheet; `remarks` are then what it found that is no fault but worth knowing."""

    def __init__(self, file: str, columns: Sequence[Column], longest: int) -> None:
        self.remarks: list[Problem] = []
        self._file, self._longest = file, longest
        self._columns = {column.name: column for column in columns}
        self._days: dict[str, list[tuple[int, str]]] = {}

    def read(self, raw: RawSheet, *, date1904: bool) -> Sheet:
        """Read the rows under the header; rows with nothing in them do not count."""
        header = [_header_cell(cell) for cell in (raw.rows[0] if raw.rows else ())]
        named = [name for name in header if name]
        absent = [name for name, column in self._columns.items() if column.may_be_absent]
        if problems := tuple(header_problems(self._file, named, tuple(self._columns), absent)):
            return Sheet(self._file, problems=problems)
        found = list(self._faults(raw, header))
        rows = []
        for number, cells in enumerate(raw.rows[1:], start=HEADER_ROW + 1):
            if any(not _is_empty(cell) for cell in cells):
                row, problems = self._row(number, cells, header, date1904=date1904)
                rows.append(row)
                found += problems
        self.remarks += list(self._about_days())
        return Sheet(self._file, tuple(rows), tuple(found))

    def _faults(self, raw: RawSheet, header: list[str]) -> Iterator[Problem]:
        for fault in raw.faults:
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", fault.place).groups()  # type: ignore[union-attr]
            number = column_number(letters)
            name = header[number - 1] if number <= len(header) else ""
            yield self._problem(int(row), name or letters, (fault.message, fault.cure))

    def _row(
        self, number: int, cells: Sequence[Cell], header: list[str], *, date1904: bool
    ) -> tuple[NumberedRow, tuple[Problem, ...]]:
        texts, problems = dict.fromkeys(self._columns, ""), []
        for place, (name, cell) in enumerate(zip_longest(header, cells, fillvalue=None), start=1):
            if name:
                reading = read_cell(
                    cell, self._columns[name], date1904=date1904, longest=self._longest
                )
                texts[name] = reading.text
                self._remember(reading, name, number)
            else:
                reading = _nameless(cell)
            if reading.fault:
                problems.append(self._problem(number, name or column_letters(place), reading.fault))
        return NumberedRow(number, texts), tuple(problems)

    def _remember(self, reading: Reading, column: str, row: int) -> None:
        if reading.was_a_day:
            self._days.setdefault(column, []).append((row, reading.text))

    def _about_days(self) -> Iterator[Problem]:
        for column, days in self._days.items():
            shown = ", ".join(f"{day} in row {row}" for row, day in days[:3])
            more = f" and {len(days) - 3:,} more" if len(days) > 3 else ""
            message = f"dates of the spreadsheet were read as days: {shown}{more}"
            cure = "where no day is known write 2015-11 or 2015, in a cell formatted as Text"
            yield Problem(file=self._file, column=column, message=message, cure=cure)

    def _problem(self, row: int, column: str, fault: tuple[str, str]) -> Problem:
        message, cure = fault
        return Problem(file=self._file, row=row, column=column, message=message, cure=cure)


def _header_cell(cell: Cell) -> str:
    return "" if _is_empty(cell) else str(cell)


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _nameless(cell: Cell) -> Reading:
    if _is_empty(cell):
        return Reading()
    return Reading(fault=("holds something under no heading", "move it, or delete it"))
