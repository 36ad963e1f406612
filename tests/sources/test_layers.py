"""The three layers on disk: a user's files come in, and ours go out the same every day."""

import shutil
from pathlib import Path

import geopandas as gpd
import pytest

from escwg_map.disk.manifest import digest, write_manifest
from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.sources.layers import PARTS, layer_files, read_layers, write_layers
from escwg_map.vocabulary import Kind


def test_reads_three_layers(boundaries: Path) -> None:
    layers, problems = read_layers(boundaries)

    assert [len(layer.areas) for layer in layers] == [3, 3, 2]
    assert problems == []


def test_writes_fifteen_files(boundaries: Path, tmp_path: Path) -> None:
    layers, _ = read_layers(boundaries)

    write_layers(layers, tmp_path / "again")

    names = {path.name for path in (tmp_path / "again").iterdir()}
    assert names == {f"{kind}{part}" for kind in Kind for part in PARTS}


def test_writes_the_same_bytes_that_it_read(boundaries: Path) -> None:
    layers, _ = read_layers(boundaries)

    for name, content in layer_files(layers).items():
        assert content == (boundaries / name).read_bytes(), name


def test_dates_the_table_by_the_areas_and_not_by_today(boundaries: Path) -> None:
    years_since_1900, month, day = (boundaries / "police.dbf").read_bytes()[1:4]

    assert (1900 + years_since_1900, month, day) == (2016, 12, 1)


def test_names_the_files_that_are_missing(boundaries: Path) -> None:
    (boundaries / "fire.shp").unlink()

    with pytest.raises(MissingInput, match=r"fire\.shp: not there.*escwg-map boundaries build"):
        read_layers(boundaries)


def test_refuses_the_areas_of_another_kind(boundaries: Path) -> None:
    for part in PARTS:
        shutil.copy(boundaries / f"fire{part}", boundaries / f"police{part}")

    with pytest.raises(
        RefusedInput, match=r"police\.shp, row 1, column code: E31000901 belongs to the fire"
    ):
        read_layers(boundaries)


def test_reads_official_columns_in_another_system(boundaries: Path) -> None:
    path = boundaries / "police.shp"
    official = gpd.read_file(path).rename(columns={"code": "PFA16CD", "name": "PFA16NM"})
    official.to_crs("EPSG:4326").to_file(path)

    layers, _ = read_layers(boundaries)

    assert list(layers.police.areas["name"]) == ["Northtoy", "Midtoy", "Southtoy"]


def test_finishes_a_replacement_before_it_reads(boundaries: Path) -> None:
    staging = boundaries / ".replacing"
    staging.mkdir()
    digests = {path.name: digest(path.read_bytes()) for path in boundaries.glob("police.*")}
    for name in digests:
        (boundaries / name).rename(staging / name)
    write_manifest(staging, digests)

    layers, _ = read_layers(boundaries)

    assert len(layers.police.areas) == 3
