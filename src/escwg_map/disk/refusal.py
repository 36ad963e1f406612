"""What is said when the disk does not take what was to be written."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from escwg_map.errors import CannotWrite

_ROOM = "make room on the disk"
_PERMISSION = "write to it as a user who may, or name another place"
_REASONS = {
    errno.ENOSPC: ("there is no space left on the disk", _ROOM),
    errno.EDQUOT: ("there is no space left in this user's quota", _ROOM),
    errno.EFBIG: ("the file is larger than this user may write", "raise the limit (ulimit -f)"),
    errno.EIO: ("the disk reports a fault", "look after the disk, or name another place"),
    errno.EACCES: ("permission denied", _PERMISSION),
    errno.EPERM: ("permission denied", _PERMISSION),
    errno.EROFS: ("it is on a read-only disk", "name another place"),
    errno.ENAMETOOLONG: ("the name is too long", "name it shorter"),
    errno.EEXIST: ("a file stands where a folder should be", ""),
    errno.ENOTDIR: ("a file stands where a folder should be", ""),
    errno.EMFILE: ("too many files are open", "raise the limit (ulimit -n)"),
}


@contextmanager
def refusing(target: Path, cure: str = "") -> Iterator[None]:
    """Turn what the disk says into one message that names the target, the reason and the cure.

    Raises:
        CannotWrite: instead of any OSError.
    """
    try:
        yield
    except OSError as error:
        reason, usual = _reason(error)
        cures = " or ".join(filter(None, (usual, cure))) or "name another place"
        raise CannotWrite(
            f"{target} cannot be written: {reason}. Nothing has changed. To mend it: {cures}."
        ) from error


@contextmanager
def in_place(target: Path) -> Iterator[None]:
    """Say what it means when the disk fails after the new has taken the old one's place.

    Raises:
        CannotWrite: instead of any OSError.
    """
    try:
        yield
    except OSError as error:
        raise CannotWrite(
            f"{target} is written, but {_reason(error)[0]}: after a power cut the old one may be "
            "back. To mend it: look after the disk, and do it once more."
        ) from error


def told(error: OSError) -> str:
    """Say of any fault of the disk what it is, where, and what would cure it."""
    reason, usual = _reason(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{reason}. To mend it: {usual or 'look whether it is there and may be used'}."


def _reason(error: OSError) -> tuple[str, str]:
    return _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
