"""The files that addresses lead to: a file, a folder, a pattern, on this machine or another."""

import glob
import os
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from typing import IO, Any

import fsspec
from msgspec import Struct
from pyarrow import fs

from escwg_map.errors import EscwgMapError, MissingInput
from escwg_map.wording import listing


class Format(Enum):
    """The formats that are read, with the endings by which they are known."""

    PARQUET = (".parquet", ".geoparquet", ".pq")
    CSV = (".csv", ".csv.gz")

    @property
    def label(self) -> str:
        """Name it: `Parquet`."""
        return "Parquet" if self is Format.PARQUET else "CSV"


class Part(Struct, frozen=True, order=True):
    """A file, or some row groups of a Parquet file, as it can be told to another machine."""

    address: str
    size: int
    """Bytes, of the part alone."""
    groups: tuple[int, ...] | None = None
    """Row groups of Parquet; none for the whole file."""
    before: int = 0
    """Rows of the file before these."""

    @property
    def name(self) -> str:
        """The file's name, without where it is."""
        return self.address.rstrip("/").rsplit("/", 1)[-1]

    @property
    def said(self) -> str:
        """Name it to whoever looks for what is wrong."""
        if self.groups is None:
            return self.address
        return f"{self.address} (row groups {self.groups[0]} to {self.groups[-1]})"

    @property
    def format(self) -> Format:
        """The file's format, by its ending."""
        return _format_of(self.name) or Format.CSV

    @property
    def is_local(self) -> bool:
        """Whether it is a file of this machine, by its path."""
        return "://" not in self.address

    def open(self) -> IO[bytes]:
        """Open it for reading from its beginning on."""
        if self.is_local:
            return Path(self.address).open("rb")
        system, path = _system_of(self.address)
        stream: IO[bytes] = system.open(path, "rb")
        return stream

    def arrow(self) -> tuple[fs.FileSystem, str]:
        """Give the file system as Arrow knows it, and its path there."""
        if self.is_local:
            return fs.LocalFileSystem(), self.address
        system, path = _system_of(self.address)
        return fs.PyFileSystem(fs.FSSpecHandler(system)), path


def find_files(addresses: Iterable[str]) -> list[Part]:
    """Find all files, each once, in the order of their addresses.

    Raises:
        MissingInput: an address leads to nothing.
        EscwgMapError: a file is of no format that is read, or its store is not known.
    """
    found: dict[str, Part] = {}
    for address in addresses:
        parts = list(_remote(address) if "://" in address else _local(address))
        if not parts:
            raise MissingInput(
                f"{address}: there is no file that can be read. To mend it: name Parquet or CSV "
                f"files ({listing([end for each in Format for end in each.value])}), or a folder "
                "that holds some."
            )
        found |= {part.address: part for part in parts}
    return sorted(found.values())


def _local(address: str) -> Iterator[Part]:
    path = Path(address)
    if path.is_dir():
        yield from _parts(each for each in path.rglob("*") if _is_wanted(each.relative_to(path)))
    elif os.path.lexists(path):
        _refuse_other(address, path.name)
        if not path.is_file():
            raise EscwgMapError(f"{address} is no file: name a file, a folder or a pattern.")
        yield from _parts([path])
    else:
        matches = map(Path, glob.glob(address, recursive=True))  # noqa: PTH207 - any path
        yield from _parts(each for each in matches if _is_wanted(Path(each.name)))


def _parts(paths: Iterable[Path]) -> Iterator[Part]:
    for path in paths:
        if path.is_file():
            yield Part(str(path.absolute()), path.stat().st_size)


def _remote(address: str) -> Iterator[Part]:
    if "::" in address:
        raise EscwgMapError(f"{address} leads into another file: unpack it, and name what was in.")
    try:
        system, path = _system_of(address)
        if any(letter in path for letter in "*?["):
            paths = [each for each in system.glob(path) if _format_of(each)]
        elif system.isdir(path):
            inside = len(path.rstrip("/")) + 1
            paths = [each for each in system.find(path) if _is_wanted(Path(each[inside:]))]
        else:
            _refuse_other(address, path)
            paths = [path] if system.exists(path) else []
        for each in paths:
            yield Part(system.unstrip_protocol(each), int(system.size(each) or 0))
    except EscwgMapError:
        raise
    # A store of another's making raises whatever its makers like.
    except Exception as error:
        raise MissingInput(
            f"{address} cannot be reached ({type(error).__name__}). To mend it: check the "
            "address, and what its store needs to let you in."
        ) from error


def _is_wanted(path: Path) -> bool:
    """Leave out what programs that write folders put beside the data."""
    return _format_of(path.name) is not None and not any(
        part.startswith(("_", ".")) for part in path.parts
    )


def _format_of(name: str) -> Format | None:
    return next((each for each in Format if name.lower().endswith(each.value)), None)


def _refuse_other(address: str, name: str) -> None:
    if _format_of(name) is None:
        ends = listing([end for each in Format for end in each.value])
        raise EscwgMapError(
            f"{address} is of a format that is not read here: save it as one of {ends}."
        )


@cache
def _stores(protocol: str) -> None:
    try:
        fsspec.get_filesystem_class(protocol)
    except (ValueError, ImportError) as error:
        raise EscwgMapError(
            f"Addresses that begin with {protocol}:// need a package that is not installed: "
            f"{error}."
        ) from error


def _system_of(address: str) -> tuple[Any, str]:
    _stores(address.split("://", maxsplit=1)[0])
    system, path = fsspec.url_to_fs(address)
    return system, path
