"""Whatever becomes of the process that reads a file, its parent refuses the file and lives on."""

import os
import signal
from pathlib import Path

import pytest
from msgspec.structs import replace

from escwg_map.errors import RefusedInput
from escwg_map.sources.foreign import read_foreign
from escwg_map.sources.limits import LIMITS, MIB
from reliability.catalogue import row
from reliability.starved import REFUSED, WHOLE, Caps, came_of, children, read, struck
from sources.foreign_files import refusal_of


def test_p16_a_file_that_takes_too_long_is_refused(police: Path) -> None:
    message = refusal_of(police, limits=replace(LIMITS, wall=0))

    assert "police.shp: the process that read it took too long and was stopped" in message


def test_p16_a_file_that_takes_too_much_time_of_the_processor_is_refused(police: Path) -> None:
    message = refusal_of(police, limits=replace(LIMITS, cpu=0))

    assert "police.shp: the process that read it died (SIGKILL)" in message


@pytest.fixture
def file(request: pytest.FixtureRequest) -> Path:
    """A sound file of the kind that the fixture named by the parameter makes."""
    path: Path = request.getfixturevalue(request.param)
    return path


BOTH = pytest.mark.parametrize("file", ["police", "workbook"], indirect=True)
"""A file for each of the two programs that read what comes from outside."""


@BOTH
@row(
    "P16",
    fault="the process that reads a foreign file runs out of memory, is aborted, or hangs",
    seen="the file is refused at the cap or the deadline, with what would cure it",
)
def test_p16_whatever_memory_there_is_a_file_is_refused_or_read_whole(file: Path) -> None:
    content = read(file, Caps())
    outcomes = [came_of(file, Caps(memory=mib * MIB), content) for mib in (8, 64, 160, 2048)]

    assert outcomes == sorted(outcomes)
    assert (outcomes[0], outcomes[-1]) == (REFUSED, WHOLE)
    assert set(outcomes) == {REFUSED, WHOLE}


@BOTH
@pytest.mark.parametrize(
    ("number", "wall", "how"),
    [
        (signal.SIGABRT, LIMITS.wall, "died (SIGABRT)"),
        (signal.SIGSTOP, 1, "took too long and was stopped"),
    ],
)
def test_p16_a_process_that_is_aborted_or_hangs_is_the_end_of_it_alone(
    file: Path, number: signal.Signals, wall: int, how: str
) -> None:
    def refused() -> str:
        with pytest.raises(RefusedInput) as refusal:
            read(file, Caps(wall=wall))
        return str(refusal.value)

    said = struck(number, refused)

    assert f"{file.name}: the process that read it {how}" in said
    assert "To mend it" in said
    assert children() == []
    assert read(file, Caps())


def test_refuses_an_answer_that_is_too_long(police: Path) -> None:
    message = refusal_of(police, limits=replace(LIMITS, answer_bytes=10))

    assert "police.shp: the process that read it" in message


def test_settings_of_ours_do_not_reach_the_child(
    police: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GDAL_SKIP", "ESRI Shapefile")
    monkeypatch.setenv("SHAPE_RESTORE_SHX", "YES")

    assert len(read_foreign(police).frame) == 3


def test_leaves_nothing_behind(
    police: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))

    read_foreign(police)

    assert os.listdir(scratch) == []  # noqa: PTH208 - names are what is asked
