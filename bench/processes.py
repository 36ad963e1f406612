"""What a command costs: seconds, processor time, and the most memory that it had."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_OFTEN = 0.05
"""Seconds between two looks at the memory."""

_KIB_A_MB = 1000 / 1.024


@dataclass(frozen=True)
class Cost:
    """What a command took: `seconds` by the clock, `processor` with all its children."""

    seconds: float
    processor: float
    mb: float = 0.0
    """Megabytes that it and its children had at most together; 0 where nobody looked."""


def timed(
    command: Sequence[str],
    log: IO[bytes] | int = subprocess.DEVNULL,
    surroundings: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command and time it.

    Raises:
        CalledProcessError: it failed.
    """
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=surroundings)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Cost(seconds, used.ru_utime + used.ru_stime)


def with_memory(command: Sequence[str]) -> float:
    """Run a command, and give the megabytes that it and its children had at most together.

    Looking takes time, so this run is not the one that is timed. What processes share is counted
    once; the highest mark that the system itself keeps of the command alone may be higher.

    Raises:
        CalledProcessError: it failed.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        together = sum(shared_fairly(pid) for pid in (process.pid, *children(process.pid)))
        most = max(most, together, _kib(process.pid, "status", "VmHWM:"))
        time.sleep(_OFTEN)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return megabytes(most)


def children(pid: int) -> Iterator[int]:
    """Find the processes below one."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, found):
        yield child
        yield from children(child)


def shared_fairly(pid: int) -> float:
    """KiB of a process: its own, and its part of what it shares with others."""
    return _kib(pid, "smaps_rollup", "Pss:")


def resident(pid: int) -> float:
    """KiB of a process in memory, all that it shares counted whole."""
    return _kib(pid, "status", "VmRSS:")


def megabytes(kib: float) -> float:
    """Turn the system's unit into that of the bars."""
    return kib / _KIB_A_MB


def _kib(pid: int, file: str, line: str) -> float:
    try:
        text = Path(f"/proc/{pid}/{file}").read_text()
    except OSError:
        return 0.0
    return next((float(each.split()[1]) for each in text.splitlines() if each.startswith(line)), 0)
