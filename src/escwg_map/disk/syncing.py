"""Bytes and names forced to the disk, so that a power cut takes none of them back."""

import os
from collections.abc import Iterable
from pathlib import Path

Body = bytes | Iterable[bytes]
"""What a file shall hold, at once or piece by piece."""


def write_synced(path: Path, body: Body) -> None:
    """Write a file where nobody reads yet, and force it to the disk.

    A faulty fsync is never tried again: the kernel reports a lost write once, and says the second
    time that all is well.
    """
    with path.open("wb") as file:
        file.writelines((body,) if isinstance(body, bytes) else body)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force to the disk which names a folder has."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, all of them forced to the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)
