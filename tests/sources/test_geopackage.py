"""GeoPackages and FlatGeobufs from outside."""

from pathlib import Path

import geopandas as gpd
import pytest

from escwg_map.sources.foreign import Asked, read_foreign
from sources.foreign_files import SQUARE, refusal_of, written


@pytest.fixture
def two_layers(tmp_path: Path) -> Path:
    path = tmp_path / "areas.gpkg"
    squares = gpd.GeoDataFrame({"code": ["RZ1"]}, geometry=[SQUARE], crs="EPSG:27700")
    for layer in ("police", "fire"):
        squares.to_file(path, layer=layer)
    return path


@pytest.mark.parametrize("ending", [".gpkg", ".fgb"])
def test_reads_one_layer(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"police{ending}", SQUARE, name="Gŵyr")

    assert list(read_foreign(path).frame["name"]) == ["Gŵyr"]


def test_lists_several_layers(two_layers: Path) -> None:
    message = refusal_of(two_layers)

    assert "areas.gpkg: it holds 2 layers: police, fire" in message
    assert "choose one with --layer" in message


def test_reads_the_layer_asked_for(two_layers: Path) -> None:
    assert len(read_foreign(two_layers, asked=Asked(layer="fire")).frame) == 1


def test_refuses_a_layer_that_is_not_there(two_layers: Path) -> None:
    message = refusal_of(two_layers, asked=Asked(layer="water"))

    assert "areas.gpkg: it holds no layer 'water', only: police, fire" in message


@pytest.mark.parametrize("keep", [200, 5_000])
def test_refuses_a_geopackage_that_was_cut_short(tmp_path: Path, keep: int) -> None:
    path = written(tmp_path / "police.gpkg", SQUARE)
    path.write_bytes(path.read_bytes()[:keep])

    assert refusal_of(path).startswith("police.gpkg is refused")
