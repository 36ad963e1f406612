"""Looking through a workbook's XML before calamine does: its size, and what calamine leaves unsaid.

Runs in the child, so it imports the standard library alone. Layouts: ECMA-376 part 1, section 18.
"""

import re
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from escwg_map.sources.capped_child import RefusedError, Request
from escwg_map.sources.workbook.xml_parts import (
    AGAIN,
    Attributes,
    column_letters,
    column_number,
    local_name,
    parse,
)

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
SMALLER = "split it, or delete what is empty on the right and below"


class SheetScan:
    """What one pass over a sheet's XML finds; faults are cell, message and cure."""

    def __init__(self, sheet: str, limits: Request) -> None:
        self.faults: list[tuple[str, str, str]] = []
        self.formulas = 0
        self.hidden_rows = 0
        self.hidden_columns = 0
        self.filtered = False
        self._sheet, self._limits = sheet, limits
        self._row = self._column = self._cells = self._widest = 0
        self._cell = _Cell("", "")
        self._xml = b""

    def run(self, xml: bytes, part: str) -> None:
        """Scan the sheet.

        Raises RefusedError when it spans too much, or when a cell's place cannot be.
        """
        self._xml = xml
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parse(xml, part, parser)

    def _start(self, name: str, attributes: Attributes) -> None:
        # A sheet may have a million cells, so names are taken apart only when they have a prefix.
        if opened := _OPENED.get(name if name in _OPENED else local_name(name)):
            opened(self, attributes)

    def _end(self, name: str) -> None:
        name = name if name in _OPENED else local_name(name)
        if name == "v":
            self._cell.in_value = False
        elif name == "c":
            self._close_cell()

    def _text(self, text: str) -> None:
        if self._cell.in_value:
            self._cell.value += text

    def _open_row(self, attributes: Attributes) -> None:
        row = attributes.get("r", str(self._row + 1))
        if not re.fullmatch(r"[1-9]\d{0,6}", row) or int(row) <= self._row:
            raise self._refused(f"has a row numbered '{row[:20]}' after row {self._row}", AGAIN)
        self._row, self._column = int(row), 0
        self.hidden_rows += _is_true(attributes.get("hidden"))

    def _open_columns(self, attributes: Attributes) -> None:
        self.hidden_columns += _is_true(attributes.get("hidden"))

    def _open_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r") or f"{column_letters(self._column + 1)}{self._row}"
        found = _PLACE.fullmatch(place)
        column = column_number(found[1]) if found else 0
        if not found or int(found[2]) != self._row or column <= self._column:
            raise self._refused(f"has a cell at '{place[:20]}', in row {self._row}", AGAIN)
        self._column = column
        self._cells += 1
        if self._cells > self._limits["cells"]:
            raise self._refused(f"has over {self._limits['cells']:,} cells", self._smaller())
        self._cell = _Cell(place, attributes.get("t", "n"))

    def _open_value(self, _: Attributes) -> None:
        self._cell.holds = self._cell.in_value = True

    def _open_text(self, _: Attributes) -> None:
        self._cell.holds = True

    def _open_formula(self, _: Attributes) -> None:
        self._cell.holds = self._cell.formula = True

    def _open_filter(self, _: Attributes) -> None:
        self.filtered = True

    def _close_cell(self) -> None:
        cell = self._cell
        if cell.holds:
            self._measure()
        if cell.kind == "e":
            message = f"holds the error {cell.value[:20] or '#…'}"
            self.faults.append((cell.place, message, "correct the formula, or write the value"))
        elif cell.formula and not cell.value and cell.kind != "str":
            message = "holds a formula whose result was not saved"
            self.faults.append((cell.place, message, AGAIN))
        self.formulas += cell.formula

    def _measure(self) -> None:
        limits = self._limits
        self._widest = max(self._widest, self._column)
        if self._row > limits["rows"] or self._column > limits["columns"]:
            most = f"{limits['rows']:,} rows and {limits['columns']} columns"
            raise self._refused(f"reaches to {self._cell.place}, beyond {most}", self._smaller())
        if self._row * self._widest > limits["cells"]:
            span = self._row * self._widest
            message = f"spans {span:,} cells, more than {limits['cells']:,}"
            raise self._refused(message, self._smaller())

    def _smaller(self) -> str:
        rows = len(re.findall(rb"<(?:\w+:)?row[ />]", self._xml))
        if rows in (65_536, 1_048_576):
            return f"{SMALLER}; it has just {rows:,} rows, so look whether it was cut off"
        return SMALLER

    def _refused(self, message: str, cure: str) -> RefusedError:
        return RefusedError(f"sheet {self._sheet!a} {message}", cure)


class _Cell:
    """The cell that is being read."""

    __slots__ = ("formula", "holds", "in_value", "kind", "place", "value")

    def __init__(self, place: str, kind: str) -> None:
        self.place, self.kind, self.value = place, kind, ""
        self.holds = self.formula = self.in_value = False


_OPENED: dict[str, Callable[[SheetScan, Attributes], None]] = {
    "row": SheetScan._open_row,
    "col": SheetScan._open_columns,
    "c": SheetScan._open_cell,
    "v": SheetScan._open_value,
    "is": SheetScan._open_text,
    "f": SheetScan._open_formula,
    "filterColumn": SheetScan._open_filter,
}


def _is_true(value: Any) -> bool:  # noqa: ANN401 - an attribute, or none
    return value in ("1", "true")
