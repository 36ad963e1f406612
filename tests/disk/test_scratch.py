"""What is only passing through lies in a folder of its own, and does not pile up."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from escwg_map.disk.scratch import scratch_folder
from reliability.processes import until
from reliability.servers import command


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The disk for temporary files, with nobody else's on it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_it_is_gone_when_the_work_is_done(temporary: Path) -> None:
    with scratch_folder() as folder:
        (folder / "copy.shp").touch()

    assert list(temporary.iterdir()) == []


def test_nobody_else_may_read_it(temporary: Path) -> None:
    with scratch_folder() as folder:
        assert folder.parent == temporary
        assert folder.stat().st_mode & 0o777 == 0o700


def test_one_that_is_in_use_is_left_alone(temporary: Path) -> None:
    with scratch_folder() as one, scratch_folder() as other:
        assert sorted(temporary.iterdir()) == sorted((one, other))


def test_many_may_ask_for_one_at_once(temporary: Path) -> None:
    def work(_: int) -> bool:
        with scratch_folder() as folder:
            (folder / "copy.shp").touch()
            return (folder / "copy.shp").exists()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(400)))
    assert list(temporary.iterdir()) == []


def test_a_pipe_under_such_a_name_holds_nobody_up(temporary: Path) -> None:
    os.mkfifo(temporary / ".escwg-map.00000000.draft")

    with scratch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]


def test_p1_what_a_killed_import_left_there_is_swept_by_the_next(
    toyshire: Path, temporary: Path
) -> None:
    words = ("boundaries", "import", "--layer", "police", str(toyshire / "boundaries/police.shp"))
    importing = subprocess.Popen(
        command(*words, "--boundaries", str(toyshire / "boundaries")),
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
    )
    assert until(lambda: any(temporary.iterdir()))
    importing.kill()
    importing.wait()
    left = list(temporary.iterdir())

    with scratch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]
    assert left
