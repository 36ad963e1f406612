"""Loaded by every Python that goes by a clock of `reliability.clocks`: a way to sleep under it.

libfaketime refuses the call by which Python sleeps, where it leaves the clock alone that only
counts seconds; it lets Python wait for nothing as long.
"""

import select
import time
from typing import SupportsIndex


def sleep(seconds: float | SupportsIndex) -> None:
    """Wait so many seconds."""
    select.select([], [], [], float(seconds))


time.sleep = sleep
