"""The clock of a process and of its children, set to any moment, and set again while they run.

It is what the C library tells that is changed (libfaketime): Python, GDAL and the server ask it.
The times of files stay the disk's.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
"""What comes with Debian's package faketime."""

NONE = "there is no libfaketime on this machine (faketime)"


class Clock:
    """A clock that a test sets."""

    def __init__(self, file: Path, moment: str) -> None:
        """Keep what the clock says in a file, which is read whenever somebody asks for the time."""
        self._file = file
        self.set(moment)

    def set(self, moment: str) -> None:
        """Let it be `2038-01-19 03:14:07` in the process's own time zone; it goes on from there."""
        self._file.write_text(f"@{moment}")

    @property
    def environment(self) -> Mapping[str, str]:
        """What a process needs in order to go by this clock."""
        paths = [str(Path(__file__).with_name("asleep")), *filter(None, sys.path)]
        return {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            # The clock that only counts seconds does not jump when somebody sets the time.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
            "PYTHONPATH": os.pathsep.join(paths),
        }
