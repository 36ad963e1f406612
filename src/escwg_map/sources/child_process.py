"""Starting a child that reads a foreign file, and waiting for it: the parent's side."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from escwg_map.sources.refusal import refusal


def ask_child(
    script: Path,
    request: Mapping[str, object],
    *,
    name: str,
    environment: Mapping[str, str],
    cure: str,
) -> bytes:
    """Run a script that answers a request as `capped_child` does, and give its answer.

    The request holds at least the caps, and under `answer` the file for the answer, in a folder of
    its own. Raises RefusedInput for the user's file `name` when the child died or took too long.
    """
    answer = Path(str(request["answer"]))
    ended = _run(script, request, answer.parent, environment)
    if ended != 0 or not answer.is_file():
        raise refusal(name, f"the process that read it {_how(ended)}", cure)
    return answer.read_bytes()


def _run(
    script: Path, request: Mapping[str, object], folder: Path, environment: Mapping[str, str]
) -> int | None:
    command = [sys.executable, "-P", "-W", "ignore", str(script)]
    try:
        return subprocess.run(  # noqa: S603 - our own script, by its own path
            command,
            input=json.dumps(request).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            timeout=float(str(request["wall"])),
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return None


def _how(ended: int | None) -> str:
    if ended is None:
        return "took too long and was stopped"
    if ended < 0:
        return f"died ({signal.Signals(-ended).name})"
    return "failed"
