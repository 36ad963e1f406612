"""The memory and the descriptors of processes over time, and whether they grow."""

import os
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf, sqrt
from pathlib import Path
from statistics import fmean

_PAGES_A_MIB = 2**20 / os.sysconf("SC_PAGE_SIZE")
_SPARE = 8
"""Descriptors more than before that are no leak: files are open while they are read."""

_ESTABLISHED = "01"
"""The state of a connection whose both ends are open, in `/proc/net/tcp`."""


@dataclass(frozen=True)
class Sample:
    """What a process held at a moment; how many connections there are is for clients to say."""

    at: float
    pid: int
    mib: float
    descriptors: int


@dataclass(frozen=True)
class Slope:
    """Growth in MiB an hour, the standard error of that, and over how many minutes."""

    growth: float
    error: float
    minutes: float

    @property
    def is_over(self) -> bool:
        """Whether it certainly grows by more than 1 MiB an hour, as far as one can say."""
        return self.growth - 2 * self.error > 1

    @property
    def is_under(self) -> bool:
        """Whether it certainly grows by less; where it is neither, nothing is shown."""
        return self.growth + 2 * self.error < 1

    def __str__(self) -> str:
        """Say how sure it is, too."""
        return f"{self.growth:+.1f} ± {2 * self.error:.1f} MiB/h over {self.minutes:.1f} min"


def sample(pids: Iterable[int]) -> list[Sample]:
    """Look at processes; those that have ended are left out."""
    found, now = [], time.monotonic()
    for pid in pids:
        try:
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            descriptors = _descriptors(pid)
        except (OSError, IndexError):
            continue
        found.append(Sample(now, pid, pages / _PAGES_A_MIB, descriptors))
    return found


def _descriptors(pid: int) -> int:
    """Count those that are open, but for connections whose client is still there."""
    rows = [line.split() for line in Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]]
    connections = {f"socket:[{row[9]}]" for row in rows if row[3] == _ESTABLISHED}
    count = 0
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            count += str(each.readlink()) not in connections
    return count


def slope(samples: Sequence[Sample], window: float) -> Slope:
    """Fit a line, by least squares, through the least of every window.

    Memory goes up and down with each publication that is loaded; a leak raises what is left.
    """
    floors: dict[int, Sample] = {}
    for each in samples:
        number = int((each.at - samples[0].at) / window)
        if number not in floors or each.mib < floors[number].mib:
            floors[number] = each
    points = [(each.at / 3600, each.mib) for each in floors.values()]
    minutes = (samples[-1].at - samples[0].at) / 60 if samples else 0.0
    if len(points) < 3:
        return Slope(0, inf, minutes)
    middle, level = fmean(at for at, _ in points), fmean(mib for _, mib in points)
    spread = sum((at - middle) ** 2 for at, _ in points)
    growth = sum((at - middle) * (mib - level) for at, mib in points) / spread
    left = sum((mib - level - growth * (at - middle)) ** 2 for at, mib in points)
    return Slope(growth, sqrt(left / (len(points) - 2) / spread), minutes)


def descriptors_grow(samples: Sequence[Sample]) -> bool:
    """Whether more descriptors were open in the last third, at the least, than in the first."""
    third = len(samples) // 3
    if not third:
        return False
    first, last = samples[:third], samples[-third:]
    return min(s.descriptors for s in last) > min(s.descriptors for s in first) + _SPARE
