"""Points counted by cell as the map does it, in a process like those of its peers.

    python -m bench.counting POINTS PUBLICATION FOLDER

FOLDER keeps the grid. Prints the seconds from the first byte read to the last count, and the
counts.
"""

import json
import sys
import time
from pathlib import Path

from escwg_map.demand.columns import Wanted
from escwg_map.demand.kept_grid import grid_over
from escwg_map.demand.work import Asked, count_points
from escwg_map.publish.publication import Publication


def main(points: str, publication: Path, folder: Path) -> None:
    """Count every point in its cell."""
    began = time.perf_counter()
    served = Publication(publication)
    cells, grid = served.atlas.cells, grid_over(served.cells_drawn(), folder)
    found = count_points(Asked((points,), Wanted(None, None, None, None, None)), cells, grid)
    ids = {cell.codes: cell.id for cell in cells}
    counts = {
        ids[row.police_code, row.fire_code, row.ambulance_code]: row.points
        for row in found.counts.cells
    }
    print(json.dumps({"seconds": time.perf_counter() - began, "counts": counts}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
