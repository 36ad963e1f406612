"""The page that plain Folium makes of the three layers: run by the peers' own Python.

    python folium_page.py FOLDER PAGE

FOLDER holds a GeoPackage a layer. There is no ground map, since ours has none.
"""

import sys
from pathlib import Path

import folium
import geopandas

LAYERS = {"police": "#772302", "fire": "#1c3f7f", "ambulance": "#3c9f5f"}
TOLD = ["code", "name", "projects"]


def main(folder: Path, page: Path) -> None:
    """Put each layer on the map with a popup an area, as Folium's guide does."""
    drawn = folium.Map(location=[53, -2], zoom_start=6, tiles=None)
    for name, colour in LAYERS.items():
        folium.GeoJson(
            geopandas.read_file(folder / f"{name}.gpkg"),
            name=name,
            style_function=lambda _, colour=colour: {"color": colour, "weight": 2},
            popup=folium.GeoJsonPopup(fields=TOLD),
        ).add_to(drawn)
    folium.LayerControl().add_to(drawn)
    drawn.save(page)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
