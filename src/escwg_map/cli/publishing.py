"""Publishing in a process of its own, so that the one that serves stays small."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from escwg_map.cli.options import say
from escwg_map.demand.counts import Counts
from escwg_map.demand.counts_file import read_once
from escwg_map.environment import variable_of
from escwg_map.errors import CannotWrite, Damaged, MissingInput
from escwg_map.publish.made_before import made_before
from escwg_map.publish.pointer import last_good, point_to, pointer_file, read_pointer
from escwg_map.settings import Settings

_OWN = ("data", "boundaries", "published", "sliver_width")
"""The settings that make a difference to what is published."""


def folder_to_serve(settings: Settings) -> Path:
    """Publish if need be; where that cannot be done, fall back to the last good publication.

    Raises:
        MissingInput: the inputs are not there, and nothing was published of them yet.
        Damaged: what was published is damaged, and could not be published anew.
        SystemExit: nothing was published yet; what is wrong has been said.
    """
    pointer = pointer_file(settings)
    try:
        folder = made_before(settings)
    except MissingInput:
        if read_pointer(pointer) is None:
            raise
    else:
        if folder:
            with suppress(CannotWrite):
                point_to(pointer, folder.name)
            return folder
    status = start_publishing(settings).wait()
    if status and read_pointer(pointer) is None:
        sys.exit(max(status, 1))
    good = last_good(pointer)
    if good is None:
        raise Damaged(
            f"The publication that {pointer} names is damaged, and could not be made anew. To mend "
            "it: mend what is said above, then run 'escwg-map publish'."
        )
    if status:
        say(f"What is served is the last good publication: {good.name}")
    return good


def counts_to_serve(settings: Settings) -> Counts | None:
    """Read the counts of incidents, if any, before any work is done for a server without them.

    The workers are forked from this process, and serve what was read here.

    Raises:
        MissingInput: there is no such file.
        EscwgMapError: it cannot be read.
    """
    return read_once(settings.demand) if settings.demand else None


def start_publishing(settings: Settings) -> "subprocess.Popen[bytes]":
    """Start `escwg-map publish`; it says what it does, and what is wrong, where we would."""
    own = {variable_of(name): str(getattr(settings, name)) for name in _OWN}
    command = [sys.executable, "-m", "escwg_map", "publish"]
    return subprocess.Popen(command, env=os.environ | own, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
