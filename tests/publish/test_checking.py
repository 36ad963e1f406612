"""Everything is read, and all that is wrong is told at once."""

import shutil
from pathlib import Path

import pytest

from escwg_map.errors import MissingInput
from escwg_map.publish.checking import check
from escwg_map.settings import Settings
from sources.slips import cells


@pytest.fixture
def copy(toyshire: Path, tmp_path: Path) -> Settings:
    """The settings of a copy of Toyshire, for one test to spoil."""
    for folder in ("data", "boundaries"):
        shutil.copytree(toyshire / folder, tmp_path / folder)
    return Settings(data=tmp_path / "data", boundaries=tmp_path / "boundaries")


def files_told_of(copy: Settings) -> list[str]:
    return [problem.file for problem in check(copy).problems]


def test_toyshire_has_no_problems(settings: Settings) -> None:
    checked = check(settings)

    assert checked.problems == ()
    assert checked.ground
    assert len(checked.register.projects) == 4


def test_a_bad_row_is_told_and_the_ground_is_there_all_the_same(copy: Settings) -> None:
    cells("projects", 2, status="running")(copy.data)

    checked = check(copy)

    assert [problem.column for problem in checked.problems] == ["status"]
    assert checked.ground


def test_without_boundaries_there_is_no_ground(copy: Settings) -> None:
    (copy.boundaries / "police.dbf").unlink()

    checked = check(copy)

    assert checked.ground is None
    assert [problem.file for problem in checked.problems] == ["police.shp"]
    assert len(checked.register.projects) == 4


def test_tells_of_bad_rows_and_of_bad_boundaries_at_once(copy: Settings) -> None:
    cells("projects", 2, status="running")(copy.data)
    (copy.boundaries / "police.dbf").unlink()

    assert files_told_of(copy) == ["projects.csv", "police.shp"]


def test_tells_where_the_register_and_the_boundaries_disagree(copy: Settings) -> None:
    # Sandhaven lies in Southtoy, where Northtoy Fire has no ground.
    cells("districts", 2, fire_code="E31000903")(copy.data)

    assert files_told_of(copy) == ["districts.csv"]


def test_does_not_compare_before_each_is_right_by_itself(copy: Settings) -> None:
    cells("projects", 2, status="running")(copy.data)
    cells("districts", 2, fire_code="E31000903")(copy.data)

    assert files_told_of(copy) == ["projects.csv"]


def test_misses_boundaries_that_are_not_there(copy: Settings) -> None:
    shutil.rmtree(copy.boundaries)

    with pytest.raises(MissingInput, match=r"police\.shp"):
        check(copy)
