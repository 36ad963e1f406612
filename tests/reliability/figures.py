"""What the harnesses measured, kept in `docs/reliability.json`."""

import json
from pathlib import Path

from escwg_map.disk.whole_file import write_file

FILE = Path(__file__).parents[2] / "docs" / "reliability.json"


def record(name: str, **figures: object) -> None:
    """Keep the figures of one harness beside those of the others."""
    known = json.loads(FILE.read_bytes()) if FILE.is_file() else {}
    known[name] = figures
    write_file(FILE, f"{json.dumps(known, indent=2, sort_keys=True)}\n".encode())
