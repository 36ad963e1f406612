"""From a selection to an export: the one way, for the web and for the command line."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.coverage.grouping import by_scheme
from escwg_map.demand.incidents import Incidents
from escwg_map.errors import NotRecorded
from escwg_map.exports import contents
from escwg_map.exports.about import file_name, metadata
from escwg_map.exports.columns import Value
from escwg_map.exports.contents import Contents
from escwg_map.exports.export import Export
from escwg_map.exports.grounds import Grounds
from escwg_map.exports.meanings import columns_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.exports.weighing import weighed
from escwg_map.selection import Selection
from escwg_map.tables import derived
from escwg_map.tables.data import DataTable, rounded
from escwg_map.wording import listing


class Known(Struct, frozen=True):
    """What exports are drawn from: everything known, its ground, and which publication it is."""

    everything: Atlas
    grounds: Grounds
    version: str
    incidents: Incidents | None = None
    """Those that rows are weighed by, where they are asked for."""


def draw(what: str, asked: Selection, known: Known) -> Export:
    """Draw what was asked for, of the projects of a selection.

    Raises:
        NotRecorded: there is no such thing to take away.
        BadSelection: the selection names something that the atlas does not hold.
    """
    if what not in SUBJECTS:
        raise NotRecorded(f"There is no export '{what}': take {listing(list(SUBJECTS))}.")
    subject, atlas = SUBJECTS[what], asked.apply(known.everything)
    drawn = _DRAWN[what](atlas, asked, known.grounds)
    said = metadata(
        subject, asked, known.everything, len(atlas.projects), len(drawn.rows), known.version
    )
    export = Export(
        subject=subject,
        name=file_name(subject, asked),
        columns=columns_of(what),
        rows=tuple(tuple(map(_rounded, row)) for row in drawn.rows),
        metadata=said,
        ids=drawn.ids,
        shapes=drawn.shapes,
    )
    return weighed(export, asked, atlas, known.incidents) if known.incidents else export


def _table(table: DataTable) -> Contents:
    return Contents(table.rows)


def _overlaps(table: DataTable, atlas: Atlas, grounds: Grounds) -> Contents:
    a, b = table.columns.index("a_code"), table.columns.index("b_code")
    pairs = [(str(row[a]), str(row[b])) for row in table.rows]
    shapes = tuple(grounds.shared(atlas, *pair) for pair in pairs)
    return Contents(table.rows, tuple("-".join(pair) for pair in pairs), shapes)


def _cells(table: DataTable, grounds: Grounds) -> Contents:
    ids = tuple(str(row[0]) for row in table.rows)
    return Contents(table.rows, ids, tuple(grounds.of([cell]) for cell in ids))


def _rounded(value: Value) -> Value:
    return value if isinstance(value, tuple) else rounded(value)


_DRAWN: Mapping[str, Callable[[Atlas, Selection, Grounds], Contents]] = {
    "projects": lambda atlas, _, __: contents.projects(atlas),
    "footprints": lambda atlas, _, grounds: contents.footprints(atlas, grounds),
    "areas": lambda atlas, asked, grounds: contents.areas(atlas, asked.layer, grounds),
    "cells": lambda atlas, _, grounds: _cells(derived.cells(atlas), grounds),
    "overlaps": lambda atlas, _, grounds: _overlaps(derived.overlaps(atlas), atlas, grounds),
    "gaps": lambda atlas, asked, _: _table(derived.gaps(atlas, asked.layer)),
    "coverage": lambda atlas, asked, _: _table(derived.coverage(atlas, asked.cell or asked.area)),
    "figures": lambda atlas, _, __: contents.figures(atlas),
    "partners": lambda atlas, _, __: contents.partners(atlas),
    "meets": lambda atlas, _, __: _table(derived.meets(atlas)),
    "coterminosity": lambda atlas, _, __: _table(derived.coterminosity(atlas)),
    "strangers": lambda atlas, _, grounds: _overlaps(derived.strangers(atlas), atlas, grounds),
    "lonely-cells": lambda atlas, _, grounds: _cells(derived.lonely_cells(atlas), grounds),
    "gaps-by-scheme": lambda atlas, asked, _: _table(
        derived.gaps(atlas, asked.layer, key=by_scheme)
    ),
    "coverage-by-scheme": lambda atlas, asked, _: _table(
        derived.coverage(atlas, asked.cell or asked.area, key=by_scheme)
    ),
}
