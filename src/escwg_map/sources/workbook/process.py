"""Asking the child for a workbook's sheets: the parent's side."""

import json
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from escwg_map.sources.child_process import ask_child
from escwg_map.sources.limits import TableLimits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.workbook.clean_copy import clean_copy

_CHILD = Path(__file__).with_name("child.py")
_DAMAGED = "it may be damaged, or hold far more than its tables: save it again as .xlsx"


class TimeOfDay(Struct, frozen=True):
    """A time or a length of time, which no column of ours holds."""

    text: str


Cell = str | int | float | bool | datetime | TimeOfDay | None
"""What a spreadsheet holds in a cell; an empty one is None or an empty text."""


class CellFault(Struct, frozen=True):
    """A cell (`C5`) that says nothing usable, and what would cure it."""

    place: str
    message: str
    cure: str


class RawSheet(Struct, frozen=True):
    """One sheet: its rows from A1 on, the cells at fault, and what is worth knowing."""

    rows: tuple[tuple[Cell, ...], ...]
    faults: tuple[CellFault, ...]
    notes: tuple[str, ...]


class RawWorkbook(Struct, frozen=True):
    """The names of all sheets, and the content of those that were asked for."""

    names: tuple[str, ...]
    sheets: dict[str, RawSheet]
    date1904: bool
    has_links: bool


def read_raw(path: Path, tables: Collection[str], limits: TableLimits) -> RawWorkbook:
    """Read the sheets of these names from a workbook, in a child with caps.

    Raises MissingInput or RefusedInput as `clean_copy` does, and RefusedInput for what the child
    refuses or dies of.
    """
    with clean_copy(path, limits) as copy:
        request = asdict(limits) | {
            "path": str(copy),
            "tables": sorted(tables),
            "answer": str(copy.with_name("answer")),
        }
        content = ask_child(
            _CHILD, request, name=path.name, environment=dict(os.environ), cure=_DAMAGED
        )
    head = json.loads(content)
    if "message" in head:
        raise refusal(path.name, head["message"], head["cure"])
    sheets = {name: _sheet(sheet) for name, sheet in head["sheets"].items()}
    return RawWorkbook(tuple(head["names"]), sheets, head["date1904"], head["links"])


# What the child wrote is JSON, hence Any.
def _sheet(sheet: dict[str, Any]) -> RawSheet:
    return RawSheet(
        rows=tuple(tuple(_cell(cell) for cell in row) for row in sheet["rows"]),
        faults=tuple(CellFault(*fault) for fault in sheet["faults"]),
        notes=tuple(sheet["notes"]),
    )


def _cell(cell: Any) -> Cell:  # noqa: ANN401 - see above
    match cell:
        case ["date", moment]:
            return datetime.fromisoformat(moment)
        case ["time", text]:
            return TimeOfDay(text)
        case _:
            value: Cell = cell
            return value
