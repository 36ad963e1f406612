"""Zip files that are the same on any day."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX = 3


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Pack files by name, in the order given, each dated as early as a zip file can say."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in members.items():
            member = ZipInfo(name)
            member.compress_type, member.create_system = ZIP_DEFLATED, _UNIX
            archive.writestr(member, content)
    return file.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """Give what was packed, by name."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
