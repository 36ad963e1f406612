"""Real processes: a command that ends, or `escwg-map serve` on loopback and a free port."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reliability.processes import launched

_PROGRAM = [sys.executable, "-m", "escwg_map"]


@contextmanager
def serving(command: Path | None = None, **settings: Path) -> Iterator[str]:
    """Serve with these settings, giving the address; the server is ended afterwards."""
    program = [str(command)] if command else _PROGRAM
    with launched([*program, "serve", "--port", "0"], _surroundings(settings)) as server:
        yield f"http://127.0.0.1:{server.port}"


def run_command(*words: str, **settings: Path) -> None:
    """Run a command of ours with these settings to its end, which has to be a good one."""
    ran = subprocess.run(
        [*_PROGRAM, *words],
        check=False,
        env=_surroundings(settings),
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr


def _surroundings(settings: dict[str, Path]) -> dict[str, str]:
    return os.environ | {f"ESCWG_MAP_{name.upper()}": str(path) for name, path in settings.items()}
