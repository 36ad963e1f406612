"""Rows of a CSV file in batches, and which of its rows have too few or too many fields."""

import csv
import io
import re
from array import array
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyarrow import csv as arrow_csv

from escwg_map.demand.text import Utf8

_BLOCK = 4 * 2**20
"""Bytes parsed at once; no row may be longer."""

_LINE_END = re.compile(rb"\r\n|\n|\r")
_SEPARATORS = ",;\t|"
_MOST_NUMBERS = 100_000
"""Rows with a wrong number of fields whose own numbers are kept."""


class CsvRows:
    """The rows of a CSV file, each value the text that stands there, or nothing.

    The separator is the one of `, ; | tab` that the heading has most. Empty lines are no rows.
    """

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - anything that can be read
        self._text = Utf8(stream)
        self.names, self._separator = self._heading()
        self.short = 0
        """Rows with too few or too many fields, so far."""
        self._short_numbers = array("q")

    @property
    def schema(self) -> pa.Schema:
        """The columns by the names in the heading."""
        return pa.schema([(name, pa.string()) for name in self.names])

    def batches(self, names: list[str]) -> Iterator[pa.RecordBatch]:
        """Read the columns of these names."""
        if not self.names or not self._is_more():
            return
        columns = _distinct(self.names)
        places = map(self.names.index, names)
        wanted = columns if names == self.names else [columns[place] for place in places]
        reader = arrow_csv.open_csv(
            pa.PythonFile(self._text, mode="r"),
            # In one thread, so that a row that is left out comes with its number.
            read_options=arrow_csv.ReadOptions(
                block_size=_BLOCK, use_threads=False, column_names=columns
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=self._separator,
                newlines_in_values=True,
                invalid_row_handler=self._leave_out,
            ),
            convert_options=arrow_csv.ConvertOptions(
                include_columns=wanted,
                column_types=dict.fromkeys(wanted, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
        for batch in reader:
            yield batch.rename_columns(names)

    def number(self, place: int) -> int:
        """Give the number of the row at a place among those that were given, from 0.

        The heading is row 1. Known once all batches are read.
        """
        number = place + 1
        for left_out in self._short_numbers:
            if left_out > number:
                break
            number += 1
        return number + 1

    def short_numbers(self, most: int) -> list[int]:
        """Give the numbers of the first rows that were left out."""
        return [number + 1 for number in self._short_numbers[:most]]

    def _leave_out(self, row: Any) -> str:  # noqa: ANN401 - Arrow's InvalidRow
        self.short += 1
        if len(self._short_numbers) < _MOST_NUMBERS:
            self._short_numbers.append(row.number)
        return "skip"

    def _is_more(self) -> bool:
        """Say whether anything but line ends comes, without which Arrow would refuse the file."""
        while start := self._text.peek():
            if blank := len(start) - len(start.lstrip(b"\r\n")):
                self._text.skip(blank)
            if blank < len(start):
                return True
        return False

    def _heading(self) -> tuple[list[str], str]:
        """Read the first row that is not empty, and go on behind it."""
        if not self._is_more():
            return [], ","
        start = self._text.peek()
        ends = (m for m in _LINE_END.finditer(start) if start.count(b'"', 0, m.start()) % 2 == 0)
        end = next(ends, None)
        line = start[: end.start()] if end else start
        self._text.skip(end.end() if end else len(start))
        separator = max(_SEPARATORS, key=line.decode(errors="replace").count)
        try:
            text = io.StringIO(line.decode(errors="replace"), newline="")
            return next(csv.reader(text, delimiter=separator)), separator
        except csv.Error:
            return [], separator


def _distinct(names: list[str]) -> list[str]:
    """Tell columns of the same name apart, as Arrow wants them."""
    return [
        f"{name}\0{place}" if name in names[:place] else name for place, name in enumerate(names)
    ]
