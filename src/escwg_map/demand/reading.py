"""Reading points: any file in batches, and one kind of error for all that can be wrong with one."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO, Self

import pyarrow as pa

from escwg_map.demand.batches import Batch
from escwg_map.demand.columns import Columns, NoColumns, Wanted, recognise
from escwg_map.demand.csv_rows import CsvRows
from escwg_map.demand.files import Format, Part
from escwg_map.demand.parquet_rows import ParquetRows
from escwg_map.errors import EscwgMapError


class Unreadable(EscwgMapError):
    """A file that is not there, may not be read, or is damaged; the message names it."""


class Reading:
    """A file that is being read. Close it, or use it in a `with` statement."""

    def __init__(self, part: Part, wanted: Wanted) -> None:
        """Open a part and find its columns.

        Raises:
            Unreadable: it cannot be read.
        """
        self.part = part
        self.columns: Columns | None = None
        self.unrecognised = ""
        """Why there are no columns."""
        with ExitStack() as stack:
            try:
                self.rows = self._opened(stack)
                schema = self.rows.schema
            except Exception as error:  # see `_unreadable`
                raise _unreadable(part, error) from error
            try:
                self.columns = recognise(schema, wanted)
            except NoColumns as error:
                self.unrecognised = f"{part.address}: {error}"
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        """Give the reading itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._stack.close()

    @property
    def names(self) -> list[str]:
        """The columns of the points, or the first one where nobody knows which they are."""
        return self.columns.names if self.columns else self.rows.schema.names[:1]

    def batches(self, names: list[str]) -> Iterator[Batch]:
        """Read the columns of these names.

        Raises:
            Unreadable: the file is damaged farther on.
        """
        before = 0
        try:
            for rows in self.rows.batches(names):
                yield Batch(rows, before)
                before += len(rows)
        except (GeneratorExit, EscwgMapError):
            raise
        except Exception as error:  # see `_unreadable`
            raise _unreadable(self.part, error) from error

    def done(self, rows: int) -> float:
        """Say how many bytes of the part it took to read so many rows."""
        if isinstance(self.rows, ParquetRows):
            return self.part.size * rows / max(1, self.rows.rows)
        return self._stream.taken

    def _opened(self, stack: ExitStack) -> CsvRows | ParquetRows:
        if self.part.format is Format.PARQUET:
            rows = ParquetRows(self.part)
            stack.callback(rows.close)
            return rows
        self._stream = _Counted(stack.enter_context(self.part.open()))
        if self.part.name.lower().endswith(".gz"):
            return CsvRows(pa.CompressedInputStream(self._stream, "gzip"))
        return CsvRows(self._stream)


class _Counted:
    """A stream that knows how many bytes were taken from it."""

    closed = False

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        self.taken += len(block)
        return block

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing to do: whoever opened the stream closes it."""


_REASONS = (
    (FileNotFoundError, "it is not there"),
    (PermissionError, "it may not be read"),
    (ConnectionError, "the connection broke"),
)


def _unreadable(part: Part, error: Exception) -> Unreadable:
    """Say it in our own words: those of the libraries may quote the file, and so a coordinate.

    What the store of another's making raises can be of any kind, and so can what a library makes
    of a damaged file.
    """
    is_what = f"it is damaged, or no {part.format.label} at all"
    reason = next((said for kind, said in _REASONS if isinstance(error, kind)), is_what)
    return Unreadable(f"{part.said} cannot be read: {reason}")
