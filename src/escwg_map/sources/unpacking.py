"""A zipped Shapefile, unpacked by ourselves: sizes are counted, not believed."""

import zlib
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from escwg_map.sources.limits import Limits
from escwg_map.sources.refusal import refusal
from escwg_map.sources.shapefile_parts import OPTIONAL, REQUIRED
from escwg_map.sources.zip_members import ForeignZip, checked_members, unpack

# What a Mac adds to every zip: shadows of the real members.
_SHADOWS = "__MACOSX/"

_CHOOSE = "choose one with --layer, or with --source-layer when importing"
_AGAIN = "zip the parts of one Shapefile again, without folders"


def unpack_shapefile(
    file: BinaryIO, target: Path, *, name: str, layer: str | None, limits: Limits
) -> None:
    """Unpack the one Shapefile in a zip (or the one called `layer`) to `target` and its siblings.

    Raises RefusedInput for a zip that is damaged, encrypted or too large (by what it declares or by
    what comes out), for members that lie outside, link, double or overlap, and for no or several
    Shapefiles: several are listed.
    """
    foreign = ForeignZip(name, limits, again=_AGAIN, smaller="give a less detailed file")
    try:
        with ZipFile(file) as archive:
            members = checked_members(archive, _size(file), foreign)
            parts = _parts(members, _chosen(members, name, layer), name)
            left = limits.unpacked_bytes
            for ending, member in parts.items():
                with target.with_suffix(ending).open("xb") as unpacked:
                    left -= unpack(archive, member, unpacked, left)
                if left < 0:
                    raise foreign.too_large()
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise refusal(name, f"the zip is damaged ({error})", _AGAIN) from error


def _size(file: BinaryIO) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    return size


def _chosen(members: list[ZipInfo], name: str, layer: str | None) -> str:
    names = [member.filename for member in members if not member.filename.startswith(_SHADOWS)]
    stems = [each[:-4] for each in names if each.lower().endswith(".shp")]
    if not stems:
        raise refusal(name, "it holds no Shapefile (.shp)", _AGAIN)
    shown = ", ".join(PurePosixPath(stem).name for stem in stems)
    if layer is None and len(stems) > 1:
        raise refusal(name, f"it holds {len(stems)} layers: {shown}", _CHOOSE)
    for stem in stems:
        if layer in (None, stem, PurePosixPath(stem).name):
            return stem
    raise refusal(name, f"it holds no layer '{layer}', only: {shown}", _CHOOSE)


def _parts(members: list[ZipInfo], stem: str, name: str) -> dict[str, ZipInfo]:
    by_name = {member.filename.casefold(): member for member in members}
    wanted = (".shp", *REQUIRED, *OPTIONAL)
    parts = {ending: by_name.get(f"{stem}{ending}".casefold()) for ending in wanted}
    for ending in REQUIRED:
        if parts[ending] is None:
            missing = f"{PurePosixPath(stem).name}{ending} is missing from it"
            raise refusal(name, missing, "zip all parts of the Shapefile together")
    return {ending: member for ending, member in parts.items() if member}
