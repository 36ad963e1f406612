"""Drafts: what is being written lies beside its target under a hidden name, and goes when it fails.

A writer holds a lock on its draft, which the kernel takes back when the writer dies. A draft that
nobody holds is therefore a dead writer's, and is swept away by whoever writes there next.
"""

import fcntl
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LONGEST = 200
"""Bytes of the target's name that go into the draft's: a name has 255 at most."""


@contextmanager
def draft_beside(target: Path, make: Callable[[Path], object]) -> Iterator[Path]:
    """Give a place beside a target, made by `make`; what is there afterwards is taken away."""
    sweep(target.parent, target.name)
    draft, lock = _made(target, make)
    try:
        yield draft
    finally:
        remove(draft)
        os.close(lock)


def sweep(folder: Path, name: str = "*") -> None:
    """Take away the drafts of dead writers: of one target, or of all in a folder."""
    start = _start(name) if name != "*" else "."
    for draft in _inside(folder):
        if draft.name.startswith(start) and draft.suffix == ".draft":
            lock = _lock_of_the_dead(draft)
            if lock is not None:
                remove(draft)
                os.close(lock)


def remove(path: Path) -> None:
    """Take away a file or a folder, as far as the disk lets us: the rest is swept later."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _start(name: str) -> str:
    return f".{os.fsdecode(os.fsencode(name)[:_LONGEST])}."


def _made(target: Path, make: Callable[[Path], object]) -> tuple[Path, int]:
    """Make a draft and lock it; made again if a sweeper was faster than the lock."""
    while True:
        draft = target.with_name(f"{_start(target.name)}{secrets.token_hex(4)}.draft")
        make(draft)
        try:
            lock = os.open(draft, os.O_RDONLY)
        except FileNotFoundError:
            continue
        with suppress(OSError):  # Some network disks know no locks: there nobody sweeps either.
            fcntl.flock(lock, fcntl.LOCK_EX)
        if is_still_there(draft, lock):
            return draft, lock
        os.close(lock)


def _lock_of_the_dead(draft: Path) -> int | None:
    """Lock a draft that nobody holds."""
    try:
        # In a folder that others write to, a pipe of that name would hold us up.
        lock = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    return lock


def is_still_there(path: Path, descriptor: int) -> bool:
    """Say whether a name still leads to what was opened under it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
