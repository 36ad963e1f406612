"""Points counted by cell as geopandas does it: run by the peers' own Python.

    python sjoin_peer.py POINTS CELLS

Prints the seconds from the first byte read to the last count, and the counts.
"""

import json
import sys
import time
from pathlib import Path

import geopandas
from pyarrow import parquet


def main(points: Path, cells: Path) -> None:
    """Join every point to the cell that it is within."""
    began = time.perf_counter()
    held = parquet.read_table(cells)
    ground = geopandas.GeoDataFrame(
        {"id": held["id"].to_pylist()},
        geometry=geopandas.GeoSeries.from_wkb(held["wkb"].to_pylist(), crs=27700),
    )
    read = parquet.read_table(points)
    placed = geopandas.points_from_xy(
        read["easting"].to_numpy(), read["northing"].to_numpy(), crs=27700
    )
    joined = geopandas.GeoDataFrame(geometry=placed).sjoin(ground, predicate="within")
    counts = joined.groupby("id").size().to_dict()
    print(json.dumps({"seconds": time.perf_counter() - began, "counts": counts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
