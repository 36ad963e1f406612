"""Putting a folder in the place of another, so that readers find one or the other, always whole."""

import ctypes
import errno
import os
import sys
from pathlib import Path

from escwg_map.disk.drafts import remove
from escwg_map.disk.refusal import in_place
from escwg_map.disk.syncing import sync_folder

_HERE = -100
"""AT_FDCWD: names are meant from the present folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE: both names change places at once."""
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def put_in_place(draft: Path, target: Path) -> None:
    """Give a draft the target's name; a folder that had it is taken away afterwards."""
    if not target.exists():
        draft.rename(target)
    elif not _exchanged(draft, target):
        aside = _aside(target)
        target.rename(aside)
        try:
            draft.rename(target)
        except OSError:
            aside.rename(target)
            raise
    with in_place(target):
        sync_folder(target.parent)
    for old in (draft, _aside(target)):
        remove(old)


def recover(target: Path) -> None:
    """Finish what was interrupted between two renames, where the kernel cannot exchange names."""
    aside = _aside(target)
    if not aside.exists():
        return
    if target.exists():
        remove(aside)
    else:
        aside.rename(target)
        sync_folder(target.parent)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _exchanged(one: Path, other: Path) -> bool:
    """Let two names change places; False where the kernel or the disk cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    sys.audit("os.rename", str(one), str(other), -1, -1)
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
