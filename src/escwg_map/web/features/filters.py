"""Filters by property: every property of a collection is a parameter of the same name."""

import re
from collections.abc import Callable, Mapping, Sequence

from escwg_map.errors import BadSelection
from escwg_map.exports.columns import Column, Holds, Value
from escwg_map.selection.parameters import LONGEST_TEXT, shown
from escwg_map.selection.parameters import text as text_of

Keeps = Callable[[Mapping[str, Value]], bool]
"""Says of a feature's properties whether the feature is wanted."""

_read_text = text_of(LONGEST_TEXT)
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_TRUTHS = {"true": True, "false": False, "1": True, "0": False}
"""GDAL writes 1 and 0, whatever the definition says."""


def read_filter(column: Column, given: Sequence[str]) -> Keeps:
    """Read what a property has to be; of a list, what it has to hold.

    Raises:
        BadSelection: the value cannot be one of that property's.
    """
    text = _read_text(column.name, given)
    match column.holds:
        case Holds.LIST:
            return lambda properties: text in _texts(properties[column.name])
        case Holds.TRUTH:
            return _equal(column, _TRUTHS.get(text), text, "true or false")
        case Holds.WHOLE | Holds.NUMBER:
            return _equal(column, _number(text), text, "a number")
        case Holds.TEXT | Holds.STARRED:
            return _equal(column, text, text, "text")


def _equal(column: Column, wanted: Value, text: str, takes: str) -> Keeps:
    if wanted is None:
        raise BadSelection(
            column.name, f"{shown(text)} will not do for '{column.name}': it takes {takes}."
        )
    return lambda properties: properties[column.name] == wanted


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
