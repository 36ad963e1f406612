"""One file, wholly the old or wholly the new, and on the disk."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from escwg_map.disk.whole_file import write_file
from escwg_map.errors import CannotWrite
from reliability.catalogue import row
from reliability.faults import Faults


def steps_of(path: Path, body: bytes, notes: Path) -> list[str]:
    """Write a file in a process of its own, which notes its steps and then says that it is done."""
    child = os.fork()
    if child == 0:
        faults = Faults()
        write_file(path, body)
        notes.write_text(json.dumps([*faults.met, "said"]))
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    found: list[str] = json.loads(notes.read_bytes())
    return found


def test_p17_file_and_folder_are_on_the_disk_before_anything_is_said(tmp_path: Path) -> None:
    steps = steps_of(tmp_path / "a.csv", b"new", tmp_path / "notes")

    rename = steps.index("os.rename")
    assert steps[rename - 2 : rename] == ["write", "fsync"]
    assert steps[rename + 1] == "fsync"
    assert steps.index("said") > rename + 1


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system than the temporary one."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    if not os.access(memory, os.W_OK) or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system to write to")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@row(
    "P4",
    fault="the target lies on another file system, or is a link to a file there",
    seen="the draft lies beside the file that is meant, so one rename does; the link stays a link",
    elsewhere="a rename from /tmp fails across file systems, and a fallback that copies is no "
    "longer whole or not at all",
)
def test_p4_a_link_to_another_file_system_is_written_through_and_kept(
    tmp_path: Path, other_disk: Path
) -> None:
    (other_disk / "a.csv").write_bytes(b"old")
    (tmp_path / "a.csv").symlink_to(other_disk / "a.csv")

    write_file(tmp_path / "a.csv", b"new")

    assert (tmp_path / "a.csv").is_symlink()
    assert (other_disk / "a.csv").read_bytes() == b"new"
    assert [path.name for path in other_disk.iterdir()] == ["a.csv"]


def test_p4_a_link_to_nothing_makes_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a.csv")

    write_file(tmp_path / "link", b"new")

    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_takes_pieces_one_by_one(tmp_path: Path) -> None:
    write_file(tmp_path / "a.csv", (bytes([letter]) for letter in b"abc"))

    assert (tmp_path / "a.csv").read_bytes() == b"abc"


def test_pieces_that_stop_half_way_leave_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyError

    with pytest.raises(KeyError):
        write_file(tmp_path / "a.csv", pieces())

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"old"}


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch(0o640)

    write_file(tmp_path / "a.csv", b"new")

    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o640


def test_names_as_long_as_the_disk_takes_can_be_written(tmp_path: Path) -> None:
    name = "ŵ" * 125 + ".csv"

    write_file(tmp_path / name, b"new")

    assert os.listdir(tmp_path) == [name]  # noqa: PTH208 - names are what is asked


def test_what_a_dead_writer_left_is_swept_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".a.csv.0123abcd.draft").write_bytes(b"half")
    (tmp_path / ".b.csv.0123abcd.draft").write_bytes(b"of another target")

    write_file(tmp_path / "a.csv", b"new")

    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", ".b.csv.0123abcd.draft"}


def test_says_that_there_is_no_space(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"no space left on the disk.*Nothing has changed"):
        write_file(tmp_path / "a.csv", full_disk())


def full_disk() -> Iterator[bytes]:
    """Write to a disk that is full before anything else is written."""
    with Path("/dev/full").open("wb", buffering=0) as full:
        full.write(b"new")
    yield b"never"


def test_says_where_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CannotWrite, match="a file stands where a folder should be"):
        write_file(tmp_path / "file" / "a.csv", b"new")
