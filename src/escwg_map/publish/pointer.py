"""Which publication is current, and how the last attempt to renew it went.

A small file says so beside the publications, one for each set of inputs. It is replaced by one
rename: that is the switch from one generation to the next.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from escwg_map.disk.manifest import damage
from escwg_map.disk.syncing import make_folder
from escwg_map.disk.whole_file import write_file
from escwg_map.publish.artefacts import CURE
from escwg_map.settings import Settings

_NAME_LENGTH = 16


@dataclass(frozen=True)
class Failure:
    """When publishing failed, and for how many problems; none when it was no fault of the data."""

    at: datetime
    problems: int


@dataclass(frozen=True)
class Pointer:
    """The names of the current publication and of the one before it; what failed since."""

    publication: str
    published: datetime
    previous: str | None = None
    failed: Failure | None = None


def pointer_file(settings: Settings) -> Path:
    """Name the pointer of these inputs, whatever they hold."""
    inputs = (settings.data.resolve(), settings.boundaries.resolve(), settings.sliver_width)
    named = hashlib.sha256("\n".join(map(str, inputs)).encode()).hexdigest()[:_NAME_LENGTH]
    return settings.published / f"current-{named}.json"


def read_pointer(file: Path) -> Pointer | None:
    """Read a pointer; None where there is none, or one that cannot be read."""
    try:
        return _POINTER.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None


def point_to(file: Path, publication: str) -> None:
    """Make a publication the current one, and forget what failed.

    Raises:
        CannotWrite: the folder cannot be written to.
    """
    old = read_pointer(file)
    if old and old.publication == publication:
        if old.failed:
            _write(file, replace(old, failed=None))
        return
    _write(file, Pointer(publication, _now(), old.publication if old else None))


def record_failure(file: Path, problems: int) -> None:
    """Keep the current publication, and say that an attempt to renew it failed."""
    if old := read_pointer(file):
        _write(file, replace(old, failed=Failure(_now(), problems)))


def last_good(file: Path) -> Path | None:
    """Find the current publication, or the one before it where that one is damaged."""
    pointer = read_pointer(file)
    names = (pointer.publication, pointer.previous) if pointer else ()
    folders = (file.with_name(name) for name in names if name)
    return next((folder for folder in folders if not damage(folder)), None)


_POINTER = TypeAdapter(Pointer)


def _write(file: Path, pointer: Pointer) -> None:
    make_folder(file.parent)
    write_file(file, _POINTER.dump_json(pointer, indent=1) + b"\n", CURE)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
