"""A workbook's sheets as the rows of text that the register's tables are read from."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from escwg_map.records.problem import Problem
from escwg_map.sources.incoming import Incoming
from escwg_map.sources.limits import TABLE_LIMITS, TableLimits
from escwg_map.sources.register import TABLES
from escwg_map.sources.rows import Sheet
from escwg_map.sources.workbook.about import ABOUT
from escwg_map.sources.workbook.columns import columns_of
from escwg_map.sources.workbook.process import RawWorkbook, read_raw
from escwg_map.sources.workbook.sheet_rows import SheetRows

_NOTHING = "nothing need be done, if that is as it should be"


def read_workbook(
    path: Path, required: Collection[str], limits: TableLimits = TABLE_LIMITS
) -> Incoming:
    """Read the sheets of the tables; those that are not required may be absent.

    Problems and remarks name the sheet beside the file. Raises MissingInput and RefusedInput for a
    file that cannot be read at all, as `read_raw` does.
    """
    book = read_raw(path, TABLES, limits)
    sheets: dict[str, Sheet] = {}
    remarks = list(_about_the_book(book, path.name))
    for name in TABLES:
        file = f"{path.name}, sheet {name}"
        if name in book.sheets:
            raw = book.sheets[name]
            rows = SheetRows(file, columns_of(TABLES[name]), limits.characters)
            sheets[name] = rows.read(raw, date1904=book.date1904)
            remarks += [Problem(file=file, message=note, cure=_NOTHING) for note in raw.notes]
            remarks += rows.remarks
        elif name in required:
            sheets[name] = Sheet(file, problems=(_missing(name, book, path.name),))
    return Incoming(sheets, tuple(remarks))


def _about_the_book(book: RawWorkbook, file: str) -> Iterator[Problem]:
    for name in book.names:
        if name not in (*TABLES, ABOUT):
            message = f"its sheet '{name}' is no table of the register and was not read"
            yield Problem(file=file, message=message, cure=_NOTHING)
    if book.has_links:
        message = "it has links to other workbooks, which were not followed"
        yield Problem(file=file, message=message, cure=_NOTHING)


def _missing(name: str, book: RawWorkbook, file: str) -> Problem:
    others = {each.strip().lower(): each for each in book.names if each not in TABLES}
    near = get_close_matches(name, others, n=1)
    cure = (
        f"rename the sheet '{others[near[0]]}' to '{name}'"
        if near
        else f"put the sheet '{name}' back, with its header at least"
    )
    return Problem(file=file, message=f"has no sheet '{name}'", cure=cure)
