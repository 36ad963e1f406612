"""The report on where demand falls, as a table to take away in the formats of the house."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.demand.counts import Counts
from escwg_map.demand.disclosure import Disclosure
from escwg_map.demand.report import Row
from escwg_map.exports.about import metadata
from escwg_map.exports.columns import Column, Holds, Value
from escwg_map.exports.export import Export
from escwg_map.exports.formats import FORMATS
from escwg_map.exports.subjects import Subject
from escwg_map.selection import Selection
from escwg_map.tables.data import DataTable

SUBJECT = Subject("demand", "Where demand falls", "a theme, a status and some ground")

_MEANINGS: Mapping[str, tuple[Holds, str]] = {
    "theme": (Holds.TEXT, "The id of the theme, or of the scheme with --of scheme."),
    "status": (Holds.TEXT, "A status, live-or-pilot for both, or any for all."),
    "layer": (Holds.TEXT, "What ground: all, police, fire, ambulance or cell."),
    "code": (Holds.TEXT, "The code of the area, or the cell's id; empty for all ground."),
    "name": (Holds.TEXT, "The name of the service whose area it is, or of the cell's three."),
    "category": (Holds.TEXT, "The category, or the month; empty for all of them."),
    "projects": (Holds.WHOLE, "The number of projects that reach the ground."),
    "points": (Holds.WHOLE, "The points on the ground."),
    "inside": (Holds.WHOLE, "Those where at least one of these projects operates."),
    "outside": (Holds.WHOLE, "Those where none of these projects is recorded."),
    "inside_share": (Holds.NUMBER, "Inside as a share of the points, from 0 to 1."),
    "weight": (Holds.NUMBER, "The sum of the weights of the points."),
    "weight_inside": (Holds.NUMBER, "The sum of the weights of those inside."),
    "weight_outside": (Holds.NUMBER, "The sum of the weights of those outside."),
}

_OF_ROWS = tuple(Column(name, *_MEANINGS[name]) for name in Row.__struct_fields__)
_EXACT = Column("exact", Holds.TRUTH, "Whether the counts are exact: none hidden, none rounded.")
COLUMNS = (*_OF_ROWS, _EXACT)
"""`exact` stands in every row, so that no part of a file can be taken for what it is not."""


class Asked(Struct, frozen=True):
    """What a report answers: the selection, the register it narrows, and which publication."""

    selection: Selection
    everything: Atlas
    version: str


def export_of(rows: Iterable[Row], counts: Counts, disclosed: Disclosure, asked: Asked) -> Export:
    """Make a report ready to be written; it says by which rule its counts are shown."""
    told = tuple((*_values(row), disclosed.rule.is_exact) for row in rows)
    projects = len(asked.selection.apply(asked.everything).projects)
    said = metadata(SUBJECT, asked.selection, asked.everything, projects, len(told), asked.version)
    said |= {
        "points_from": counts.source,
        "points_in_no_area": str(disclosed.rule.shown(counts.elsewhere).plain),
        "rows_at_fault": str(disclosed.rule.shown(counts.faulty).plain),
        "disclosure": disclosed.rule.said,
    }
    return Export(SUBJECT, "escwg-map-demand", COLUMNS, told, said)


def pieces(export: Export, format_: str) -> Iterator[bytes]:
    """Write a report as `table` for people, or as `csv`, `json` or `parquet`."""
    if format_ == "table":
        yield _as_text(export).encode()
    else:
        shown = _without_signs(export) if format_ == "parquet" else export
        yield from FORMATS[format_].pieces(shown)


def _as_text(export: Export) -> str:
    """Write a table without the columns that say nothing: no category, or weights as the points."""
    table = export.table
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    weighted = any(row["weight"] not in (row["points"], None) for row in rows)
    kept = [
        name
        for name in table.columns
        if (weighted or not name.startswith("weight"))
        and name != _EXACT.name  # a sentence below says so
        and (name not in ("code", "name", "category") or any(row[name] for row in rows))
    ]
    shown = DataTable(tuple(kept), tuple(tuple(row[name] for name in kept) for row in rows))
    return f"{shown.as_text()}\n{export.metadata['disclosure']}\n{export.metadata['caution']}\n"


def _without_signs(export: Export) -> Export:
    """Leave out what stands for numbers that are not told, where a column holds numbers only."""
    numeric = [column.holds is not Holds.TEXT for column in export.columns]
    rows = tuple(
        tuple(
            None if is_number and isinstance(value, str) else value
            for value, is_number in zip(row, numeric, strict=True)
        )
        for row in export.rows
    )
    return replace(export, rows=rows)


def _values(row: Row) -> Iterable[Value]:
    return (getattr(row, column.name) for column in _OF_ROWS)
