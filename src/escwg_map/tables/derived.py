"""The derived tables, their columns a contract, from an atlas narrowed by a selection or whole."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import find_coverage
from escwg_map.coverage.gaps import find_themes_in_areas
from escwg_map.coverage.grouping import KeyOf, by_theme
from escwg_map.coverage.peers import find_peers
from escwg_map.coverage.strangers import find_lonely_cells, find_strangers
from escwg_map.geography.cells import Cell
from escwg_map.geography.shared_ground import Overlap
from escwg_map.tables.data import DataTable, Value
from escwg_map.vocabulary import Kind

OVERLAPS = (
    *("a_layer", "a_code", "a_name", "b_layer", "b_code", "b_name", "km2"),
    *("share_of_a", "share_of_b", "people", "people_share_of_a", "people_share_of_b"),
)
CELLS = ("cell", "police_code", "fire_code", "ambulance_code", "km2", "people", "projects")
MEETS = ("project", "layer", "code", "takes_part", "reached_share", "reached_people_share")
GAPS = ("layer", "code", "name", "theme", "takes_part", "reaches", "reached_share", "recorded")
COVERAGE = ("theme", "status", "projects", "people", "people_share", "km2", "km2_share")
COTERMINOSITY = (
    *("layer", "code", "name", "towards", "services", "relation", "best_match"),
    *("best_match_name", "iou", "effective_by_ground", "effective_by_people"),
)
PEERS = ("code", "name", "layer", "nearness", "distance_km", "projects")


def overlaps(atlas: Atlas, one: Kind | None = None, other: Kind | None = None) -> DataTable:
    """List the overlaps, of all pairs of layers or of two, said from the side of the first."""
    chosen = [o for o in atlas.land.overlaps if _between(o, one, other)]
    said = [o.reversed() if one and o.a_layer is not one else o for o in chosen]
    return _overlaps(atlas, sorted(said, key=lambda o: (*_layers(o), o.a_code, o.b_code)))


def strangers(atlas: Atlas) -> DataTable:
    """List the pairs of services that share ground but no project of the atlas."""
    return _overlaps(atlas, find_strangers(atlas.land.overlaps, atlas.register.partners))


def cells(atlas: Atlas) -> DataTable:
    """List the cells with the number of projects that reach each."""
    return _cells(atlas, atlas.cells)


def lonely_cells(atlas: Atlas) -> DataTable:
    """List the cells whose three services have no project all three take part in."""
    return _cells(atlas, list(find_lonely_cells(atlas.cells, atlas.register.partners)))


def meets(atlas: Atlas) -> DataTable:
    """List which projects and areas meet, and how."""
    return DataTable(MEETS, tuple(_values(meet, MEETS) for meet in atlas.meets))


def gaps(atlas: Atlas, layer: Kind, *, key: KeyOf = by_theme) -> DataTable:
    """List what is recorded of each theme (or scheme) in each area of a layer, gaps included."""
    groups = list(atlas.themes if key is by_theme else atlas.schemes)
    found = find_themes_in_areas(layer, groups, atlas.projects, atlas.meets, atlas.cells, key=key)
    names = {code: service.name for code, service in atlas.services.items()}
    return DataTable(GAPS, tuple(_values(entry, GAPS, name=names[entry.code]) for entry in found))


def coverage(atlas: Atlas, within: str | None = None, *, key: KeyOf = by_theme) -> DataTable:
    """List how far the projects of each theme (or scheme) reach.

    In England and Wales, or within an area (by its code) or a cell (by its id).
    """
    groups = list(atlas.themes if key is by_theme else atlas.schemes)
    cells = [c for c in atlas.cells if within is None or within in (c.id, *c.codes)]
    found = find_coverage(groups, atlas.projects, cells, key=key)
    return DataTable(COVERAGE, tuple(_values(entry, COVERAGE) for entry in found))


def coterminosity(atlas: Atlas) -> DataTable:
    """List how well each area matches the areas of each other layer."""
    names = {code: service.name for code, service in atlas.services.items()}
    rows = tuple(
        _values(c, COTERMINOSITY, name=names[c.code], best_match_name=names[c.best_match])
        for c in atlas.land.coterminosities
    )
    return DataTable(COTERMINOSITY, rows)


def peers(atlas: Atlas, code: str, theme: str) -> DataTable:
    """List who takes part in projects of a theme, the nearest to an area first."""
    found = find_peers(code, theme, atlas.projects, atlas.register.partners, atlas.land)
    rows = tuple(
        (
            peer.code,
            atlas.services[peer.code].name,
            peer.layer.value,
            peer.nearness.name.lower(),
            peer.distance_km,
            ";".join(peer.projects),
        )
        for peer in found
    )
    return DataTable(PEERS, rows)


def area_projects(atlas: Atlas, layer: Kind, code: str) -> DataTable:
    """List the projects that meet one area, and how."""
    return DataTable(MEETS, tuple(_values(meet, MEETS) for meet in atlas.meets_in(layer, code)))


def area_overlaps(atlas: Atlas, code: str) -> DataTable:
    """List the areas of other layers that share an area's ground."""
    return _overlaps(atlas, atlas.land.overlaps_of(code))


def area_peers(atlas: Atlas, layer: Kind, code: str) -> DataTable:
    """List, for each theme of which an area has nothing, all who do it, the nearest first."""
    gaps = [theme for theme in atlas.themes if theme not in atlas.themes_by_area(layer)[code]]
    rows = [(theme, *row) for theme in gaps for row in peers(atlas, code, theme).rows]
    return DataTable(("theme", *PEERS), tuple(rows))


def _between(overlap: Overlap, one: Kind | None, other: Kind | None) -> bool:
    layers = {overlap.a_layer, overlap.b_layer}
    return {layer for layer in (one, other) if layer} <= layers


def _layers(overlap: Overlap) -> tuple[int, int]:
    kinds = list(Kind)
    return kinds.index(overlap.a_layer), kinds.index(overlap.b_layer)


def _overlaps(atlas: Atlas, found: Sequence[Overlap]) -> DataTable:
    names = {code: service.name for code, service in atlas.services.items()}
    rows = tuple(
        _values(o, OVERLAPS, a_name=names[o.a_code], b_name=names[o.b_code]) for o in found
    )
    return DataTable(OVERLAPS, rows)


def _cells(atlas: Atlas, found: Sequence[Cell]) -> DataTable:
    rows = tuple(
        _values(cell, CELLS, cell=cell.id, projects=len(atlas.projects_in(cell))) for cell in found
    )
    return DataTable(CELLS, rows)


def _values(record: BaseModel, columns: tuple[str, ...], **more: Value) -> tuple[Value, ...]:
    values: dict[str, Any] = more
    return tuple(
        values[column] if column in values else getattr(record, column) for column in columns
    )
