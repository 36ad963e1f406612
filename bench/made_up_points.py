"""Made-up points by the million, where people live, and the cells that they are joined to."""

from pathlib import Path

import geopandas
import numpy as np
import pyarrow as pa
import shapely
from pyarrow import parquet

from escwg_map.publish.publication import Publication

_SEED = 2015
_SCATTER = 8_000
"""Metres from the point of a district (standard deviation to the east, and to the north)."""

_GROUP = 1_000_000
"""Rows that are made and written at a time."""


def write_points(served: Publication, number: int, path: Path) -> Path:
    """Write points in British National Grid as Parquet; about one in twenty lies at sea."""
    chance = np.random.default_rng(_SEED)
    placed = [each for each in served.atlas.register.districts if each.longitude is not None]
    people = np.array([each.population_2011 for each in placed], dtype=float)
    middles = geopandas.GeoSeries.from_xy(
        np.array([each.longitude for each in placed], dtype=float),
        np.array([each.latitude for each in placed], dtype=float),
        crs=4326,
    ).to_crs(27700)
    schema = pa.schema([("easting", pa.float64()), ("northing", pa.float64())])
    with parquet.ParquetWriter(path, schema) as file:
        for first in range(0, number, _GROUP):
            some = min(_GROUP, number - first)
            district = chance.choice(len(placed), some, p=people / people.sum())
            east = middles.x.to_numpy()[district] + chance.normal(0, _SCATTER, some)
            north = middles.y.to_numpy()[district] + chance.normal(0, _SCATTER, some)
            file.write_table(pa.table([east, north], schema))
    return path


def write_cells(served: Publication, path: Path) -> Path:
    """Write the cells with their ids, in British National Grid, as WKB in Parquet."""
    ids = [cell.id for cell in served.atlas.cells]
    drawn = list(shapely.to_wkb(served.cells_drawn()))
    parquet.write_table(pa.table({"id": ids, "wkb": drawn}), path)
    return path
