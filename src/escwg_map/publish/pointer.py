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

_EARLIER = 3
"""How many publications are kept beside the current one: whoever opened a page before the switch
asks for its files after it, and a busy worker follows late."""


@dataclass(frozen=True)
class Failure:
    """When publishing failed, and for how many problems; none when it was no fault of the data."""

    at: datetime
    problems: int


@dataclass(frozen=True)
class Pointer:
    """The names of the current publication and of the latest before it; what failed since."""

    publication: str
    published: datetime
    earlier: tuple[str, ...] = ()
    failed: Failure | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that are kept."""
        return self.publication, *self.earlier


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
    earlier = [name for name in (old.names if old else ()) if name != publication]
    _write(file, Pointer(publication, _now(), tuple(earlier[:_EARLIER])))


def record_failure(file: Path, problems: int) -> None:
    """Keep the current publication, and say that an attempt to renew it failed."""
    if old := read_pointer(file):
        _write(file, replace(old, failed=Failure(_now(), problems)))


def last_good(file: Path) -> Path | None:
    """Find the current publication, or the latest one before it that is not damaged."""
    pointer = read_pointer(file)
    folders = (file.with_name(name) for name in (pointer.names if pointer else ()))
    return next((folder for folder in folders if not damage(folder)), None)


_POINTER = TypeAdapter(Pointer)


def _write(file: Path, pointer: Pointer) -> None:
    make_folder(file.parent)
    write_file(file, _POINTER.dump_json(pointer, indent=1) + b"\n", CURE)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
