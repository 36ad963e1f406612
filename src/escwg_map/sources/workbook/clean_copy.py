"""A workbook from outside, told from its look-alikes and zipped again by ourselves.

What calamine is given holds the XML parts alone, each as large as it was counted to be, so that
nothing the original said about its sizes is believed.
"""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from escwg_map.disk.scratch import scratch_folder
from escwg_map.errors import RefusedInput
from escwg_map.sources.limits import MIB, TableLimits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.regular_file import CHANGED, open_regular, state_of
from escwg_map.sources.zip_members import ForeignZip, checked_members, unpack

_SAVE_AS = "open it in the spreadsheet program, choose Save as, and the kind .xlsx"
_SMALLER = "delete pictures and what else is no table, or split it"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_TELLING = {
    "mimetype": "it is an OpenDocument file",
    "xl/workbook.bin": "it is a binary workbook (.xlsb)",
    "xl/vbaproject.bin": "it holds macros",
}


@contextmanager
def clean_copy(path: Path, limits: TableLimits) -> Iterator[Path]:
    """Zip the XML parts of a workbook again into a folder of its own, gone when the work is done.

    Raises MissingInput when there is no such file, and RefusedInput when it is no .xlsx workbook,
    has a password, is damaged, or is over the limits.
    """
    with open_regular(path) as file:
        before = state_of(file)
        content = file.read(limits.zip_bytes + 1)
        if state_of(file) != before:
            raise refusal(path.name, *CHANGED)
    _refuse_look_alikes(content, path)
    foreign = ForeignZip(path.name, limits, again=_SAVE_AS, smaller=_SMALLER)
    if len(content) > limits.zip_bytes:
        raise foreign.too_large()
    with scratch_folder() as folder:
        copy = folder / "copy.xlsx"
        try:
            with ZipFile(io.BytesIO(content)) as archive, ZipFile(copy, "x") as clean:
                members = checked_members(archive, len(content), foreign)
                _refuse_other_packages(members, path.name)
                _copy_parts(archive, members, clean, foreign, limits.member_bytes)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError) as error:
            message = f"it is damaged or cut short ({ascii(str(error))[1:-1]})"
            raise refusal(path.name, message, "copy it again from where it came") from error
        yield copy


def _refuse_look_alikes(content: bytes, path: Path) -> None:
    found = _look_alike(content)
    if not found and path.suffix.lower() != ".xlsx":
        found = f"its name ends in '{path.suffix}'"
    if found:
        raise refusal(path.name, f"{found}, and an .xlsx workbook is wanted", _SAVE_AS)


def _look_alike(content: bytes) -> str | None:
    if content.startswith(b"PK"):
        return None
    if content.startswith(_OLE):
        secret = _ENCRYPTED in content
        return "it is protected by a password" if secret else "it is an old workbook (.xls)"
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF"):
        return "it is a PDF"
    if start.startswith(b"<"):
        return "it is a web page or another text in angle brackets"
    return "it is another kind of file" if content else "it is empty"


def _refuse_other_packages(members: list[ZipInfo], name: str) -> None:
    names = {member.filename.casefold() for member in members}
    for part, message in _TELLING.items():
        if part in names:
            raise refusal(name, f"{message}, and an .xlsx workbook is wanted", _SAVE_AS)
    if "xl/workbook.xml" not in {member.filename for member in members}:
        raise refusal(name, "it is a zip, but no workbook", _SAVE_AS)


def _copy_parts(
    archive: ZipFile, members: list[ZipInfo], clean: ZipFile, foreign: ForeignZip, most: int
) -> None:
    left = foreign.limits.unpacked_bytes
    for member in members:
        if not re.search(r"\.(xml|rels)$", member.filename, re.IGNORECASE):
            continue
        if member.file_size > most:
            raise _member_too_large(member, foreign.name, most)
        with clean.open(ZipInfo(member.filename), "w") as part:
            unpacked = unpack(archive, member, part, min(most, left))  # type: ignore[arg-type]
        if unpacked > most:
            raise _member_too_large(member, foreign.name, most)
        left -= unpacked
        if left < 0:
            raise foreign.too_large()


def _member_too_large(member: ZipInfo, name: str, most: int) -> RefusedInput:
    message = f"its part {member.filename!a} is larger than {most // MIB} MiB"
    return refusal(name, message, _SMALLER)
