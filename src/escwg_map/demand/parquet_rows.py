"""Rows of a Parquet file in batches, from all of its row groups or some."""

from collections.abc import Iterator

import pyarrow as pa
from msgspec.structs import replace
from pyarrow import parquet

from escwg_map.demand.files import Part

_ROWS = 2**18
"""Rows in a batch: few enough that a processor keeps their numbers at hand."""

_BUFFER = 2**20
"""Bytes read ahead of each column, so that a row group is never held whole."""


class ParquetRows:
    """The rows of a part of a Parquet file."""

    short = 0
    """No row of Parquet has a field too few."""

    def __init__(self, part: Part) -> None:
        system, path = part.arrow()
        self._file = parquet.ParquetFile(
            system.open_input_file(path), buffer_size=_BUFFER, pre_buffer=False
        )
        self._part = part

    def close(self) -> None:
        """Close the file."""
        self._file.close(force=True)

    @property
    def schema(self) -> pa.Schema:
        """The columns, with what the file says of itself."""
        return self._file.schema_arrow

    def batches(self, names: list[str]) -> Iterator[pa.RecordBatch]:
        """Read the columns of these names; a field of a structure by its path."""
        yield from self._file.iter_batches(
            batch_size=_ROWS, row_groups=self._groups, columns=names, use_threads=False
        )

    def number(self, place: int) -> int:
        """Give the number of the row at a place among those that were given, from 0."""
        return self._part.before + place + 1

    def short_numbers(self, most: int) -> list[int]:  # noqa: ARG002 - as of CSV
        """Give no numbers."""
        return []

    @property
    def rows(self) -> int:
        """How many there are."""
        groups = map(self._file.metadata.row_group, self._groups)
        return sum(group.num_rows for group in groups)

    def parted(self, most: int) -> list[Part]:
        """Part it into runs of row groups, each of so many rows or little more."""
        parts: list[Part] = []
        groups: list[int] = []
        before, rows = self._part.before, 0
        for group in self._groups:
            groups.append(group)
            rows += self._file.metadata.row_group(group).num_rows
            if rows >= most or group == self._groups[-1]:
                size = self._part.size * rows // max(1, self.rows)
                parts.append(replace(self._part, size=size, groups=tuple(groups), before=before))
                groups, before, rows = [], before + rows, 0
        return parts if len(parts) > 1 else [self._part]

    @property
    def _groups(self) -> list[int]:
        return list(self._part.groups or range(self._file.metadata.num_row_groups))
