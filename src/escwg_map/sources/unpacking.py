"""A zipped Shapefile, unpacked by ourselves: sizes are counted, not believed."""

import re
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from escwg_map.sources.limits import MIB, Limits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.shapefile_parts import OPTIONAL, REQUIRED

_CHUNK = 1024 * 1024
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1

# What a Mac adds to every zip: shadows of the real members.
_SHADOWS = "__MACOSX/"

_AGAIN = "zip the parts of one Shapefile again, without folders"


def unpack_shapefile(
    file: BinaryIO, target: Path, *, name: str, layer: str | None, limits: Limits
) -> None:
    """Unpack the one Shapefile in a zip (or the one called `layer`) to `target` and its siblings.

    Raises RefusedInput for a zip that is damaged, encrypted or too large (by what it declares or by
    what comes out), for members that lie outside, link, double or overlap, and for no or several
    Shapefiles: several are listed.
    """
    try:
        with ZipFile(file) as archive:
            members = archive.infolist()
            _refuse_members(members, _size(file), name=name, limits=limits)
            parts = _parts(members, _chosen(members, name, layer), name)
            left = limits.unpacked_bytes
            for ending, member in parts.items():
                left -= _unpack(archive, member, target.with_suffix(ending), left)
                if left < 0:
                    raise _too_large(name, limits)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise refusal(name, f"the zip is damaged ({error})", _AGAIN) from error


def _size(file: BinaryIO) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    return size


def _refuse_members(members: list[ZipInfo], size: int, *, name: str, limits: Limits) -> None:
    if (
        size > limits.zip_bytes
        or sum(member.file_size for member in members) > limits.unpacked_bytes
    ):
        raise _too_large(name, limits)
    if len(members) > limits.members:
        raise refusal(name, f"it holds over {limits.members} members", _AGAIN)
    for message in _faults(members):
        raise refusal(name, message, _AGAIN)


def _faults(members: list[ZipInfo]) -> Iterator[str]:
    seen: set[str] = set()
    for member in members:
        shown = ascii(member.orig_filename)
        if _lies_outside(member.orig_filename):
            yield f"its member {shown} would lie outside the folder"
        if stat.S_ISLNK(member.external_attr >> 16):
            yield f"its member {shown} is a link"
        if member.flag_bits & _ENCRYPTED:
            yield f"its member {shown} is encrypted"
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield f"its member {shown} is compressed in a way that is not read"
        if member.filename.casefold() in seen:
            yield f"its member {shown} is there twice"
        seen.add(member.filename.casefold())
    yield from _overlapping(members)


def _lies_outside(member: str) -> bool:
    parts = PurePosixPath(member).parts
    return bool(re.search(r"^/|^[A-Za-z]:|\\|\0", member)) or ".." in parts


def _overlapping(members: list[ZipInfo]) -> Iterator[str]:
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            yield f"its member {member.orig_filename!a} overlaps another"
        name = member.orig_filename.encode("utf-8", "surrogateescape")
        end = member.header_offset + _LOCAL_HEADER + len(name) + member.compress_size


def _chosen(members: list[ZipInfo], name: str, layer: str | None) -> str:
    names = [member.filename for member in members if not member.filename.startswith(_SHADOWS)]
    stems = [each[:-4] for each in names if each.lower().endswith(".shp")]
    if not stems:
        raise refusal(name, "it holds no Shapefile (.shp)", _AGAIN)
    shown = ", ".join(PurePosixPath(stem).name for stem in stems)
    if layer is None and len(stems) > 1:
        raise refusal(name, f"it holds {len(stems)} layers: {shown}", "choose one with --layer")
    for stem in stems:
        if layer in (None, stem, PurePosixPath(stem).name):
            return stem
    raise refusal(name, f"it holds no layer '{layer}', only: {shown}", "choose one with --layer")


def _parts(members: list[ZipInfo], stem: str, name: str) -> dict[str, ZipInfo]:
    by_name = {member.filename.casefold(): member for member in members}
    wanted = (".shp", *REQUIRED, *OPTIONAL)
    parts = {ending: by_name.get(f"{stem}{ending}".casefold()) for ending in wanted}
    for ending in REQUIRED:
        if parts[ending] is None:
            missing = f"{PurePosixPath(stem).name}{ending} is missing from it"
            raise refusal(name, missing, "zip all parts of the Shapefile together")
    return {ending: member for ending, member in parts.items() if member}


def _unpack(archive: ZipFile, member: ZipInfo, target: Path, most: int) -> int:
    written = 0
    with archive.open(member) as packed, target.open("xb") as unpacked:
        while (chunk := packed.read(_CHUNK)) and written <= most:
            written += unpacked.write(chunk)
    return written


def _too_large(name: str, limits: Limits) -> Exception:
    sizes = f"{limits.zip_bytes // MIB:,} MiB, or {limits.unpacked_bytes // MIB:,} MiB unpacked"
    return refusal(name, f"it is larger than {sizes}", "give a less detailed file")
