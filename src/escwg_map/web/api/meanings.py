"""What the members of answers mean: what the columns of the exports do that have their names."""

from collections.abc import Callable
from typing import Any

from escwg_map.exports.meanings import columns_of, incident_columns_of

_ASKED_FOR = "Only with weight=incidents."


def meanings(what: str) -> Callable[[dict[str, Any]], None]:
    """Make what gives the fields of a schema the meanings of an export's columns."""
    means = {column.name: column.means for column in columns_of(what)}
    for column in incident_columns_of(what):
        means[column.name] = f"{column.means} {_ASKED_FOR}"

    def describe(schema: dict[str, Any]) -> None:
        for name, field in schema["properties"].items():
            if "description" not in field:
                field["description"] = means[name]

    return describe
