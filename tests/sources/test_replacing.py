"""Several files are replaced all or none, whatever happens in the middle."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from escwg_map.disk.manifest import digest, write_manifest
from escwg_map.errors import CannotWrite
from escwg_map.sources.replacing import STAGING, finish_replacement, replace_files
from reliability.catalogue import row

FILES = {"police.shp": b"areas", "police.dbf": b"names"}


def test_writes_all_files_and_nothing_else(tmp_path: Path) -> None:
    replace_files(tmp_path / "boundaries", FILES)

    found = {path.name: path.read_bytes() for path in (tmp_path / "boundaries").iterdir()}
    assert found == FILES


def test_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours", encoding="utf-8")

    replace_files(tmp_path, FILES)

    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "ours"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process, which is writing to the folder and takes its time."""
    program = (
        "import sys, time; from pathlib import Path; from escwg_map.disk.lock import one_writer\n"
        "with one_writer(Path(sys.argv[1]) / '.replacing.lock', Path(sys.argv[1])):\n"
        "    print('writing', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "writing\n"
        yield process
        process.kill()


@row(
    "P6",
    fault="two commands write to the same folder at once",
    seen="the second is refused, and told since when the first has been at it; the lock dies with "
    "its process",
)
def test_p6_a_second_writer_is_told_since_when_the_first_writes(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    assert other.poll() is None

    with pytest.raises(CannotWrite, match=r"another process is writing there, since 20.* UTC"):
        replace_files(tmp_path, FILES)


def test_p6_a_reader_leaves_a_running_writer_alone(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    (tmp_path / STAGING).mkdir()

    finish_replacement(tmp_path)

    assert other.poll() is None
    assert (tmp_path / STAGING).exists()


def test_p6_the_lock_dies_with_its_process(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()

    replace_files(tmp_path, FILES)

    assert {path.name for path in tmp_path.iterdir()} == set(FILES)


def test_drops_what_was_staged_and_is_damaged(tmp_path: Path) -> None:
    staged(tmp_path, damaged="police.shp")

    finish_replacement(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_refuses_to_go_on_with_damage_once_it_has_begun(tmp_path: Path) -> None:
    staged(tmp_path, damaged="police.shp")
    (tmp_path / STAGING / "police.dbf").rename(tmp_path / "police.dbf")

    with pytest.raises(CannotWrite, match=r"police\.shp cannot be put in place"):
        finish_replacement(tmp_path)


def test_writes_through_a_link_and_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"old")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "police.shp").symlink_to(tmp_path / "elsewhere")

    replace_files(tmp_path / "data", FILES)

    assert (tmp_path / "data" / "police.shp").is_symlink()
    assert (tmp_path / "elsewhere").read_bytes() == FILES["police.shp"]


def staged(folder: Path, *, damaged: str) -> None:
    """Leave a folder as an interrupted replacement does, with one file that was hit."""
    (folder / STAGING).mkdir()
    for name, content in FILES.items():
        (folder / STAGING / name).write_bytes(content)
    write_manifest(folder / STAGING, {name: digest(body) for name, body in FILES.items()})
    (folder / STAGING / damaged).write_bytes(b"hit")


def test_keeps_the_old_files_when_the_disk_does_not_take_the_new(tmp_path: Path) -> None:
    replace_files(tmp_path, FILES)

    with pytest.raises(CannotWrite, match="cannot be written: No such file"):
        replace_files(tmp_path, {"police.shp": b"new", "no-folder/police.dbf": b"new"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == FILES


def test_tidying_a_folder_that_needs_none_does_nothing(tmp_path: Path) -> None:
    finish_replacement(tmp_path / "nowhere")

    assert list(tmp_path.iterdir()) == []
