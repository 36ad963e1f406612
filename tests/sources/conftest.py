"""Files that the tests of this room may spoil: each test gets its own."""

import shutil
from pathlib import Path

import pytest

from escwg_map.sources.exporting import export_workbook


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


@pytest.fixture
def data(toyshire: Path, tmp_path: Path) -> Path:
    """A copy of Toyshire's data folder."""
    return Path(shutil.copytree(toyshire / "data", tmp_path / "data"))


@pytest.fixture(scope="session")
def toyshire_workbook(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Toyshire's register as a workbook, for tests that only look."""
    path = tmp_path_factory.mktemp("workbook") / "register.xlsx"
    export_workbook(toyshire / "data", path)
    return path


@pytest.fixture
def workbook(toyshire_workbook: Path, tmp_path: Path) -> Path:
    """Toyshire's register as a workbook, for one test to change."""
    return Path(shutil.copy(toyshire_workbook, tmp_path / "register.xlsx"))
