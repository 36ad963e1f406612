"""The folder of a site: made whole or not at all, and never over what is somebody else's."""

from contextlib import suppress
from pathlib import Path

import pytest

from escwg_map.errors import EscwgMapError
from escwg_map.static_site.folder import MARKER, replacing
from reliability.catalogue import row


def make(folder: Path, text: str = "one") -> None:
    with replacing(folder, "a-publication") as draft:
        draft.write("index.html", text.encode())


def test_makes_a_folder_that_is_not_there_with_those_above_it(tmp_path: Path) -> None:
    make(tmp_path / "some" / "where")

    assert (tmp_path / "some" / "where" / MARKER).is_file()


def test_takes_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    make(tmp_path / "site")

    assert (tmp_path / "site" / "index.html").is_file()


def test_o16_a_site_takes_the_place_of_an_older_one_as_a_whole(tmp_path: Path) -> None:
    make(tmp_path / "site")
    (tmp_path / "site" / "older.html").touch()

    make(tmp_path / "site", "two")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "two"
    assert not (tmp_path / "site" / "older.html").exists()


@row(
    "O16",
    fault="the site is written to a folder that holds something else",
    seen="it is refused: only an empty folder, or one of its own, is replaced, and as a whole",
)
def test_o16_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letters.txt").touch()

    with pytest.raises(EscwgMapError, match=rf"no {MARKER}.*name a new folder"):
        make(tmp_path / "site")

    assert [path.name for path in (tmp_path / "site").iterdir()] == ["letters.txt"]


def test_o16_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").touch()

    with pytest.raises(EscwgMapError, match="is no folder"):
        make(tmp_path / "site")


def test_writes_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")

    with pytest.raises(EscwgMapError, match="is no folder"):
        make(tmp_path / "site")


def test_keeps_the_older_site_when_the_work_stops_half_way(tmp_path: Path) -> None:
    make(tmp_path / "site")

    with suppress(KeyError), replacing(tmp_path / "site", "another") as draft:
        draft.write("index.html", b"half")
        raise KeyError

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "one"


def test_leaves_nothing_beside_it(tmp_path: Path) -> None:
    make(tmp_path / "site")
    make(tmp_path / "site", "two")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_says_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(EscwgMapError, match=r"a file stands where a folder .*name another folder"):
        make(tmp_path / "file" / "site")
