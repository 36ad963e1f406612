"""The digests of all files of a folder, by which damage is found."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from escwg_map.disk.syncing import sync_folder, write_synced

MANIFEST = "manifest.json"
"""The file that holds the digest of every other file; it is written last."""


def digest(body: bytes) -> str:
    """Give the SHA-256 of a file's content."""
    return hashlib.sha256(body).hexdigest()


def write_manifest(folder: Path, digests: Mapping[str, str]) -> None:
    """Say that a folder is complete: every other file is on the disk, and these are its digests."""
    draft = folder / f".{MANIFEST}"
    write_synced(draft, json.dumps(dict(sorted(digests.items())), indent=1).encode())
    sync_folder(folder)
    draft.rename(folder / MANIFEST)
    sync_folder(folder)


def read_manifest(folder: Path) -> dict[str, str] | None:
    """Read the digests; None when there are none, or when they cannot be read."""
    try:
        digests = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    is_map = isinstance(digests, dict) and all(isinstance(each, str) for each in digests.values())
    return digests if is_map else None


def is_intact(path: Path, expected: str) -> bool:
    """Say whether a file is there and has the digest that it should have."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == expected
    except OSError:
        return False


def damage(folder: Path) -> list[str]:
    """Name the files that are missing, changed, or not in the manifest; the manifest if it is bad.

    A folder that is what it was when it was written has none.
    """
    digests = read_manifest(folder)
    if digests is None:
        return [MANIFEST]
    found = files_of(folder) - {MANIFEST}
    changed = {path for path, known in digests.items() if not is_intact(folder / path, known)}
    return sorted(changed | (found - digests.keys()))


def files_of(folder: Path) -> set[str]:
    """Name every file in a folder and those below it."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
