"""Files that the tests of this room may spoil: each test gets its own."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def boundaries(toyshire: Path, tmp_path: Path) -> Path:
    """A folder with a copy of Toyshire's three layers."""
    return Path(shutil.copytree(toyshire / "boundaries", tmp_path / "boundaries"))


@pytest.fixture
def police(boundaries: Path) -> Path:
    """Toyshire's police areas as a Shapefile, alone in their folder."""
    for part in [*boundaries.glob("fire.*"), *boundaries.glob("ambulance.*")]:
        part.unlink()
    return boundaries / "police.shp"
