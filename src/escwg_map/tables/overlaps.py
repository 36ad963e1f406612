"""Who shares which ground, as people read it."""

from collections.abc import Sequence

from escwg_map.atlas import Atlas
from escwg_map.demand.incidents import Incidents
from escwg_map.geography.cells import Cell as GroundCell
from escwg_map.geography.shared_ground import Coterminosity, Overlap, Relation
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.tables.incidents import with_incidents
from escwg_map.vocabulary import Kind
from escwg_map.wording import count, share

_SHARED = (
    Column("Shared ground (km²)", numeric=True),
    Column("Share of the first", numeric=True),
    Column("Share of the second", numeric=True),
    Column("People there (2011)", numeric=True),
    Column("Share of people of the first", numeric=True),
    Column("Share of people of the second", numeric=True),
)
_RELATIONS = {
    Relation.EQUAL: "covers the same ground as",
    Relation.CONTAINED: "lies within",
    Relation.CONTAINS: "is made up of",
    Relation.MIXED: "overlaps",
}


def overlaps_table(atlas: Atlas, one: Kind, other: Kind) -> Table:
    """List the overlaps of two layers, said from the side of the first."""
    found = [o for o in atlas.land.overlaps if {o.a_layer, o.b_layer} == {one, other}]
    said = sorted(
        (o if o.a_layer is one else o.reversed() for o in found),
        key=lambda o: (o.a_code, o.b_code),
    )
    caption = f"{count(len(said), 'overlap')} of {one.areas_label} and {other.areas_label}"
    columns = (Column(one.label), Column(other.label), Column("Both outlines"), *_SHARED)
    return Table(caption, columns, _rows(atlas, said))


def strangers_table(
    atlas: Atlas, strangers: Sequence[Overlap], incidents: Incidents | None = None
) -> Table:
    """List services that share ground but no project."""
    caption = f"{count(len(strangers), 'pair')} of services share ground but no project recorded"
    columns = (
        Column("Service"),
        Column("Service that shares its ground"),
        Column("Both outlines"),
        *_SHARED,
    )
    table = Table(caption, columns, _rows(atlas, strangers))
    if incidents is None:
        return table
    return with_incidents(
        table, [incidents.within(o.a_code, o.b_code) for o in strangers], incidents
    )


def lonely_cells_table(
    atlas: Atlas, cells: Sequence[GroundCell], incidents: Incidents | None = None
) -> Table:
    """List cells whose three services have no project all three take part in."""
    columns = (
        *(Column(layer.label) for layer in Kind),
        Column("Ground (km²)", numeric=True),
        Column("People (2011)", numeric=True),
    )
    cells = sorted(cells, key=lambda cell: -cell.people)
    rows = tuple(
        (
            *(_service(atlas, layer, cell.code(layer)) for layer in Kind),
            Cell(f"{cell.km2:,.0f}"),
            Cell(f"{cell.people:,}"),
        )
        for cell in cells
    )
    said = "where the three services have no project recorded that all three take part in"
    table = Table(f"{count(len(rows), 'piece')} of shared ground {said}", columns, rows)
    if incidents is None:
        return table
    return with_incidents(table, [incidents.within(*cell.codes) for cell in cells], incidents)


def coterminosity_table(atlas: Atlas, one: Kind, other: Kind) -> Table:
    """List how well each area of a layer matches the areas of another."""
    columns = (
        Column(one.label),
        Column("How it lies"),
        Column(f"{other.areas_label.capitalize()} it shares ground with", numeric=True),
        Column("Best match"),
        Column("Ground in common with the best match, of the two together", numeric=True),
        Column("Effective number of partners, by ground", numeric=True),
        Column("Effective number of partners, by people", numeric=True),
    )
    found = [c for c in atlas.land.coterminosities if (c.layer, c.towards) == (one, other)]
    rows = tuple(_match(atlas, c) for c in sorted(found, key=lambda c: (c.iou, c.code)))
    equal = sum(c.relation is Relation.EQUAL for c in found)
    caption = (
        f"{equal} of {count(len(found), 'area')} cover the same ground as one of the other layer"
    )
    return Table(caption, columns, rows)


def _match(atlas: Atlas, found: Coterminosity) -> tuple[Cell, ...]:
    return (
        _service(atlas, found.layer, found.code),
        Cell(_RELATIONS[found.relation]),
        Cell(str(found.services)),
        _service(atlas, found.towards, found.best_match),
        Cell(share(found.iou)),
        Cell(f"{found.effective_by_ground:.2f}"),
        Cell(f"{found.effective_by_people:.2f}"),
    )


def _rows(atlas: Atlas, overlaps: Sequence[Overlap]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            _service(atlas, o.a_layer, o.a_code),
            _service(atlas, o.b_layer, o.b_code),
            Cell("Show on the map", Target("pair", f"{o.a_code}/{o.b_code}")),
            Cell(f"{o.km2:,.0f}"),
            Cell(share(o.share_of_a)),
            Cell(share(o.share_of_b)),
            Cell(f"{o.people:,}"),
            Cell(share(o.people_share_of_a)),
            Cell(share(o.people_share_of_b)),
        )
        for o in overlaps
    )


def _service(atlas: Atlas, layer: Kind, code: str) -> Cell:
    return Cell(atlas.services[code].name, Target("area", f"{layer}/{code}"))
