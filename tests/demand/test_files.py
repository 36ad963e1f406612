"""The files that addresses lead to."""

import os
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from escwg_map.demand.files import Format, find_files
from escwg_map.errors import EscwgMapError, MissingInput


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as programs leave it, with data among other things."""
    names = (
        *("jan.csv", "feb.CSV", "mar.csv.gz", "year=2023/apr.parquet", "may.geoparquet"),
        *("notes.txt", "_SUCCESS", "_temporary/jun.csv", ".hidden.csv", "year=2023/.x.parquet"),
    )
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x,y\n")
    return tmp_path


@pytest.fixture
def memory() -> Iterator[str]:
    """The address of a folder in a store that is no disk."""
    store = fsspec.filesystem("memory")
    for name in ("jan.csv", "feb.csv", "deep/mar.parquet", "notes.txt", "_log/x.csv"):
        store.pipe_file(f"/incidents/{name}", b"x,y\n")
    yield "memory://incidents"
    store.rm("/incidents", recursive=True)


def names(*addresses: str | Path) -> list[str]:
    return [file.name for file in find_files(map(str, addresses))]


def test_a_folder_gives_the_data_in_it_and_below(folder: Path) -> None:
    found = names(folder)

    assert found == ["feb.CSV", "jan.csv", "mar.csv.gz", "may.geoparquet", "apr.parquet"]


def test_a_file_is_itself_with_its_size_and_place(folder: Path) -> None:
    (file,) = find_files([str(folder / "jan.csv")])

    assert (file.address, file.size, file.format) == (str(folder / "jan.csv"), 4, Format.CSV)


def test_a_pattern_gives_the_files_that_fit(folder: Path) -> None:
    assert names(folder / "*.csv*") == ["jan.csv", "mar.csv.gz"]
    assert names(folder / "**" / "*.parquet") == ["apr.parquet"]


def test_a_file_may_have_the_letters_of_a_pattern_in_its_name(folder: Path) -> None:
    (folder / "jan[1].csv").write_bytes(b"x,y\n")

    assert names(folder / "jan[1].csv") == ["jan[1].csv"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "jan.csv", folder, folder / "j*.csv").count("jan.csv") == 1


def test_a_relative_name_is_kept_as_a_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    assert [file.address for file in find_files(["jan.csv"])] == [str(folder / "jan.csv")]


def test_a_store_gives_files_folders_and_patterns(memory: str) -> None:
    assert names(memory) == ["mar.parquet", "feb.csv", "jan.csv"]
    assert names(f"{memory}/jan.csv") == ["jan.csv"]
    assert names(f"{memory}/*.csv") == ["feb.csv", "jan.csv"]


def test_a_local_file_has_an_address_too(folder: Path) -> None:
    assert names(f"file://{folder}/jan.csv") == ["jan.csv"]


@pytest.mark.parametrize(
    "address", ["{folder}/nothing.csv", "{folder}/*.xlsx", "{folder}/empty", "memory://nothing.csv"]
)
def test_an_address_that_leads_nowhere_is_told_of(folder: Path, address: str) -> None:
    (folder / "empty").mkdir()

    with pytest.raises(MissingInput, match="there is no file that can be read"):
        names(address.format(folder=folder))


@pytest.mark.parametrize("address", ["{folder}/notes.txt", "memory://incidents/notes.txt"])
def test_a_file_of_another_format_is_refused(folder: Path, memory: str, address: str) -> None:
    assert memory

    with pytest.raises(EscwgMapError, match=r"of a format that is not read here: save it as .*csv"):
        names(address.format(folder=folder))


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(EscwgMapError, match="is no file: name a file, a folder or a pattern"):
        names(tmp_path / "pipe.csv")


@pytest.mark.parametrize("address", ["nowhere://bucket/x.csv", "gs://bucket/x.csv"])
def test_a_store_that_needs_a_package_is_told_of(address: str) -> None:
    with pytest.raises(EscwgMapError, match="need a package that is not installed"):
        names(address)


def test_a_store_that_lets_nobody_in_is_told_of() -> None:
    # Nobody listens at port 1.
    with pytest.raises(MissingInput, match="cannot be reached"):
        names("ftp://127.0.0.1:1/x.csv")


def test_an_address_into_an_archive_is_refused() -> None:
    with pytest.raises(EscwgMapError, match="leads into another file: unpack it"):
        names("zip://x.csv::memory://a.zip")
