"""Make everything that can be made of some inputs; print a digest of each file, and every call out.

Run as a script, in whatever surroundings a test thinks of; the clock is set before each command to
the next of the moments that are named. What a program asks of the network is told by audit events,
whatever becomes of it; the system may have no network at all.
"""

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from itertools import cycle
from pathlib import Path

from escwg_map.cli import main
from escwg_map.disk.manifest import digest, files_of
from escwg_map.exports.formats import FORMATS
from reliability.clocks import Clock

_OUT = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def everything(folder: Path, jump: Callable[[], object]) -> dict[str, str]:
    """Publish, export in every format, write the workbook and the site, as people would.

    Before each of these commands there is a `jump`.
    """
    for words in (
        ["publish"],
        *(["export", "areas", f"--output={folder / f'areas.{ending}'}"] for ending in FORMATS),
        ["register", "export", str(folder / "register.xlsx")],
        ["site", str(folder / "site")],
    ):
        jump()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            status = main.main(words, standalone_mode=False)
        assert not status, words
    made = {path: digest((folder / path).read_bytes()) for path in files_of(folder)}
    return {path: made[path] for path in made if "current-" not in path}


def calls_out() -> list[str]:
    """Note from now on every attempt to reach anything but a socket of this machine's own."""
    noted: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event in _OUT:
            noted.append(f"{event} {arguments[1:]}")

    sys.addaudithook(hear)
    return noted


if __name__ == "__main__":
    noted = calls_out()
    days: list[str] = []
    moments = cycle(sys.argv[2:])

    def jump() -> None:
        """Set the clock, and note the day that there is then."""
        if sys.argv[2:]:
            Clock(Path(os.environ["FAKETIME_TIMESTAMP_FILE"]), next(moments))
        days.append(f"{datetime.now().astimezone():%Y-%m-%d}")

    made = everything(Path(sys.argv[1]), jump)
    print(json.dumps({"made": made, "calls": noted, "days": days}))  # noqa: T201
