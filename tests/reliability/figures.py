"""What the harnesses measured, kept beside the pages that quote it."""

import json
from pathlib import Path

FIGURES = Path(__file__).parent.parent.parent / "docs" / "reliability.json"


def record(name: str, **figures: object) -> None:
    """Keep the figures of one harness, in the place of those that it measured before."""
    kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
    kept[name] = figures
    text = json.dumps(kept, indent=1, sort_keys=True, ensure_ascii=False)
    FIGURES.write_text(f"{text}\n", encoding="utf-8")
