"""How Toyshire writes its tables: as the shipped data are, UTF-8 with CRLF."""

import csv
from collections.abc import Sequence
from pathlib import Path

Cells = dict[str, str]


def write_rows(path: Path, rows: Sequence[Cells]) -> Path:
    """Write rows as CSV under a header taken from the first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path
