"""A register that attacks: markup and code in every text column of every table."""

import csv
from collections.abc import Sequence
from pathlib import Path

MARK = "escwg_map_was_hacked"
PAYLOADS = (
    f'<img src=x onerror="window.{MARK}=1">',
    f"</script><script>window.{MARK}=1</script>",
    f"`${{window.{MARK}=1}}`",
    f'"><svg onload="window.{MARK}=1">',
    f"{{{{7*7}}}}'); window.{MARK}=1; ('",
)
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


def write_hostile_register(data: Path, folder: Path, payloads: Sequence[str] = PAYLOADS) -> None:
    """Copy a register with a payload added to every text."""
    number = 0
    for source in sorted(data.glob("*.csv")):
        with source.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in TEXT_COLUMNS[source.stem]:
                if row[column] or column not in NEEDED_EMPTY:
                    payload = payloads[number % len(payloads)].replace(";", ",")
                    row[column] = f"{row[column]} {payload} {number}".strip()
                    number += 1
        with (folder / source.name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
