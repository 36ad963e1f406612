"""Slips that people make in the register's tables, made on purpose."""

import csv
from collections.abc import Callable
from pathlib import Path

from toyshire.tables import Cells, write_rows

Slip = Callable[[Path], object]
"""Spoils something in a data folder."""


def rows_of(path: Path) -> list[Cells]:
    """Read a table as its rows of cells."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(table: str, row: int, **changed: str) -> Slip:
    """Change cells of one row, counted as a spreadsheet does: the header is row 1."""

    def slip(data: Path) -> None:
        rows = rows_of(data / f"{table}.csv")
        rows[row - 2] |= changed
        write_rows(data / f"{table}.csv", rows)

    return slip


def again(table: str, row: int, **changed: str) -> Slip:
    """Write one row a second time, at the end, with some cells changed."""

    def slip(data: Path) -> None:
        rows = rows_of(data / f"{table}.csv")
        write_rows(data / f"{table}.csv", [*rows, rows[row - 2] | changed])

    return slip


def without(table: str, **cells: str) -> Slip:
    """Leave out the rows that hold these cells."""

    def slip(data: Path) -> None:
        rows = rows_of(data / f"{table}.csv")
        kept = [row for row in rows if not cells.items() <= row.items()]
        write_rows(data / f"{table}.csv", kept)

    return slip


def text(table: str, old: bytes, new: bytes) -> Slip:
    """Change the first place where the bytes of a file say something."""

    def slip(data: Path) -> None:
        content = (data / f"{table}.csv").read_bytes()
        assert old in content
        (data / f"{table}.csv").write_bytes(content.replace(old, new, 1))

    return slip


def missing(table: str) -> Slip:
    """Take a file away."""
    return lambda data: (data / f"{table}.csv").unlink()


def encoded(table: str, encoding: str) -> Slip:
    """Save a file in another encoding, as spreadsheets do."""

    def slip(data: Path) -> None:
        content = (data / f"{table}.csv").read_text(encoding="utf-8")
        (data / f"{table}.csv").write_bytes(content.encode(encoding))

    return slip
