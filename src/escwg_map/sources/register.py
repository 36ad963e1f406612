"""The register's tables, from a folder of CSV files: typed records, and every problem found."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from escwg_map.records.district import District
from escwg_map.records.figure import Figure
from escwg_map.records.leader import Leader
from escwg_map.records.national import Agreement, Commitment
from escwg_map.records.partner import Partner
from escwg_map.records.problem import Problem
from escwg_map.records.project import Project
from escwg_map.records.register import Register
from escwg_map.records.row import Row
from escwg_map.records.service import Service
from escwg_map.records.service_index import IndexDifference, IndexEntry
from escwg_map.records.theme import Scheme, Theme
from escwg_map.sources.references import check_references
from escwg_map.sources.replacing import finish_replacement
from escwg_map.sources.rows import NumberedRow, Sheet, read_sheet

TABLES: dict[str, type[Row]] = {
    "themes": Theme,
    "schemes": Scheme,
    "services": Service,
    "districts": District,
    "projects": Project,
    "partners": Partner,
    "figures": Figure,
    "leaders": Leader,
    "national": Agreement,
    "commitments": Commitment,
    "service_index": IndexEntry,
    "index_differences": IndexDifference,
}
"""Every table: the name of its file without `.csv`, which is also its field of `Register`."""

OPTIONAL = {"leaders", "national", "commitments", "service_index", "index_differences"}
"""Tables that a register may do without; the file may be absent."""

RowT = TypeVar("RowT", bound=Row)


def read_register(folder: Path) -> tuple[Register, list[Problem]]:
    """Read all tables of a data folder; a bad row is left out of the register and told of."""
    return checked_register(read_sheets(folder))


def read_sheets(folder: Path) -> dict[str, Sheet]:
    """Read the file of each table as rows of text, without the optional ones that are absent."""
    finish_replacement(folder)
    paths = {name: folder / f"{name}.csv" for name in TABLES}
    return {
        name: read_sheet(path, TABLES[name].columns(), TABLES[name].may_be_absent)
        for name, path in paths.items()
        if name not in OPTIONAL or path.exists()
    }


def checked_register(sheets: Mapping[str, Sheet]) -> tuple[Register, list[Problem]]:
    """Make records of the rows of all tables, wherever they were read.

    The cross-references between tables are checked only when every row could be read: a row that
    is missing for its own fault would otherwise be reported again by each row that points to it.
    """
    tables: dict[str, tuple[Row, ...]] = {}
    problems: list[Problem] = []
    for name, sheet in sheets.items():
        tables[name], found = _records(sheet, TABLES[name])
        problems += found
    register = Register.model_validate(tables)
    return register, problems or check_references(register)


def read_table(path: Path, record: type[RowT]) -> tuple[tuple[RowT, ...], list[Problem]]:
    """Read one table into records of one kind."""
    return _records(read_sheet(path, record.columns(), record.may_be_absent), record)


def _records(sheet: Sheet, record: type[RowT]) -> tuple[tuple[RowT, ...], list[Problem]]:
    records, problems = [], list(sheet.problems)
    for row in sheet.rows:
        try:
            records.append(record.model_validate(row.cells))
        except ValidationError as error:
            problems += _row_problems(sheet.file, row, error)
    return tuple(records), problems


def _row_problems(file: str, row: NumberedRow, error: ValidationError) -> Iterator[Problem]:
    faults = error.errors(include_url=False)
    spoilt = {fault["loc"][0] for fault in faults if len(fault["loc"]) > 1}
    for fault in faults:
        if fault["type"] == "too_short" and fault["loc"][0] in spoilt:
            continue  # A list whose only item is bad counts as empty too: the item is told of.
        column = str(fault["loc"][0]) if fault["loc"] else _column_of(fault)
        yield Problem(
            file=file,
            row=row.number,
            column=column,
            message=_message(fault, row.cells.get(column or "", "")),
            cure=_cure(fault),
        )


def _column_of(fault: ErrorDetails) -> str | None:
    # Rules over several fields carry the column that people should look at as their type.
    return fault["type"] if fault["type"] in _RULE_CURES else None


def _message(fault: ErrorDetails, cell: str) -> str:
    if fault["type"] == "missing":
        return "is empty"
    if fault["type"] in _RULE_CURES or fault["type"] in _OWN_MESSAGES:
        return fault["msg"]
    shown = cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"
    return f"'{shown}' will not do"


def _cure(fault: ErrorDetails) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return f"write one of {str(context['expected']).replace(chr(39), '')}"
    if kind in _RULE_CURES:
        return _RULE_CURES[kind]
    if kind == "string_pattern_mismatch":
        return _PATTERN_CURES.get(str(fault["loc"][0]), "follow the column's description")
    return _CURES.get(kind, fault["msg"])


_SHOWN = 60

_OWN_MESSAGES = {"invisible_character", "not_true_or_false"}

_RULE_CURES = {
    "ended": "correct started or ended",
    "longitude": "give longitude (-6 to 2) and latitude (50 to 56) in degrees, or neither",
    "place": "name the place, or leave longitude and latitude empty",
    "kind": "write the kind of the code; without a code: council, health, pcc, charity, other",
    "value": "fill one of the two",
}

_CURES = {
    "missing": "fill it",
    "too_short": "give at least one",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "float_parsing": "write a number in whole units, with no sign and no commas",
    "finite_number": "write a number",
    "greater_than_equal": "write a number that is not too small",
    "less_than_equal": "write a page of the overview, 1 to 90",
    "not_true_or_false": "write true or false",
    "invisible_character": "delete it",
}

_DATE = "write 2015, 2015-11 or 2015-11-03"
_SLUG = "write lower-case words joined by hyphens, such as forced-entry-essex"
_CODE = "write an ONS code (E23…, W15…, E31…, W25…) or an NHS code (RX8)"
_PATTERN_CURES = {
    "started": _DATE,
    "ended": _DATE,
    "id": _SLUG,
    "theme": _SLUG,
    "scheme": _SLUG,
    "project": _SLUG,
    "related": _SLUG,
    "code": "write its official code, such as E23000012, RX8 or, for a district, E07000066",
    "successor_code": _CODE,
    "areas": _CODE,
    "service": _CODE,
    "police_code": _CODE,
    "fire_code": _CODE,
    "ambulance_code": _CODE,
    "colour": "write a colour such as #1d70b8",
    "unit": "write GBP or lower-case words joined by underscores",
}
