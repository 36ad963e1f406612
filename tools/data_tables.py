"""The tables of `data/README.md`: the files, their columns, and the words of the closed lists."""

from collections.abc import Iterator
from typing import Any

from escwg_map.sources.datapackage import descriptor
from escwg_map.sources.table_meanings import TABLE_MEANINGS
from escwg_map.sources.word_meanings import WORD_MEANINGS

_TYPES = {"integer": "whole number", "number": "number", "boolean": "`true` or `false`"}


def files() -> Iterator[str]:
    """Name the files and what a row of each is."""
    yield from ("| file | one row is |", "|---|---|")
    for table, meaning in TABLE_MEANINGS.items():
        row = meaning.one_row[0].lower() + meaning.one_row[1:].removesuffix(".")
        yield f"| [`{table}.csv`](#{table}csv) | {row} |"


def columns() -> Iterator[str]:
    """Say what each column of each file means, what it takes, and whether it must be filled."""
    for resource in descriptor()["resources"]:
        yield from (f"### {resource['path']}", "")
        yield from ("| column | takes | must be filled | means |", "|---|---|---|---|")
        for field in resource["schema"]["fields"]:
            required = "yes" if field.get("constraints", {}).get("required") else ""
            takes = _takes(resource["name"], field)
            yield f"| `{field['name']}` | {takes} | {required} | {field['description']} |"
        yield ""


def words() -> Iterator[str]:
    """Say what each word of the closed lists means."""
    for (table, column), meanings in WORD_MEANINGS.items():
        yield from (f"### `{column}` of {table}.csv", "", "| word | means |", "|---|---|")
        yield from (f"| `{word}` | {meaning} |" for word, meaning in meanings.items())
        yield ""


def _takes(table: str, field: dict[str, Any]) -> str:
    limits = field.get("constraints", {})
    if (table, field["name"]) in WORD_MEANINGS:
        many = "words" if "enum" not in limits else "a word"
        return f"[{many} of the list](#{field['name']}-of-{table}csv)"
    if "maximum" in limits:
        return f"{_TYPES[field['type']]}, {limits['minimum']} to {limits['maximum']}"
    return _TYPES.get(field["type"], "text")
