"""What all records share: how cells of a table become typed, frozen values, and back."""

import re
import unicodedata
from enum import Enum
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from escwg_map.records.frozen import Frozen

# Invisible characters can make two ids look alike or turn a sentence round: none is accepted.
# They are those that Unicode calls controls, formats, line and paragraph separators.
_INVISIBLE = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u070f\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0001-\U000e007f]"
)

LIST_SEPARATOR = ";"


class Row(Frozen):
    """One row of a table: immutable, no unknown columns, empty cells mean not stated."""

    model_config = ConfigDict(extra="forbid")

    may_be_absent: ClassVar[frozenset[str]] = frozenset()
    """Columns that a file may do without, as if every cell of theirs were empty."""

    @model_validator(mode="before")
    @classmethod
    def empty_cells_are_not_stated(cls, cells: Any) -> Any:  # noqa: ANN401 - whatever was read
        """Leave empty cells out, so that a required column that is empty counts as missing."""
        if isinstance(cells, dict):
            return {column: cell for column, cell in cells.items() if not _is_empty(cell)}
        return cells

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Name the columns in the order in which the file has them."""
        return tuple(cls.model_fields)

    def cells(self) -> dict[str, str]:
        """Write the record back as the cells of a CSV row."""
        return {column: cell_text(getattr(self, column)) for column in self.columns()}


def cell_text(value: object) -> str:
    """Write one value as a cell: `true`, `a;b`, `4.5`, and nothing for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return LIST_SEPARATOR.join(cell_text(item) for item in value)
        case Enum():
            return str(value.value)
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _split(cell: object) -> object:
    return (
        tuple(part.strip() for part in cell.split(LIST_SEPARATOR))
        if isinstance(cell, str)
        else cell
    )


def _truth(cell: object) -> object:
    if cell in (True, False):
        return cell
    if cell in ("true", "false"):
        return cell == "true"
    raise PydanticCustomError(
        "not_true_or_false", "'{cell}' is neither true nor false", {"cell": str(cell)}
    )


def invisible_character(text: str) -> str | None:
    """Say which character of a text cannot be seen, and where it stands."""
    if found := _INVISIBLE.search(text):
        name = unicodedata.name(found.group(), f"U+{ord(found.group()):04X}")
        return f"holds an invisible character ({name}) at position {found.start() + 1}"
    return None


def _visible(text: str) -> str:
    if found := invisible_character(text):
        raise PydanticCustomError("invisible_character", "{found}", {"found": found})
    return text.strip()


T = TypeVar("T")

Listed = Annotated[tuple[T, ...], BeforeValidator(_split)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Text = Annotated[str, AfterValidator(_visible)]
