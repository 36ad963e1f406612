"""Only local regular files come in."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.sources.foreign import read_foreign
from escwg_map.sources.regular_file import open_regular
from escwg_map.sources.rows import read_sheet
from escwg_map.sources.workbook.reading import read_workbook
from sources.foreign_files import zipped


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/police.shp",
        "https://example.org/police.zip",
        "ftp://example.org/police.zip",
        "file:///etc/passwd",
        "/vsicurl/http://127.0.0.1:9/police.shp",
        "/vsizip//vsicurl/http://127.0.0.1:9/police.zip/police.shp",
        "/vsistdin/",
        "//vsimem/police.shp",
        'GEOJSON:{"type": "FeatureCollection", "features": []}',
        "MEM:::DATAPOINTER=1",
        "PG:host=127.0.0.1",
        "OAPIF:http://127.0.0.1:9",
    ],
)
def test_f10_refuses_an_address(address: str) -> None:
    with pytest.raises(RefusedInput, match="a local file is wanted") as refused:
        open_regular(address)

    assert "give the name of a file on this machine" in str(refused.value)


def test_f10_refuses_an_address_that_became_a_path() -> None:
    with pytest.raises(RefusedInput, match="a local file is wanted"):
        open_regular(Path("http://127.0.0.1:9/police.shp"))


def test_f27_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="it is a folder"):
        open_regular(tmp_path)


def test_f27_refuses_a_pipe_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "police.shp")

    with pytest.raises(RefusedInput, match=r"police\.shp: it is a pipe"):
        open_regular(tmp_path / "police.shp")


def test_f27_refuses_a_device() -> None:
    with pytest.raises(RefusedInput, match="it is a device"):
        open_regular("/dev/null")


def test_refuses_a_name_with_a_null_byte() -> None:
    with pytest.raises(RefusedInput, match="null"):
        open_regular("police\0.shp")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_f27_refuses_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "police.shp"
    path.touch(mode=0)

    with pytest.raises(RefusedInput, match="Permission denied"):
        open_regular(path)


def test_misses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"police\.shp: there is no such file"):
        open_regular(tmp_path / "police.shp")


@pytest.fixture(params=["xlsx", "zip", "fgb", "csv"])
def restless(request: pytest.FixtureRequest, police: Path, tmp_path: Path) -> Iterator[Path]:
    """A file of some size that somebody is still writing, or so its date says."""
    path = tmp_path / f"restless.{request.param}"
    path.write_bytes({"xlsx": b"PK", "fgb": b"fgb"}.get(request.param, b"") + bytes(9_000_000))
    if request.param == "zip":
        police.with_suffix(".cpg").write_bytes(b"UTF-8" + b" " * 9_000_000)
        zipped(path, police)
    stop = threading.Event()

    def write() -> None:
        second = 0
        while not stop.is_set():
            second += 1
            os.utime(path, (second, second))

    writer = threading.Thread(target=write)
    writer.start()
    yield path
    stop.set()
    writer.join()


def test_f27_a_file_that_changes_while_it_is_read_is_refused(restless: Path) -> None:
    # The writer may rest through one reading, but hardly through many.
    said = (said_of(restless) for _ in range(50))

    assert any("it changed while it was read. To mend it: wait until" in each for each in said)


def said_of(path: Path) -> str:
    if path.suffix == ".csv":
        return " ".join(map(str, read_sheet(path, ("id",)).problems))
    try:
        read_workbook(path, ()) if path.suffix == ".xlsx" else read_foreign(path)
    except RefusedInput as refused:
        return str(refused)
    return ""


def test_follows_a_link_to_a_regular_file(tmp_path: Path) -> None:
    (tmp_path / "police.shp").write_bytes(b"areas")
    (tmp_path / "link.shp").symlink_to(tmp_path / "police.shp")

    with open_regular(tmp_path / "link.shp") as file:
        assert file.read() == b"areas"
