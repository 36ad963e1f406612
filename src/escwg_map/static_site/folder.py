"""Putting the site in place: written beside, then renamed, and never over what is not ours."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from escwg_map.errors import EscwgMapError

MARKER = "escwg-map-site.json"
"""The file that says that a folder was written here, and may be written again."""


@contextmanager
def replacing(folder: Path, publication: str) -> Iterator[Path]:
    """Give a folder to write the site into, which takes the place of `folder` when all is written.

    Raises:
        EscwgMapError: the folder holds something else, or cannot be written.
    """
    _refuse_what_is_not_ours(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".draft-", dir=folder.parent) as around:
            draft = Path(around) / "new"
            draft.mkdir()
            (draft / MARKER).write_text(json.dumps({"publication": publication}) + "\n", "utf-8")
            yield draft
            _swap(folder, draft, Path(around) / "old")
    except OSError as error:
        raise EscwgMapError(
            f"The site cannot be written to {folder} ({error.strerror}): name another folder."
        ) from error


def _refuse_what_is_not_ours(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise EscwgMapError(f"{folder} is no folder: name a new one, or one that has a site.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise EscwgMapError(
            f"{folder} holds files and no {MARKER}, so this command did not write it: name a new "
            "folder, or an empty one, or empty this one yourself."
        )


def _swap(folder: Path, draft: Path, old: Path) -> None:
    """Put the draft in place; what stood there comes back if that fails."""
    if folder.exists():
        folder.rename(old)
    try:
        draft.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


def write(path: Path, body: bytes) -> None:
    """Write one file of the site, with the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
