"""Categories: what points are counted by besides their cell, and the months that dates become."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from escwg_map.demand.values import text_of

NOT_STATED = "not stated"
"""The category of a row that gives none."""

_LONGEST = 100
_DATES = (
    (r"^([0-9]{4}-(0[1-9]|1[0-2]))-[0-9]{2}([T ].*)?$", r"\1"),
    (r"^[0-9]{2}/(0[1-9]|1[0-2])/([0-9]{4})([T ].*)?$", r"\2-\1"),
)
"""Days, with or without the time of day: as ISO 8601 has them, and as people here write them."""


def categories_of(column: pa.Array) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Give the categories of a column in their order, and each row's place among them.

    Dates count by month (`2023-04`), whether they are dates or texts.
    """
    if pa.types.is_temporal(column.type):
        column = _months(column)
    if not isinstance(column, pa.DictionaryArray):
        column = column.dictionary_encode()
    labels = _labels(column.dictionary)
    names, place = np.unique(np.array([*labels, NOT_STATED], dtype=object), return_inverse=True)
    rows = pc.fill_null(column.indices, len(labels)).to_numpy(zero_copy_only=False)
    return tuple(names.tolist()), place[rows.astype(np.int64)]


def _labels(values: pa.Array) -> list[str]:
    """Say each value as a category; white space and what cannot be seen do not tell two apart."""
    text = pc.utf8_trim_whitespace(pc.fill_null(text_of(values), ""))
    for pattern, month in _DATES:
        text = pc.replace_substring_regex(text, pattern, month)
    return [_visible(label)[:_LONGEST] or NOT_STATED for label in text.to_pylist()]


def _visible(label: str) -> str:
    return label if label.isprintable() else " ".join("".join(map(_seen, label)).split())


def _seen(letter: str) -> str:
    return letter if letter.isprintable() else " "


def _months(column: pa.Array) -> pa.Array:
    if pa.types.is_date(column.type) or pa.types.is_timestamp(column.type):
        return pc.strftime(column, format="%Y-%m")
    return pc.cast(column, pa.string())
