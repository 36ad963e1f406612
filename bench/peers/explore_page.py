"""The page that `geopandas.explore` makes of the three layers: run by the peers' own Python.

    python explore_page.py FOLDER PAGE

FOLDER holds a GeoPackage a layer. There is no ground map, since ours has none.
"""

import sys
from pathlib import Path

import folium
import geopandas


def main(folder: Path, page: Path) -> None:
    """Colour the police areas by their number of projects, and lay the other two over them."""
    layers = {
        name: geopandas.read_file(folder / f"{name}.gpkg")
        for name in ("police", "fire", "ambulance")
    }
    drawn = layers["police"].explore(column="projects", name="police", popup=True, tiles=None)
    layers["fire"].explore(m=drawn, name="fire", color="#1c3f7f", popup=True)
    layers["ambulance"].explore(m=drawn, name="ambulance", color="#3c9f5f", popup=True)
    folium.LayerControl().add_to(drawn)
    drawn.save(page)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
