"""Writing a publication: every file with its compressed copies, whole or not at all."""

import gzip
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from escwg_map.disk.drafts import sweep
from escwg_map.disk.manifest import MANIFEST, damage, files_of
from escwg_map.disk.whole_folder import whole_folder
from escwg_map.errors import CannotWrite

SERVED = ("map/", "static/")
"""What browsers may fetch as it is; the other files are for the web room alone."""
CURE = "set ESCWG_MAP_PUBLISHED to a folder that can be written to"
_COMPRESSED = {".json", ".js", ".css", ".svg"}
_WORTH_COMPRESSING = 512
"""Bytes: below this, compressed copies save nothing."""


def with_compressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Add the compressed copies of what browsers fetch, under the file's name with .gz or .br."""
    texts = {
        path: body
        for path, body in files.items()
        if path.startswith(SERVED) and Path(path).suffix in _COMPRESSED
        if len(body) > _WORTH_COMPRESSING
    }
    with ThreadPoolExecutor() as pool:
        by_gzip = pool.map(lambda body: gzip.compress(body, 9, mtime=0), texts.values())
        by_brotli = pool.map(lambda body: brotli.compress(body, quality=11), texts.values())
        copies = {f"{path}.gz": copy for path, copy in zip(texts, by_gzip, strict=True)}
        copies |= {f"{path}.br": copy for path, copy in zip(texts, by_brotli, strict=True)}
    return {**files, **copies}


def write_publication(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write files and their manifest of digests into `folder/name`, by one rename at the end.

    If another process has written the same publication meanwhile, theirs stands: it is the same. A
    damaged one is replaced, unless there are files in it that were never published.

    Raises:
        CannotWrite: the folder cannot be written to, or its disk is full.
    """
    target = folder / name
    if target.exists():
        if not damage(target):
            return target
        _refuse_what_is_not_ours(target, files)
    sweep(folder)
    with whole_folder(target, CURE) as draft:
        for path, body in files.items():
            draft.write(path, body)
    return target


def _refuse_what_is_not_ours(target: Path, files: Mapping[str, bytes]) -> None:
    foreign = files_of(target) - {*files, MANIFEST}
    if foreign:
        raise CannotWrite(
            f"Nothing could be published in {target}: it holds {min(foreign)}, which was not "
            f"published there. To mend it: take it away, or {CURE}."
        )
