"""The real command as a process of its own: how it ended, what it said, and what it cost."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# The highest mark of the memory is the process's own: `ru_maxrss` would begin at its parent's.
_COMMAND = """
import os, re, sys
from pathlib import Path
from escwg_map.cli import main
figures = Path(sys.argv.pop(1))
try:
    main(prog_name="escwg-map")
finally:
    status = Path("/proc/self/status").read_text()
    kib = re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]
    figures.write_text(f"{kib} {sum(os.times()[:2])}")
"""
_PATIENCE = 120


@dataclass(frozen=True)
class Ran:
    """What a command did.

    `mib` is the most memory that it had itself, `processor` the time that it worked itself, both
    without its children; `seconds` is what the clock says.
    """

    status: int
    said: str
    seconds: float
    processor: float
    mib: float
    left: tuple[str, ...]
    """Files that it left in the folder for temporary ones."""


def run(*words: str | Path, answer: str = "", **settings: str) -> Ran:
    """Run `escwg-map` with these words, and with these variables of the environment."""
    with TemporaryDirectory() as folder:
        figures, scratch = Path(folder, "figures"), Path(folder, "scratch")
        scratch.mkdir()
        began = time.monotonic()
        ended = subprocess.run(
            [sys.executable, "-c", _COMMAND, str(figures), *map(str, words)],
            input=answer,
            capture_output=True,
            env=_environment() | {"TMPDIR": str(scratch)} | settings,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
        seconds = time.monotonic() - began
        kib, processor = map(float, figures.read_text().split())
        return Ran(
            status=ended.returncode,
            said=ended.stdout + ended.stderr,
            seconds=seconds,
            processor=processor,
            mib=kib / 1024,
            left=tuple(sorted(path.name for path in scratch.iterdir())),
        )


def _environment() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not re.match("ESCWG_MAP_", name)}


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file under a folder, by its path there."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}
