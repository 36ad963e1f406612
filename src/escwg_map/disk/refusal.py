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
        reason, usual = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
        cures = " or ".join(filter(None, (usual, cure))) or "name another place"
        raise CannotWrite(
            f"{target} cannot be written: {reason}. Nothing has changed. To mend it: {cures}."
        ) from error
