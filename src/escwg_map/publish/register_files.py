"""The register and the boundaries as files to take away, made once and served as they are."""

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from escwg_map.errors import RefusedInput
from escwg_map.publish.inputs import boundary_files
from escwg_map.records.register import Register
from escwg_map.sources.datapackage import FILE as DATA_PACKAGE
from escwg_map.sources.datapackage import descriptor
from escwg_map.sources.register import TABLES
from escwg_map.sources.workbook.writing import workbook_bytes
from escwg_map.sources.writing import table_csv
from escwg_map.wording import ATTRIBUTION

FOLDER = "register"
"""The folder of the publication that they are written into."""

PACKAGE, WORKBOOK, BOUNDARIES = "register.zip", "register.xlsx", "boundaries.zip"
README, ATTRIBUTION_FILE = "README.md", "ATTRIBUTION.txt"


def register_files(register: Register, data: Path, boundaries: Path) -> dict[str, bytes]:
    """Write every table that has rows, the data package, the workbook, and the boundaries.

    The files are named by their paths inside the publication. A register that no spreadsheet can
    hold has no workbook.
    """
    tables = {
        f"{name}.csv": table_csv(name, getattr(register, name))
        for name in TABLES
        if getattr(register, name)
    }
    described = {DATA_PACKAGE: _descriptor(tables), **tables, **_readme(data)}
    files = {
        **tables,
        DATA_PACKAGE: described[DATA_PACKAGE],
        PACKAGE: _zipped(described),
        BOUNDARIES: _zipped(dict(_boundaries(boundaries))),
        **_workbook(register),
    }
    return {f"{FOLDER}/{name}": body for name, body in files.items()}


def _descriptor(tables: Mapping[str, bytes]) -> bytes:
    """Describe the tables that there are, and no others."""
    whole = descriptor()
    there = [resource for resource in whole["resources"] if resource["path"] in tables]
    return (json.dumps(whole | {"resources": there}, ensure_ascii=False, indent=2) + "\n").encode()


def _workbook(register: Register) -> dict[str, bytes]:
    try:
        return {WORKBOOK: workbook_bytes(register)}
    except RefusedInput:
        return {}


def _readme(folder: Path) -> dict[str, bytes]:
    path = folder / README
    return {README: path.read_bytes()} if path.is_file() else {}


def _boundaries(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield ATTRIBUTION_FILE, f"{ATTRIBUTION}\n".encode()
    yield from _readme(folder).items()
    yield from ((path.name, path.read_bytes()) for path in boundary_files(folder) if path.is_file())


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files; the same files give the same bytes on any day."""
    body = io.BytesIO()
    with ZipFile(body, "w") as archive:
        for name, content in files.items():
            member = ZipInfo(name)
            member.compress_type, member.create_system = ZIP_DEFLATED, 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return body.getvalue()
