"""Replacing several files of a folder all or none, also when the power goes in the middle.

The new files are first written whole to a hidden folder beside the old ones and forced to the disk.
Then a mark says that they are complete, and only then are they renamed into place. What is found at
the next start is dropped when the mark is missing, and finished when it is there.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem

STAGING = ".replacing"
BACKUP = ".bak"
"""What is put behind the name of a file that an import has replaced."""
_MARK = "complete"


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder so that a reader finds all of them new, or all of them old.

    Raises RefusedInput when another process is writing there, or when the disk does not take the
    files; the old ones are then untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder) as free:
        if not free:
            raise _refusal(folder, "another process is writing there", "wait until it is done")
        _finish(folder)
        try:
            _stage(folder / STAGING, contents)
        except OSError as error:
            shutil.rmtree(folder / STAGING, ignore_errors=True)
            reason = f"the new files could not be written ({error.strerror})"
            raise _refusal(folder, reason, "make room on the disk, or check permissions") from error
        _finish(folder)


def finish_replacement(folder: Path) -> None:
    """Finish or drop what an interrupted replacement left; leave a running one alone.

    Call it before reading the files. Raises RefusedInput where the folder may not be written to but
    holds new files that are complete.
    """
    if not (folder / STAGING).exists():
        return
    with _locked(folder) as free:
        if free:
            _finish(folder)


def _stage(staging: Path, contents: Mapping[str, bytes]) -> None:
    staging.mkdir()
    for name, content in contents.items():
        _write(staging / name, content)
    _sync(staging)
    _write(staging / f".{_MARK}", b"")
    (staging / f".{_MARK}").rename(staging / _MARK)
    _sync(staging)


def _finish(folder: Path) -> None:
    staging = folder / STAGING
    mark = staging / _MARK
    try:
        if mark.exists():
            for new in sorted(staging.iterdir()):
                if new != mark:
                    new.replace(folder / new.name)
            _sync(folder)
            mark.unlink()
        if staging.exists():
            shutil.rmtree(staging)
    except OSError as error:
        reason = f"an interrupted replacement could not be finished ({error.strerror})"
        raise _refusal(
            folder, reason, f"run it once as a user who may write to {folder}"
        ) from error


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    # The lock is the kernel's and dies with its process, so none is ever left behind.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def _refusal(folder: Path, message: str, cure: str) -> RefusedInput:
    problem = Problem(file=str(folder), message=message, cure=cure)
    return RefusedInput(f"{folder} cannot be written", [problem])
