"""What a publication is made from, and the name that says so."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from escwg_map.environment import variable_of
from escwg_map.errors import MissingInput
from escwg_map.settings import Settings, beside_the_package
from escwg_map.vocabulary import Kind

_NAME_LENGTH = 16
_SHAPEFILE_PARTS = ("shp", "shx", "dbf", "prj", "cpg")


def publication_name(settings: Settings) -> str:
    """Name the publication by its inputs: data, boundaries, sliver width, and our own code.

    Raises:
        MissingInput: the data or the boundaries folder is not there.
    """
    digest = hashlib.sha256(f"sliver_width={settings.sliver_width}".encode())
    for path in inputs_of(settings):
        digest.update(f"\n{path.name}\n".encode())
        digest.update(path.read_bytes() if path.is_file() else b"absent")
    return digest.hexdigest()[:_NAME_LENGTH]


def inputs_of(settings: Settings) -> Iterator[Path]:
    """Name every file that a publication is made from, whether it is there or not.

    Raises:
        MissingInput: the data or the boundaries folder is not there.
    """
    for setting, folder in (("data", settings.data), ("boundaries", settings.boundaries)):
        if not folder.is_dir():
            raise MissingInput(
                f"There is no folder {folder}: set {variable_of(setting)} to the right one."
            )
    yield from sorted(settings.data.glob("*.csv"))
    yield from boundary_files(settings.boundaries)
    yield from (folder / "README.md" for folder in (settings.data, settings.boundaries))
    yield from sorted(Path(__file__).parents[1].rglob("*.py"))
    yield from (path for path in sorted(beside_the_package("static").rglob("*")) if path.is_file())


def boundary_files(folder: Path) -> list[Path]:
    """Name the files of the three layers, whether they are there or not."""
    return [folder / f"{kind}.{part}" for kind in Kind for part in _SHAPEFILE_PARTS]
