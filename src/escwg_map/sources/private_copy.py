"""A private copy of a foreign file under names of our own, so that nothing beside it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from escwg_map.disk.scratch import scratch_folder
from escwg_map.errors import MissingInput
from escwg_map.sources.file_kinds import SHAPEFILE, ZIP, FileKind, recognised
from escwg_map.sources.limits import Limits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.regular_file import CHANGED, open_regular, refuse_address, state_of
from escwg_map.sources.shapefile_parts import OPTIONAL, REQUIRED, check_records
from escwg_map.sources.unpacking import unpack_shapefile

_CHUNK = 1024 * 1024


class PrivateCopy(Struct, frozen=True):
    """Where the copy lies, what kind it is, and what the user calls it."""

    path: Path
    kind: FileKind
    name: str

    def part(self, ending: str) -> Path:
        """Name the copy's part with another ending, such as `.prj`."""
        return self.path.with_suffix(ending)


@contextmanager
def private_copy(path: str | Path, *, layer: str | None, limits: Limits) -> Iterator[PrivateCopy]:
    """Copy or unpack a boundary file into a folder of its own, gone when the work is done."""
    refuse_address(path)
    source = Path(path)
    with open_regular(source) as file, scratch_folder() as folder:
        kind = recognised(source, file)
        copy = PrivateCopy(folder / f"copy{_ending(kind)}", kind, source.name)
        if kind is ZIP:
            before = state_of(file)
            unpack_shapefile(file, copy.path, name=source.name, layer=layer, limits=limits)
            if state_of(file) != before:
                raise refusal(source.name, *CHANGED)
        else:
            _copy(file, copy.path, name=source.name, limits=limits)
        if kind is SHAPEFILE:
            _copy_parts(source, copy, limits)
        if copy.path.suffix == ".shp":
            check_records(copy.path, name=source.name, limits=limits)
        yield copy


def _ending(kind: FileKind) -> str:
    return ".shp" if kind is ZIP else kind.endings[0]


def _copy(file: BinaryIO, target: Path, *, name: str, limits: Limits) -> None:
    before, copied = state_of(file), 0
    with target.open("xb") as copy:
        while chunk := file.read(_CHUNK):
            copied += len(chunk)
            if copied > limits.unpacked_bytes:
                size = f"{limits.unpacked_bytes // _CHUNK:,} MiB"
                raise refusal(name, f"it is larger than {size}", "give a less detailed file")
            copy.write(chunk)
    if state_of(file) != before:
        raise refusal(name, *CHANGED)


def _copy_parts(source: Path, copy: PrivateCopy, limits: Limits) -> None:
    for ending in (*REQUIRED, *OPTIONAL):
        part = _beside(source, ending)
        if part is None and ending in REQUIRED:
            message = f"{source.with_suffix(ending).name} is missing beside it"
            raise refusal(source.name, message, "copy all files of the Shapefile together")
        if part:
            with _opened(part, source) as file:
                _copy(file, copy.part(ending), name=part.name, limits=limits)


def _opened(part: Path, source: Path) -> BinaryIO:
    try:
        return open_regular(part)
    except MissingInput as error:
        raise refusal(
            source.name, f"{part.name} went away while it was read", "try again"
        ) from error


def _beside(source: Path, ending: str) -> Path | None:
    names = (source.with_suffix(ending), source.with_suffix(ending.upper()))
    return next((name for name in names if name.exists()), None)
