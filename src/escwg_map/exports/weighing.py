"""Counts of incidents beside the rows of an export, where its selection asks for them."""

from dataclasses import replace

from escwg_map.atlas import Atlas
from escwg_map.demand.incidents import Incidents
from escwg_map.exports.export import Export
from escwg_map.exports.meanings import incident_columns_of
from escwg_map.selection import Selection
from escwg_map.tables.by_incidents import incident_values
from escwg_map.tables.data import rounded


def weighed(export: Export, asked: Selection, atlas: Atlas, incidents: Incidents) -> Export:
    """Add the columns of incidents, and to the metadata whose they are and how they are shown.

    What is of no ground is left as it is; so is it with other weights.
    """
    what = export.subject.name
    columns = incident_columns_of(what)
    if not columns:
        return export
    added = incident_values(what, export.objects(), atlas, asked.cell or asked.area, incidents)
    said = {"incidents": incidents.said, "exact": str(incidents.is_exact).lower()}
    return replace(
        export,
        name=f"{export.name}-by-incidents",
        columns=(*export.columns, *columns),
        rows=tuple(
            (*row, *map(rounded, values)) for row, values in zip(export.rows, added, strict=True)
        ),
        metadata={**export.metadata, **said},
    )
