"""Data tables: named columns and plain values, the same in every file and on every terminal."""

import csv
import json
from collections.abc import Iterator

from msgspec import Struct

Value = str | int | float | bool | None

_DECIMALS = 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class DataTable(Struct, frozen=True):
    """A table to take away; the names of its columns are a contract."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def as_csv(self) -> str:
        """Write it as CSV (RFC 4180); a text that a spreadsheet would run gets an apostrophe."""
        return "".join(self.csv_records())

    def csv_records(self) -> Iterator[str]:
        """Write the same a record at a time, the names of the columns first."""
        writer = csv.writer(_Through())
        yield writer.writerow(self.columns)
        for row in self.rows:
            yield writer.writerow([_csv_cell(value) for value in row])

    def as_json(self) -> str:
        """Write it as a JSON array of objects."""
        objects = [dict(zip(self.columns, map(rounded, row), strict=True)) for row in self.rows]
        return json.dumps(objects, ensure_ascii=False, allow_nan=False, indent=1) + "\n"

    def as_text(self) -> str:
        """Write it for a terminal: columns aligned, numbers to the right."""
        cells = [[_shown(value) for value in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(self.columns, *cells, strict=True)]
        lines = ["  ".join(f"{name:{w}}" for name, w in zip(self.columns, widths, strict=True))]
        for row, shown in zip(self.rows, cells, strict=True):
            aligned = [
                f"{text:{w}}" if isinstance(value, str) else f"{text:>{w}}"
                for value, text, w in zip(row, shown, widths, strict=True)
            ]
            lines.append("  ".join(aligned))
        return "\n".join(line.rstrip() for line in lines) + "\n"


class _Through:
    """A file that keeps nothing: the writer of CSV hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def runs(text: str) -> bool:
    """Say whether a spreadsheet would take a text for a formula, and run it."""
    return text.startswith(_FORMULA)


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run once it reads it from a CSV.

    A text that begins as a guarded one does gets one more, so that `unguarded` undoes just this.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("Gŵyr")
    ("'=1+1", "''=1+1", 'Gŵyr')
    """
    return f"'{text}" if runs(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """Take away the one apostrophe that `guarded` put there."""
    return text[1:] if text.startswith("'") and runs(text.lstrip("'")) else text


def rounded(value: Value) -> Value:
    """Leave a number the six decimals that all files have."""
    return round(value, _DECIMALS) if isinstance(value, float) else value


def _csv_cell(value: Value) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else rounded(value)


def _shown(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:,.3f}"
        case int():
            return f"{value:,}"
    return value
