"""GDAL as a client of a real server, on the map as it is shipped; the documents' examples run."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import geopandas as gpd
import pyogrio
import pytest

from web.features.client import COLLECTIONS, NATIONAL_GRID

PAGE = Path(__file__).parents[3] / "docs" / "ogc.md"
THE_MAP = "http://127.0.0.1:8000"
NUMBERS = dict(zip(COLLECTIONS, (43, 48, 12, 55, 102, 102), strict=True))


@pytest.fixture(scope="module")
def server(england_and_wales: str) -> str:
    """The server, as GDAL is told of it."""
    return f"OAPIF:{england_and_wales}/ogc/"


def asked(address: str, path: str) -> Any:  # noqa: ANN401 - a document
    with urlopen(f"{address}/ogc{path}", timeout=30) as response:
        return json.load(response)


def test_gdal_finds_every_collection(server: str) -> None:
    assert pyogrio.list_layers(server)[:, 0].tolist() == list(COLLECTIONS)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_gdal_reads_every_collection(server: str, collection: str) -> None:
    read = gpd.read_file(server, layer=collection)

    assert len(read) == NUMBERS[collection]
    assert set(read.geom_type) <= {"Point", "Polygon", "MultiPolygon"}
    assert read.geometry.is_valid.all()


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_gdal_reads_page_by_page(server: str, collection: str) -> None:
    read = gpd.read_file(server, layer=collection, PAGE_SIZE="10")

    assert len(read) == read["id"].nunique() == NUMBERS[collection]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_gdal_reads_the_british_national_grid(server: str, collection: str) -> None:
    read = gpd.read_file(server, layer=collection, CRS="EPSG:27700")

    west, south, east, north = read.total_bounds
    assert read.crs is not None
    assert read.crs.to_authority() == ("EPSG", "27700")
    assert 80_000 < west < east < 660_000
    assert 0 < south < north < 660_000


def test_the_ground_in_metres_is_as_large_as_its_property_says(server: str) -> None:
    read = gpd.read_file(server, layer="police", CRS="EPSG:27700")

    # The ground is measured on what the map draws, which is coarser than what is taken away.
    assert (read.area / 1e6).to_numpy() == pytest.approx(read["km2"].to_numpy(), rel=2e-3)


def test_gdal_reads_degrees(server: str) -> None:
    read = gpd.read_file(server, layer="police", CRS="OGC:CRS84")

    assert read.total_bounds.round(1).tolist() == [-6.4, 49.9, 1.8, 55.8]


def test_gdal_asks_for_a_box(server: str) -> None:
    humber = (500_000, 430_000, 510_000, 440_000)

    read = gpd.read_file(server, layer="police", bbox=humber)

    assert read["name"].tolist() == ["Humberside Police"]


def test_gdal_asks_for_a_box_in_degrees(server: str) -> None:
    read = gpd.read_file(server, layer="police", CRS="OGC:CRS84", bbox=(-0.5, 53.6, -0.2, 53.9))

    assert read["name"].tolist() == ["Humberside Police", "Lincolnshire Police"]


@pytest.mark.parametrize(
    ("collection", "where", "query"),
    [
        ("projects", "theme = 'demand'", "theme=demand"),
        ("projects", "theme = 'demand' AND status = 'live'", "theme=demand&status=live"),
        ("projects", "pages_inferred = 1", "pages_inferred=true"),
        ("police", "takes_part = 9", "takes_part=9"),
        ("police", "recorded = 0", "recorded=false"),
        ("cells", "police_code = 'E23000035'", "police_code=E23000035"),
    ],
)
def test_gdal_asks_for_properties(
    england_and_wales: str, server: str, collection: str, where: str, query: str
) -> None:
    items = asked(england_and_wales, f"/collections/{collection}/items?{query}")

    read = gpd.read_file(server, layer=collection, where=where)

    assert len(read) == items["numberMatched"] > 0


def test_what_gdal_cannot_ask_for_it_picks_itself(server: str) -> None:
    assert len(gpd.read_file(server, layer="police", where="people > 3000000")) == 1


def test_geojson_is_read_from_its_address_alone(england_and_wales: str) -> None:
    read = gpd.read_file(f"{england_and_wales}/ogc/collections/footprints/items?limit=1000")

    assert len(read) == 102


def test_the_example_for_geopandas_runs(england_and_wales: str) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    found: dict[str, Any] = {}

    exec(example.replace(THE_MAP, england_and_wales), found)  # noqa: S102 - our own example

    sizes = {
        name: len(value) for name, value in found.items() if isinstance(value, gpd.GeoDataFrame)
    }
    assert sizes == {"areas": 43, "nearby": 1, "degrees": 43, "demand": 15}


def test_the_examples_of_addresses_answer(england_and_wales: str) -> None:
    examples = re.findall(rf"curl '{THE_MAP}/ogc([^']+)'", PAGE.read_text(encoding="utf-8"))

    sent: list[Mapping[str, Any]] = [asked(england_and_wales, path) for path in examples]

    assert [each["type"] for each in sent] == ["FeatureCollection"] * 2
    assert all(each["numberMatched"] for each in sent)
    assert NATIONAL_GRID in examples[1]


def test_the_examples_for_gdal_are_what_pyogrio_does(server: str, tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    ((layer, where),) = re.findall(r'ogr2ogr .*/ogc/ (\w+) -where "([^"]+)"', text)

    gpd.read_file(server, layer=layer, where=where).to_file(tmp_path / "demand.gpkg")

    assert len(gpd.read_file(tmp_path / "demand.gpkg")) == 15
