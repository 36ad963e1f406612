"""An export before it is written: one value, which every format writes in its own way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from escwg_map.exports.columns import Column, Value
from escwg_map.exports.subjects import Subject
from escwg_map.geography.shape import Shape
from escwg_map.tables.data import DataTable
from escwg_map.tables.data import Value as Flat

LIST_SEPARATOR = ";"


@dataclass(frozen=True)
class Export:
    """A selection's rows of one subject, in a stable order.

    `shapes` has one a row, None for a row without ground, or is empty where the subject has no
    geometry; `ids` has one a row too; `metadata` is in the order in which it is read.
    """

    subject: Subject
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    metadata: Mapping[str, str]
    ids: tuple[str, ...] = ()
    shapes: tuple[Shape | None, ...] = ()

    @cached_property
    def table(self) -> DataTable:
        """The rows for formats in which a cell holds one value: lists are joined by `;`."""
        return DataTable(
            tuple(column.name for column in self.columns),
            tuple(tuple(map(_flat, row)) for row in self.rows),
        )

    def objects(self) -> Iterator[dict[str, Value]]:
        """Give the rows by the names of the columns, for formats that can hold lists."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)


def _flat(value: Value) -> Flat:
    return LIST_SEPARATOR.join(map(str, value)) if isinstance(value, tuple) else value
