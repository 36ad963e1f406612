"""A spreadsheet's cell as the text that a CSV would hold, or why it cannot be one.

Spreadsheets keep numbers as floats, and turn what looks like a date or a truth into one. Where the
column says what was meant that is undone; anywhere else it is a fault, never a guess.
"""

import math
from datetime import date, datetime, timedelta

from msgspec import Struct

from escwg_map.records.row import cell_text
from escwg_map.sources.workbook.columns import Column, Holds
from escwg_map.sources.workbook.process import Cell, TimeOfDay

# Day 61 is 1 March 1900: before it, spreadsheets count a 29 February that never was.
_FIRST_DAY, _ORIGIN_1900, _ORIGIN_1904 = 61, date(1899, 12, 30), date(1904, 1, 1)
_YEARS = range(1900, 2100)

_AS_TEXT = "format the cell as Text and write it again"
_DATE = "write 2015, 2015-11 or 2015-11-03 in a cell formatted as Text"


class Reading(Struct, frozen=True):
    """What a cell says as text, or the message and the cure of its fault.

    `was_a_day` tells that the spreadsheet held a day, more precise perhaps than what was typed.
    """

    text: str = ""
    fault: tuple[str, str] | None = None
    was_a_day: bool = False


def read_cell(cell: Cell, column: Column, *, date1904: bool, longest: int) -> Reading:
    """Read a cell of a column; `longest` is in units of UTF-16, as spreadsheets count."""
    match cell:
        case None:
            return Reading()
        case bool():
            return _truth(cell, column)
        case str():
            return _text(cell, column, longest)
        case int() | float():
            return _number(float(cell), column, date1904=date1904)
        case TimeOfDay():
            return Reading(fault=(f"is a time to the spreadsheet ({cell.text})", _AS_TEXT))
        case _:
            return _moment(cell, column)


def utf16_length(text: str) -> int:
    """Count the characters of a text as spreadsheets do.

    >>> utf16_length("Gŵyr"), utf16_length("\N{FIRE ENGINE}")
    (4, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _truth(cell: bool, column: Column) -> Reading:  # noqa: FBT001 - it is the cell
    if column.holds is Holds.TRUTH:
        return Reading(cell_text(cell))
    shown = str(cell).upper()
    return Reading(fault=(f"is {shown} to the spreadsheet, not {column.holds.value}", _AS_TEXT))


def _text(cell: str, column: Column, longest: int) -> Reading:
    if (length := utf16_length(cell)) > longest:
        message = f"holds {length:,} characters, more than the {longest:,} of a spreadsheet's cell"
        return Reading(fault=(message, "shorten it"))
    truth = cell.strip().lower()
    is_truth = column.holds is Holds.TRUTH and truth in ("true", "false")
    return Reading(truth if is_truth else cell)


def _number(number: float, column: Column, *, date1904: bool) -> Reading:
    if not math.isfinite(number):
        return Reading(fault=("is no finite number", "correct the number"))
    if column.holds is Holds.DATE and number not in _YEARS:
        return _serial(number, date1904=date1904)
    return Reading(cell_text(number))


def _serial(number: float, *, date1904: bool) -> Reading:
    first, origin = (0, _ORIGIN_1904) if date1904 else (_FIRST_DAY, _ORIGIN_1900)
    last = (date(_YEARS[-1], 12, 31) - origin).days
    if not number.is_integer() or not first <= number <= last:
        return Reading(fault=(f"'{cell_text(number)}' is no date", _DATE))
    return Reading((origin + timedelta(days=number)).isoformat(), was_a_day=True)


def _moment(moment: datetime, column: Column) -> Reading:
    day = moment.date().isoformat()
    if column.holds is not Holds.DATE:
        return Reading(fault=(f"is a date to the spreadsheet ({day})", _AS_TEXT))
    if moment.time() != datetime.min.time():
        return Reading(fault=(f"holds a time of day as well ({moment.isoformat(' ')})", _DATE))
    return Reading(day, was_a_day=True)
