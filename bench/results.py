"""Keeping what was measured, with the day, the machine, and how busy it was."""

import os
import platform
import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from performance import Part, Row, keep_part

_RELEASE = Path("/etc/os-release")


def keep(name: str, rows: Sequence[Row], load: float, order: Sequence[str], *, quick: bool) -> None:
    """Keep the rows of one part; those of the others stay."""
    today = datetime.now(UTC).date().isoformat()
    part = Part(today, machine(), load, quick, tuple(rows))
    keep_part(name, part, order)


def machine() -> str:
    """Say what it was measured on: nothing that names the machine.

    How long Python takes for a loop of 10 million turns tells how fast one of its cores is.
    """
    speed = f"10 million turns of a loop in {_loop():.2f} s"
    return f"{os.cpu_count()} cores, {_system()}, Python {platform.python_version()}, {speed}"


def _loop() -> float:
    began = time.perf_counter()
    for _ in range(10_000_000):
        pass
    return time.perf_counter() - began


def busy() -> float:
    """How many processes wanted a processor, on average in the last minute."""
    return round(os.getloadavg()[0], 1)


def _system() -> str:
    text = _RELEASE.read_text(encoding="utf-8") if _RELEASE.is_file() else ""
    named = re.search(r'^NAME="?(\w+)', text, re.MULTILINE)
    version = re.search(r'^VERSION_ID="?([\d.]+)', text, re.MULTILINE)
    return " ".join(found[1] for found in (named, version) if found) or platform.system()
