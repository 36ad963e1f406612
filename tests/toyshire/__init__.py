"""Toyshire, a made-up country of twelve square districts, small enough to work out by hand.

    row 2   Northtoy    four districts of 2,000 people     police and fire are coterminous
    row 1   Midtoy      four districts of 1,000 people     Westoy Fire | Eastoy Fire
    row 0   Southtoy    four districts of 1,000 people     Westoy Fire | Eastoy Fire
            column      0     1     2     3

A district is 10 km wide and 10 km high (100 km2). The south-west corner stands at easting 400000,
northing 300000. Police areas are the rows; Westoy Fire has columns 0 and 1 of rows 0 and 1, Eastoy
Fire columns 2 and 3, Northtoy Fire the whole of row 2; Toyshire Ambulance has columns 0 to 2,
Seaside Ambulance column 3. That makes 8 cells. Northtoy has no project, under either of its codes.
"""

from pathlib import Path

import geopandas as gpd
from shapely import Polygon

from toyshire.register import write_register
from toyshire.tables import Cells, write_rows

__all__ = ["SIDE", "districts", "lookup_rows", "write_districts", "write_lookup", "write_register"]

WEST, SOUTH = 400_000, 300_000
SIDE = 10_000
"""Metres along one side of a district."""

# An edge carries vertices between its corners, the same ones for the districts on both sides.
STEPS = (0, 2_500, 4_000, 7_500)

NAMES = (
    ("Sandhaven", "Millbrook", "Toybridge", "Saltness"),
    ("Heathcote", "Toytown", "Kingsmere", "Cliffsea"),
    ("Highmoor", "Fellgate", "Larkrigg", "Coldharbour"),
)
POLICE = (("E23000903", "Southtoy"), ("E23000902", "Midtoy"), ("E23000901", "Northtoy"))
WESTOY, EASTOY = ("E31000901", "Westoy"), ("E31000902", "Eastoy")
NORTHTOY_FIRE = ("E31000903", "Northtoy")
TOYSHIRE_AMBULANCE, SEASIDE = ("RZ1", "Toyshire Ambulance"), ("RZ2", "Seaside Ambulance")

PLACES = tuple((row, column) for row in range(3) for column in range(4))


def districts() -> gpd.GeoDataFrame:
    """Draw the twelve districts in British National Grid, with lad_code, lad_name and country."""
    return gpd.GeoDataFrame(
        {
            "lad_code": [_code(row, column) for row, column in PLACES],
            "lad_name": [NAMES[row][column] for row, column in PLACES],
            "country": ["England"] * len(PLACES),
        },
        geometry=[_square(row, column) for row, column in PLACES],
        crs="EPSG:27700",
    )


def write_districts(path: Path, *, crs: str = "EPSG:4326") -> Path:
    """Write the districts as the kind of file its ending names: `.geojson`, `.shp`, `.gpkg`."""
    drawn = districts().to_crs(crs)
    if path.suffix == ".geojson":
        drawn.to_file(path, driver="GeoJSON", COORDINATE_PRECISION=10)
    else:
        drawn.to_file(path)
    return path


def lookup_rows() -> list[Cells]:
    """Say which services cover each district, in the columns of the official lookup."""
    return [_lookup_row(row, column) for row, column in PLACES]


def write_lookup(path: Path) -> Path:
    """Write the lookup of districts to services as CSV."""
    return write_rows(path, lookup_rows())


def _lookup_row(row: int, column: int) -> Cells:
    police_code, police_name = POLICE[row]
    fire_code, fire_name = _fire(row, column)
    ambulance_code, ambulance_name = SEASIDE if column == 3 else TOYSHIRE_AMBULANCE
    return {
        "lad_code": _code(row, column),
        "lad_name": NAMES[row][column],
        "police_code": police_code,
        "police_name": police_name,
        "fire_code": fire_code,
        "fire_name": fire_name,
        "ambulance_code": ambulance_code,
        "ambulance_name": ambulance_name,
        "population_2011": "2000" if row == 2 else "1000",
    }


def _fire(row: int, column: int) -> tuple[str, str]:
    if row == 2:
        return NORTHTOY_FIRE
    return WESTOY if column < 2 else EASTOY


def _code(row: int, column: int) -> str:
    return f"E07990{row}{column}1"


def _square(row: int, column: int) -> Polygon:
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    east, north = west + SIDE, south + SIDE
    return Polygon(
        [(west + step, south) for step in STEPS]
        + [(east, south + step) for step in STEPS]
        + [(east, north)]
        + [(west + step, north) for step in reversed(STEPS)]
        + [(west, south + step) for step in reversed(STEPS[1:])]
    )
