"""What a table's columns hold, told from the types of its records, for reading and for writing."""

from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import TypeAdapter

from escwg_map.records.codes import PartialDate
from escwg_map.records.row import Row


class Holds(Enum):
    """What a cell, or each item of a list in a cell, may be."""

    TEXT = "text"
    WHOLE = "a whole number"
    NUMBER = "a number"
    TRUTH = "true or false"
    DATE = "a date"


class Column(Struct, frozen=True):
    """One column; `choices` is its closed list of words, where it has one."""

    name: str
    holds: Holds
    listed: bool
    required: bool
    choices: tuple[str, ...]
    may_be_absent: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers to a spreadsheet; a list of them is text."""
        return self.holds in (Holds.WHOLE, Holds.NUMBER) and not self.listed


def columns_of(record: type[Row]) -> tuple[Column, ...]:
    """Describe the columns of a table, in the order of its file."""
    schema = record.model_json_schema()
    required = schema.get("required", [])
    return tuple(
        replace(
            _column(name, schema["properties"][name], schema, required=name in required),
            may_be_absent=name in record.may_be_absent,
        )
        for name in record.columns()
    )


# A JSON schema has no type of its own, hence Any.
_Schema = dict[str, Any]
_DATE = TypeAdapter(PartialDate).json_schema()["pattern"]
_HOLDS = {"integer": Holds.WHOLE, "number": Holds.NUMBER, "boolean": Holds.TRUTH}


def _column(name: str, part: _Schema, schema: _Schema, *, required: bool) -> Column:
    part = _resolved(part, schema)
    listed = part.get("type") == "array"
    item = _resolved(part["items"], schema) if listed else part
    truth = (
        Holds.DATE if item.get("pattern") == _DATE else _HOLDS.get(item.get("type", ""), Holds.TEXT)
    )
    return Column(name, truth, listed, required, _choices(item))


def _resolved(part: _Schema, schema: _Schema) -> _Schema:
    if "anyOf" in part:
        part = next(each for each in part["anyOf"] if each.get("type") != "null")
    if "$ref" in part:
        return dict(schema["$defs"][part["$ref"].rsplit("/", 1)[-1]])
    return part


def _choices(item: _Schema) -> tuple[str, ...]:
    if item.get("type") == "boolean":
        return ("true", "false")
    return tuple(item.get("enum", [item["const"]] if "const" in item else []))
