"""A real server process, as `escwg-map serve` starts it, on loopback and a free port."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADDRESS = re.compile(r"The map is at (http://127\.0\.0\.1:\d+)/")


@contextmanager
def serving(command: Path | None = None, **settings: Path) -> Iterator[str]:
    """Serve with these settings, giving the address; the server is ended afterwards."""
    program = [str(command)] if command else [sys.executable, "-m", "escwg_map"]
    environment = {f"ESCWG_MAP_{name.upper()}": str(value) for name, value in settings.items()}
    server = subprocess.Popen(
        [*program, "serve", "--port", "0"],
        env=os.environ | environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield _address(server)
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.communicate()


def _address(server: subprocess.Popen[str]) -> str:
    said = []
    assert server.stderr is not None
    for line in server.stderr:
        said.append(line)
        if found := ADDRESS.search(line):
            return found[1]
    raise AssertionError(f"the server did not start: {''.join(said)}")
