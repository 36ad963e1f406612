"""Replacing several files of a folder all or none, also when the power goes in the middle.

The new files are first written whole to a hidden folder beside the old ones and forced to the disk.
Then a manifest of their digests says that they are complete, and only then are they renamed into
place. What is found at the next start is dropped when the manifest is missing, and finished when it
is there and right.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from escwg_map.disk.drafts import remove
from escwg_map.disk.lock import Busy, one_writer
from escwg_map.disk.manifest import MANIFEST, digest, is_intact, read_manifest, write_manifest
from escwg_map.disk.refusal import refusing
from escwg_map.disk.syncing import make_folder, sync_folder, write_synced
from escwg_map.disk.whole_file import write_file
from escwg_map.errors import CannotWrite

STAGING = ".replacing"
BACKUP = ".bak"
"""What is put behind the name of a file that an import has replaced."""
_LOCK = ".replacing.lock"


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder so that a reader finds all of them new, or all of them old.

    Raises:
        CannotWrite: another process is writing there, or the disk does not take the files; the old
            ones are then untouched.
    """
    with refusing(folder):
        make_folder(folder)
        with one_writer(folder / _LOCK, folder):
            _finish(folder)
            try:
                _stage(folder / STAGING, contents)
            except OSError:
                remove(folder / STAGING)
                raise
            _put_in_place(folder)


def finish_replacement(folder: Path) -> None:
    """Finish or drop what an interrupted replacement left; leave a running one alone.

    Call it before reading the files.

    Raises:
        CannotWrite: the folder may not be written to but holds new files that are complete.
    """
    staging, lock = folder / STAGING, folder / _LOCK
    if not staging.exists() and not lock.exists():
        return
    try:
        with refusing(folder), suppress(Busy), one_writer(lock, folder):
            _finish(folder)
    except CannotWrite as error:
        if (staging / MANIFEST).exists():
            raise CannotWrite(
                f"An interrupted replacement could not be finished: {error}"
            ) from error


def _put_in_place(folder: Path) -> None:
    try:
        _finish(folder)
    except OSError as error:
        raise CannotWrite(
            f"The new files are complete in {folder / STAGING}, but could not all be put in place "
            f"({error.strerror}). To mend it: mend the disk; the next command that reads {folder} "
            "finishes it."
        ) from error


def _stage(staging: Path, contents: Mapping[str, bytes]) -> None:
    staging.mkdir()
    for name, content in contents.items():
        write_synced(staging / name, content)
    sync_folder(staging.parent)
    write_manifest(staging, {name: digest(content) for name, content in contents.items()})


def _finish(folder: Path) -> None:
    staging = folder / STAGING
    if not staging.exists():
        return
    digests = read_manifest(staging)
    if digests and _may_go_on(folder, digests):
        for name in digests:
            if (staging / name).exists():
                _move(staging / name, folder / name)
        sync_folder(folder)
        (staging / MANIFEST).unlink()
    remove(staging)


def _may_go_on(folder: Path, digests: Mapping[str, str]) -> bool:
    """Say whether every file is staged or in place; nothing is begun with files that are damaged.

    Raises:
        CannotWrite: some are in place already, and others are damaged.
    """
    staged = {name for name, known in digests.items() if is_intact(folder / STAGING / name, known)}
    moved = {name for name, known in digests.items() if is_intact(folder / name, known)} - staged
    lost = sorted(digests.keys() - staged - moved)
    if lost and moved:
        raise CannotWrite(
            f"An interrupted replacement in {folder} is damaged: {', '.join(lost)} cannot be put "
            f"in place. To mend it: take {STAGING} away, and restore the files from the {BACKUP}."
        )
    return not lost


def _move(new: Path, target: Path) -> None:
    """Rename into place; through a link, write to where it leads, which may be another disk."""
    if target.is_symlink():
        write_file(target, new.read_bytes())
    else:
        new.replace(target)
