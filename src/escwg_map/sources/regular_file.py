"""Opening what a user names: a regular file of this machine, and nothing else."""

import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from escwg_map.errors import MissingInput
from escwg_map.sources.refusal import refusal

# `http://…`, `GEOJSON:{…` or `MEM:::…`, but not the `C:` of a drive; GDAL's own file systems.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9_+.-]+:|[\\/]{1,2}vsi")

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_LOCAL = "give the name of a file on this machine"


def open_regular(path: str | Path) -> BinaryIO:
    """Open a regular file for reading, without waiting on a pipe; a link to one will do.

    Raises MissingInput when there is no such file, and RefusedInput for an address, a folder, a
    pipe, a device, or a file that may not be read.
    """
    refuse_address(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError) as error:
        message = f"{path}: there is no such file. To mend it: check the name, or put it there."
        raise MissingInput(message) from error
    except (OSError, ValueError) as error:
        raise refusal(str(path), f"it cannot be opened ({_reason(error)})", _LOCAL) from error
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "no regular file")
    raise refusal(str(path), f"it is {kind}", _LOCAL)


def state_of(file: BinaryIO) -> tuple[int, int]:
    """Tell the size of an open file and when it was last written: the same again, if it is."""
    now = os.fstat(file.fileno())
    return now.st_size, now.st_mtime_ns


CHANGED = ("it changed while it was read", "wait until it is written, and try again")
"""What is said of a file whose state is not the same after reading as before."""


def refuse_address(path: str | Path) -> None:
    """Refuse web addresses and GDAL's prefixes before anything is looked up."""
    if _ADDRESS.match(str(path)):
        raise refusal(str(path), "a local file is wanted, not an address", _LOCAL)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
