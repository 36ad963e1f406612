"""Made-up incidents in Toyshire, and the ways in which people keep them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv, parquet

from escwg_map.demand.columns import Wanted
from escwg_map.demand.grid import Grid
from escwg_map.demand.work import Asked, Counted, count_points
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.transformation import degrees_of_grid

WEST, SOUTH = 400_000, 300_000

# Kilometres from Toyshire's south-west corner: one point in each cell, and one at sea.
SANDHAVEN, TOYBRIDGE, SALTNESS = (5, 5), (25, 5), (35, 5)
TOYTOWN, KINGSMERE, CLIFFSEA = (15, 15), (25, 15), (35, 15)
HIGHMOOR, COLDHARBOUR = (5, 25), (35, 25)
AT_SEA, ABROAD = (40.5, 5), (-300, 200)
CELLS = (*(SANDHAVEN, TOYBRIDGE, SALTNESS, TOYTOWN, KINGSMERE, CLIFFSEA), HIGHMOOR, COLDHARBOUR)

Place = tuple[float, float]


def metres(*places: Place) -> NDArray[np.float64]:
    """Rows of easting and northing."""
    return np.array(places, dtype=float) * 1_000 + (WEST, SOUTH)


def points(*places: Place, **more: Sequence[object]) -> pa.Table:
    """A table of eastings and northings, and other columns."""
    east, north = metres(*places).T
    return pa.table({"easting": east, "northing": north, **more})


def scattered(number: int, seed: int = 9) -> pa.Table:
    """Many points in and around Toyshire, with a kind, a day and a number each."""
    chance = np.random.default_rng(seed)
    east, north = chance.uniform((395_000, 295_000), (445_000, 335_000), (number, 2)).T
    days = np.datetime64("2023-01-01") + chance.integers(0, 90, number)
    return pa.table(
        {
            "easting": east,
            "northing": north,
            "kind": chance.choice(["cardiac arrest", "fall", "fire"], number),
            "day": days,
            "minutes": chance.uniform(0, 60, number),
        }
    )


def in_degrees(table: pa.Table) -> pa.Table:
    """The same points by longitude and latitude."""
    pairs = np.column_stack([table["easting"].to_numpy(), table["northing"].to_numpy()])
    longitude, latitude = degrees_of_grid(pairs).T
    return pa.table({"longitude": longitude, "latitude": latitude})


def write(table: pa.Table, path: Path) -> Path:
    """Write a table as the ending says."""
    if path.suffix == ".parquet":
        parquet.write_table(table, path)
    else:
        with pa.output_stream(path, compression="gzip" if path.suffix == ".gz" else None) as out:
            csv.write_csv(table, out)
    return path


def write_text(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write lines."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding=encoding, newline="")
    return path


class Country:
    """Toyshire, in which points are counted."""

    def __init__(self, ground: Overlay, grid: Grid) -> None:
        self._ground = ground
        self._grid = grid

    def counts(self, *addresses: str | Path, **wanted: str) -> Counted:
        """Count points, with options for columns."""
        return self.answers(Asked([str(each) for each in addresses], Wanted(**wanted)))

    def answers(self, asked: Asked) -> Counted:
        """Count points as somebody asked."""
        return count_points(asked, self._ground.cells, self._grid)


def total(counted: Counted) -> int:
    """Everything that was counted, one way or another."""
    counts = counted.counts
    return sum(row.points for row in counts.cells) + counts.elsewhere + counts.faulty
