"""Building the shipped files: from district polygons and a lookup to three layers and a table."""

from pathlib import Path

import numpy as np
import shapely
from msgspec import Struct

from escwg_map.geography.crs import SQUARE_METRES_PER_KM2
from escwg_map.geography.dissolve import Dissolved, dissolve
from escwg_map.geography.layer import Boundaries
from escwg_map.records.problem import Problem
from escwg_map.sources.districts import district_records, districts_csv, read_districts
from escwg_map.sources.foreign import NOTHING_ASKED, Asked
from escwg_map.sources.layers import write_layers
from escwg_map.sources.lookup import read_lookup
from escwg_map.sources.replacing import replace_files

TOLERANCE = 100.0
"""Metres; see `simplify_coverage` for what it means."""


class BuildReport(Struct, frozen=True):
    """What a build drew: numbers of areas and cells, ground in km2, vertices of cells, repairs."""

    districts: int
    police: int
    fire: int
    ambulance: int
    cells: int
    km2_before: float
    km2_after: float
    vertices_before: int
    vertices_after: int
    repairs: tuple[Problem, ...]


def build_boundaries(
    districts: Path,
    lookup: Path,
    *,
    boundaries: Path,
    data: Path,
    tolerance: float = TOLERANCE,
    asked: Asked = NOTHING_ASKED,
) -> BuildReport:
    """Draw the three layers from districts and write them, and `districts.csv`, all or none each.

    `boundaries` and `data` are the folders to write to, `tolerance` is in metres. Nothing is
    written unless everything could be drawn. Raises MissingInput or RefusedInput listing all that
    is wrong with the polygons, the lookup, or how they go together.
    """
    covered = read_lookup(lookup)
    drawn, repairs = read_districts(districts, asked=asked)
    records = district_records(drawn, covered)
    dissolved = dissolve(drawn, records, covered.names, tolerance=tolerance)
    write_layers(dissolved.boundaries, boundaries)
    replace_files(data, {"districts.csv": districts_csv(records)})
    km2 = float(drawn.frame.area.sum() / SQUARE_METRES_PER_KM2)
    return _report(dissolved, len(records), km2, repairs)


def _report(
    dissolved: Dissolved, districts: int, km2: float, repairs: list[Problem]
) -> BuildReport:
    layers = dissolved.boundaries
    return BuildReport(
        districts=districts,
        police=len(layers.police.areas),
        fire=len(layers.fire.areas),
        ambulance=len(layers.ambulance.areas),
        cells=dissolved.cells,
        km2_before=km2,
        km2_after=_km2(layers),
        vertices_before=dissolved.vertices_before,
        vertices_after=dissolved.vertices_after,
        repairs=tuple(repairs),
    )


def _km2(layers: Boundaries) -> float:
    shapes = np.asarray(layers.police.areas.geometry.array)
    return float(shapely.area(shapes).sum() / SQUARE_METRES_PER_KM2)
