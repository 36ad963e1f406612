"""A register that attacks: thirty payloads in every text column of every table."""

import csv
from collections.abc import Sequence
from pathlib import Path

from reliability.payloads import MARK, PAYLOADS

__all__ = ["MARK", "write_hostile_register"]

# What cannot be seen is refused with the register, wherever it stands.
_WRITABLE = tuple(payload.replace("\N{LINE SEPARATOR}", " ") for payload in PAYLOADS)
_LISTED = ("aliases", "parties")

TEXT_COLUMNS = {
    "themes": ("name", "description"),
    "schemes": ("name",),
    "services": ("name", "short_name", "aliases", "notes"),
    "projects": ("title", "date_printed", "place", "summary", "notes"),
    "partners": ("name",),
    "figures": ("measure", "value_text", "period", "doubtful"),
    "districts": ("name",),
    "leaders": ("name", "affiliation", "notes"),
    "national": ("title", "parties", "summary"),
    "commitments": ("commitment",),
    "service_index": ("name_printed",),
    "index_differences": ("explanation",),
}
NEEDED_EMPTY = {"place", "value_text"}
"""Columns that stay empty where they are: filling them would change what the row means."""


def write_hostile_register(data: Path, folder: Path, payloads: Sequence[str] = _WRITABLE) -> None:
    """Copy a register with all payloads added to every text."""
    number = 0
    for source in sorted(data.glob("*.csv")):
        with source.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in TEXT_COLUMNS[source.stem]:
                if row[column] or column not in NEEDED_EMPTY:
                    row[column] = f"{row[column]} {_all(payloads, number, column)} {number}".strip()
                    number += 1
        with (folder / source.name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)


def _all(payloads: Sequence[str], number: int, column: str) -> str:
    """Write all payloads one after the other, each of them first in some text."""
    first = number % len(payloads)
    text = " ".join((*payloads[first:], *payloads[:first]))
    return text.replace(";", ",") if column in _LISTED else text
