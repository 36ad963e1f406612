"""A real server process, as `escwg-map serve` starts it, on loopback and a free port."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reliability.processes import launched


@contextmanager
def serving(command: Path | None = None, **settings: Path) -> Iterator[str]:
    """Serve with these settings, giving the address; the server is ended afterwards."""
    program = [str(command)] if command else [sys.executable, "-m", "escwg_map"]
    own = {f"ESCWG_MAP_{name.upper()}": str(value) for name, value in settings.items()}
    with launched([*program, "serve", "--port", "0"], os.environ | own) as server:
        yield f"http://127.0.0.1:{server.port}"
