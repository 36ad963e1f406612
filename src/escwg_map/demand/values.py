"""Numbers out of columns of any type, and what is wrong where there is none."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from escwg_map.demand.faults import SOUND, Fault

Numbers = NDArray[np.float64]
Faults = NDArray[np.uint8]

_NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$"
_NOTHING = r"^([+-]?(nan|inf|infinity)|null|none|na|n/a|)$"
"""How programs write that there is no number."""


def field_of(batch: pa.RecordBatch, name: str) -> pa.Array:
    """Give a column by its name, or a field of a structure by its path: `bbox.xmin`."""
    if name in batch.schema.names:
        column = batch.column(batch.schema.names.index(name))
    else:
        outer, inner = name.split(".")
        column = pc.struct_field(batch.column(outer), inner)
    return column.storage if isinstance(column, pa.ExtensionArray) else column


def numbers_of(column: pa.Array) -> tuple[Numbers, Faults]:
    """Give a number a row, NaN where there is none, and the faults of those."""
    if isinstance(column, pa.DictionaryArray):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind):
        return _plain(pc.cast(column, pa.float64(), safe=False))
    if not (_is_text(kind) or pa.types.is_null(kind)):
        return _nothing(column, Fault.TEXT)
    if pa.types.is_null(kind):
        return _nothing(column, Fault.EMPTY)
    text = text_of(column)
    try:
        return _plain(pc.cast(text, pa.float64()))
    except pa.ArrowInvalid:
        return _picked(text)


def text_of(column: pa.Array) -> pa.Array:
    """Give a text a row; bytes are UTF-8, or else what Windows writes in this country."""
    try:
        return pc.cast(column, pa.string())
    except pa.ArrowInvalid:
        return pa.array([_decoded(value) for value in column.to_pylist()], pa.string())


def _decoded(value: bytes | None) -> str | None:
    return value.decode("cp1252", "replace") if value is not None else None


def _is_text(kind: pa.DataType) -> bool:
    return bool(
        pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
        or pa.types.is_binary(kind)
        or pa.types.is_large_binary(kind)
    )


def _plain(column: pa.Array) -> tuple[Numbers, Faults]:
    numbers = column.to_numpy(zero_copy_only=False)
    return numbers, np.where(np.isfinite(numbers), SOUND, Fault.EMPTY.number).astype(np.uint8)


def _picked(text: pa.Array) -> tuple[Numbers, Faults]:
    """Take the numbers among texts."""
    trimmed = pc.utf8_trim_whitespace(pc.fill_null(text, ""))
    is_number = pc.match_substring_regex(trimmed, _NUMBER)
    numbers, faults = _plain(pc.cast(pc.if_else(is_number, trimmed, None), pa.float64()))
    is_nothing = pc.match_substring_regex(trimmed, _NOTHING, ignore_case=True)
    other = ~(_truths(is_number) | _truths(is_nothing))
    return numbers, np.where(other, Fault.TEXT.number, faults).astype(np.uint8)


def _truths(column: pa.Array) -> NDArray[np.bool_]:
    truths: NDArray[np.bool_] = column.to_numpy(zero_copy_only=False)
    return truths


def _nothing(column: pa.Array, fault: Fault) -> tuple[Numbers, Faults]:
    return np.full(len(column), np.nan), np.full(len(column), fault.number, dtype=np.uint8)
