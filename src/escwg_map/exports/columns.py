"""What a column of an export is: its name, what it holds, and what that means."""

from enum import Enum

from msgspec import Struct

Listed = tuple[str | int, ...]
Value = str | int | float | bool | Listed | None
"""What a cell of an export holds; what is not stated is None."""


class Holds(Enum):
    """The type of a column's values, in the words that the documents use."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    LIST = "list"
    STARRED = "whole number or *"


class Column(Struct, frozen=True):
    """One column: the names are a contract, the same in every format."""

    name: str
    holds: Holds
    means: str
