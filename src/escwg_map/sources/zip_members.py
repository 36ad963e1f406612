"""The members of a zip from outside: checked, and their sizes counted, not believed."""

import re
import stat
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from msgspec import Struct

from escwg_map.sources.limits import MIB
from escwg_map.sources.refusal import refusal

_CHUNK = 1024 * 1024
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1


class ZipLimits(Protocol):
    """Sizes in bytes that a zip may have, and how many members."""

    @property
    def zip_bytes(self) -> int:
        """Of the file itself."""

    @property
    def unpacked_bytes(self) -> int:
        """Of all that comes out of it."""

    @property
    def members(self) -> int:
        """How many members it may have."""


class ForeignZip(Struct, frozen=True):
    """A zip from outside: what the user calls it, what it may hold, and the two cures."""

    name: str
    limits: ZipLimits
    again: str
    smaller: str

    def too_large(self) -> Exception:
        """Make the refusal of what is larger than the limits."""
        packed, unpacked = self.limits.zip_bytes // MIB, self.limits.unpacked_bytes // MIB
        message = f"it is larger than {packed:,} MiB, or {unpacked:,} MiB unpacked"
        return refusal(self.name, message, self.smaller)


def checked_members(archive: ZipFile, size: int, foreign: ForeignZip) -> list[ZipInfo]:
    """List the members of a zip of `size` bytes.

    Raises RefusedInput for one that says it is too large, and for members that lie outside, link,
    double, overlap or are encrypted.
    """
    members, limits = archive.infolist(), foreign.limits
    declared = sum(member.file_size for member in members)
    if size > limits.zip_bytes or declared > limits.unpacked_bytes:
        raise foreign.too_large()
    if len(members) > limits.members:
        raise refusal(foreign.name, f"it holds over {limits.members} members", foreign.again)
    for message in _faults(members):
        raise refusal(foreign.name, message, foreign.again)
    return members


def unpack(archive: ZipFile, member: ZipInfo, target: BinaryIO, most: int) -> int:
    """Unpack a member, and stop soon after so many bytes; gives how many came out."""
    written = 0
    with archive.open(member) as packed:
        while (chunk := packed.read(_CHUNK)) and written <= most:
            written += target.write(chunk)
    return written


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
