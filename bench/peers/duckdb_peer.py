"""Points counted by cell as DuckDB's spatial extension does it: run by the peers' own Python.

    python duckdb_peer.py POINTS CELLS

Prints the seconds from the first byte read to the last count, and the counts.
"""

import json
import sys
import time
from pathlib import Path

import duckdb
import duckdb_ext

_COUNT = """
SELECT id, count(*)
FROM read_parquet($points) JOIN
    (SELECT id, ST_GeomFromWKB(wkb) AS ground FROM read_parquet($cells))
    ON ST_Contains(ground, ST_Point(easting, northing))
GROUP BY id
"""


def main(points: str, cells: str) -> None:
    """Join every point to the cell that contains it; the extension comes with a package."""
    with duckdb.connect() as database:
        extensions = Path(duckdb_ext.__path__[0], "extensions")
        database.execute("SET extension_directory = $1", [str(extensions)])
        database.execute("LOAD spatial")
        began = time.perf_counter()
        rows = database.execute(_COUNT, {"points": points, "cells": cells}).fetchall()
        print(json.dumps({"seconds": time.perf_counter() - began, "counts": dict(rows)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
