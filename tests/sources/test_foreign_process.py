"""Whatever becomes of the process that reads a file, its parent refuses the file and lives on."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from escwg_map.sources.foreign import read_foreign
from escwg_map.sources.limits import LIMITS, MIB
from reliability.catalogue import row
from sources.foreign_files import refusal_of


def test_p16_a_file_that_takes_too_long_is_refused(police: Path) -> None:
    message = refusal_of(police, limits=replace(LIMITS, wall=0))

    assert "police.shp: the process that read it took too long and was stopped" in message


def test_p16_a_file_that_takes_too_much_time_of_the_processor_is_refused(police: Path) -> None:
    message = refusal_of(police, limits=replace(LIMITS, cpu=0))

    assert "police.shp: the process that read it died (SIGKILL)" in message


@pytest.mark.parametrize("memory", [48 * MIB, 96 * MIB, 160 * MIB])
@row(
    "P16",
    fault="the process that reads a foreign file runs out of memory, is aborted, or hangs",
    seen="the file is refused at the cap or the deadline, with what would cure it",
)
def test_p16_a_file_that_takes_too_much_memory_is_refused(police: Path, memory: int) -> None:
    message = refusal_of(police, limits=replace(LIMITS, memory=memory))

    assert message.startswith("police.shp is refused")
    assert "To mend it" in message


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
