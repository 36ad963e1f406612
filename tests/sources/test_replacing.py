"""Several files are replaced all or none, whatever happens in the middle."""

import subprocess
import sys
from pathlib import Path

import pytest

from escwg_map.disk.lock import one_writer
from escwg_map.errors import CannotWrite
from escwg_map.sources.replacing import STAGING, finish_replacement, replace_files

FILES = {"police.shp": b"areas", "police.dbf": b"names"}


@pytest.fixture(scope="module")
def steps() -> list[list[str]]:
    """What the folder held after going down at each step: see `interrupted.py`."""
    script = Path(__file__).with_name("interrupted.py")
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    return [line.split() for line in ran.stdout.splitlines()]


def test_writes_all_files_and_nothing_else(tmp_path: Path) -> None:
    replace_files(tmp_path / "boundaries", FILES)

    found = {path.name: path.read_bytes() for path in (tmp_path / "boundaries").iterdir()}
    assert found == FILES


def test_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours", encoding="utf-8")

    replace_files(tmp_path, FILES)

    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "ours"


def test_is_old_or_new_after_going_down_at_any_step(steps: list[list[str]]) -> None:
    assert len(steps) > 12
    assert {after for _, _, after, _ in steps} == {"old", "new"}


def test_is_never_mixed_once_tidied_up(steps: list[list[str]]) -> None:
    mixed = [step for step, left, after, _ in steps if left == "mixed" and after != "new"]

    assert mixed == []


def test_never_goes_back_to_old_once_it_was_new(steps: list[list[str]]) -> None:
    after = [after for _, _, after, _ in steps]

    assert after == sorted(after, key=["old", "new"].index)


def test_leaves_nothing_lying_about(steps: list[list[str]]) -> None:
    assert {tidy for *_, tidy in steps} == {"tidy"}


def test_refuses_a_second_writer_and_leaves_the_first_alone(tmp_path: Path) -> None:
    (tmp_path / STAGING).mkdir()

    with one_writer(tmp_path / ".replacing.lock", tmp_path):
        with pytest.raises(CannotWrite, match="another process is writing there, since 20"):
            replace_files(tmp_path, FILES)
        finish_replacement(tmp_path)

        assert (tmp_path / STAGING).exists()


def test_keeps_the_old_files_when_the_disk_does_not_take_the_new(tmp_path: Path) -> None:
    replace_files(tmp_path, FILES)

    with pytest.raises(CannotWrite, match="cannot be written: No such file"):
        replace_files(tmp_path, {"police.shp": b"new", "no-folder/police.dbf": b"new"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == FILES


def test_tidying_a_folder_that_needs_none_does_nothing(tmp_path: Path) -> None:
    finish_replacement(tmp_path / "nowhere")

    assert list(tmp_path.iterdir()) == []
