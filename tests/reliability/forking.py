"""The children that read foreign files, forked from one that has imported its library already.

Each has the caps of the real one and runs its very code; only the half second of starting is saved.
Run as a script it is the process that forks: a request a line comes in, how the child ended goes
out.
"""

import importlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from escwg_map.sources.refusal import refusal


class Forking:
    """In the place of `ask_child`, for one script; made with the environment of its children."""

    def __init__(self) -> None:
        self._running: dict[Path, subprocess.Popen[str]] = {}
        # Layers are read side by side, and there is but one line to talk on.
        self._one_at_a_time = threading.Lock()

    def ask(
        self,
        script: Path,
        request: Mapping[str, object],
        *,
        name: str,
        environment: Mapping[str, str],
        cure: str,
    ) -> bytes:
        """Do as `ask_child` does."""
        with self._one_at_a_time:
            ended = self._ended(script, request, environment)
        answer = Path(str(request["answer"]))
        if ended != "0" or not answer.is_file():
            raise refusal(name, f"the process that read it ended with {ended or 'all else'}", cure)
        return answer.read_bytes()

    def _ended(
        self, script: Path, request: Mapping[str, object], environment: Mapping[str, str]
    ) -> str:
        if script not in self._running:
            self._running[script] = _start(script, environment)
        running = self._running[script]
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(json.dumps(request) + "\n")
        running.stdin.flush()
        return running.stdout.readline().strip()

    def stop(self) -> None:
        """End the processes that fork."""
        for running in self._running.values():
            running.communicate()


def _start(script: Path, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    module = ".".join(("escwg_map", *script.with_suffix("").parts[script.parts.index("sources") :]))
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", __file__, module],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _serve(module: str) -> None:
    child: Any = importlib.import_module(module)
    for name in ("geopandas", "pandas", "pyarrow", "pyproj", "shapely"):
        sys.modules[name] = None  # type: ignore[assignment]  # as the child does
    importlib.import_module("pyogrio" if module.endswith("foreign_child") else "python_calamine")
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _answer(child, line)
        print(_wait(process, float(json.loads(line)["wall"])), flush=True)  # noqa: T201


def _answer(child: Any, line: str) -> None:  # noqa: ANN401 - either script
    sys.stdin = io.StringIO(line)
    try:
        child.answer(child._read, smaller="")
        os._exit(0)
    except BaseException:
        os._exit(1)


def _wait(process: int, wall: float) -> int:
    deadline = time.monotonic() + wall
    while time.monotonic() < deadline:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return -signal.SIGALRM


if __name__ == "__main__":
    _serve(sys.argv[1])
