"""Half a Shapefile is noticed, whatever part the full disk has cut."""

import shutil
from pathlib import Path

import pytest

from escwg_map.disk.shapefile import refuse_half_a_shapefile


@pytest.fixture
def shapefile(toyshire: Path, tmp_path: Path) -> Path:
    """Toyshire's boundaries, for one test to cut."""
    return Path(shutil.copytree(toyshire / "boundaries", tmp_path / "boundaries"))


def test_a_whole_one_is_let_through(shapefile: Path) -> None:
    refuse_half_a_shapefile(shapefile)


@pytest.mark.parametrize(
    ("ending", "kept"),
    [
        *((f".{ending}", 0) for ending in ("shp", "shx", "dbf", "prj", "cpg")),
        *((f".{ending}", 0.9) for ending in ("shp", "shx", "dbf")),
    ],
)
def test_p2_a_part_that_was_cut_is_noticed(shapefile: Path, ending: str, kept: float) -> None:
    part = shapefile / f"fire{ending}"
    part.write_bytes(part.read_bytes()[: int(part.stat().st_size * kept)])

    with pytest.raises(OSError, match="No space left"):
        refuse_half_a_shapefile(shapefile)
