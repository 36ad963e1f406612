"""How long publishing takes, and how much memory: the shipped layers, and two million vertices.

    python bench/publish.py [--vertices 2000000]

Prints a line an input: vertices, seconds and the largest resident memory of the process that
publishes, and of the largest child that reads a boundary file. The bars: 12 s and 600 MB for the
shipped layers, 90 s and 3 GB for two million vertices.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import shapely

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.settings import Settings
from escwg_map.sources.layers import read_layers, write_layers

_KIB_PER_MB = 1024
_PUBLISH = """
import resource, sys
from pathlib import Path
from escwg_map.publish.work import publish
from escwg_map.settings import Settings
publish(Settings(boundaries=Path(sys.argv[1]), published=Path(sys.argv[2])))
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    print(resource.getrusage(who).ru_maxrss)
"""


def main() -> None:
    """Publish each input in a process of its own, and print what it took."""
    parser = argparse.ArgumentParser(description="Measure publishing.")
    parser.add_argument("--vertices", type=int, default=2_000_000, help="of the denser input")
    wanted = parser.parse_args().vertices
    shipped = Settings().boundaries
    layers, _ = read_layers(shipped)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        denser = densified(layers, wanted)
        write_layers(denser, folder / "denser")
        measure("shipped", vertices(layers), shipped, folder / "published")
        measure("densified", vertices(denser), folder / "denser", folder / "published")


def densified(layers: Boundaries, wanted: int) -> Boundaries:
    """Add vertices between those that are there until there are as many as wanted, or more."""
    step = sum(float(layer.areas.length.sum()) for layer in layers) / wanted
    while True:
        police, fire, ambulance = (
            Layer(layer.kind, layer.areas.set_geometry(layer.areas.segmentize(step)))
            for layer in layers
        )
        if vertices(Boundaries(police, fire, ambulance)) >= wanted:
            return Boundaries(police, fire, ambulance)
        step *= 0.9


def vertices(layers: Boundaries) -> int:
    """Count the vertices of all three layers."""
    return sum(
        int(np.sum(shapely.get_num_coordinates(layer.areas.geometry.to_numpy())))
        for layer in layers
    )


def measure(title: str, number: int, boundaries: Path, published: Path) -> None:
    """Publish once and print what it took."""
    started = time.monotonic()
    command = [sys.executable, "-c", _PUBLISH, str(boundaries), str(published)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    seconds = time.monotonic() - started
    publishing, reading = (int(kib) // _KIB_PER_MB for kib in ran.stdout.split())
    print(
        f"{title:10} {number:>10,} vertices {seconds:6.1f} s {publishing:>6,} MB,"
        f" and {reading:,} MB to read a file"
    )


if __name__ == "__main__":
    main()
