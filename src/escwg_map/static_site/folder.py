"""Putting the site in place: written beside, then exchanged, and never over what is not ours."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from escwg_map.disk.lock import one_writer
from escwg_map.disk.refusal import refusing
from escwg_map.disk.syncing import make_folder
from escwg_map.disk.whole_folder import Draft, whole_folder
from escwg_map.errors import EscwgMapError

MARKER = "escwg-map-site.json"
"""The file that says that a folder was written here, and may be written again."""
_CURE = "name another folder"


@contextmanager
def replacing(folder: Path, publication: str) -> Iterator[Draft]:
    """Give a folder to write the site into, which takes the place of `folder` when all is written.

    Raises:
        EscwgMapError: the folder holds something else, cannot be written, or is being written.
    """
    _refuse_what_is_not_ours(folder)
    with refusing(folder, _CURE):
        make_folder(folder.parent)
        with one_writer(folder.with_name(f".{folder.name}.lock"), folder):
            _refuse_what_is_not_ours(folder)
            with whole_folder(folder, _CURE) as draft:
                draft.write(MARKER, f"{json.dumps({'publication': publication})}\n".encode())
                yield draft


def _refuse_what_is_not_ours(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise EscwgMapError(f"{folder} is no folder: name a new one, or one that has a site.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise EscwgMapError(
            f"{folder} holds files and no {MARKER}, so this command did not write it: name a new "
            "folder, or an empty one, or empty this one yourself."
        )
