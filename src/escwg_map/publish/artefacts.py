"""Writing a publication: every file with its compressed copies, whole or not at all."""

import gzip
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import brotli

from escwg_map.errors import EscwgMapError

MANIFEST = "manifest.json"
SERVED = ("map/", "static/")
"""What browsers may fetch as it is; the other files are for the web room alone."""
_COMPRESSED = {".json", ".js", ".css", ".svg"}
_WORTH_COMPRESSING = 512
"""Bytes: below this, compressed copies save nothing."""


def write_publication(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write files and their manifest of digests into `folder/name`, by one rename at the end.

    If another process has written the same publication meanwhile, theirs stands: it is the same.

    Raises:
        EscwgMapError: the folder cannot be written to, or its disk is full.
    """
    target = folder / name
    try:
        with _beside(folder) as draft:
            for path, body in files.items():
                _write(draft / path, body)
                if path.startswith(SERVED):
                    _write_compressed(draft / path, body)
            _write(draft / MANIFEST, json.dumps(_digests(draft), indent=1).encode())
            draft.rename(target)
    except OSError as error:
        if not (target / MANIFEST).is_file():
            raise EscwgMapError(
                f"Nothing could be published in {folder} ({error.strerror}): "
                "set ESCWG_MAP_PUBLISHED to a folder that can be written to."
            ) from error
    return target


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder))
    draft.chmod(0o755)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write_compressed(path: Path, body: bytes) -> None:
    if path.suffix in _COMPRESSED and len(body) > _WORTH_COMPRESSING:
        _write(path.with_name(f"{path.name}.gz"), gzip.compress(body, 9, mtime=0))
        _write(path.with_name(f"{path.name}.br"), brotli.compress(body, quality=11))


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
