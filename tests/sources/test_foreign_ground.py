"""A coordinate system that is missing, unknown or untrue is refused."""

from pathlib import Path

import geopandas as gpd
import pytest
from pyproj import CRS
from shapely.affinity import affine_transform

from escwg_map.sources.foreign import Asked, read_foreign
from sources.foreign_files import SQUARE, refusal_of, written

WORLD = CRS("EPSG:4326").to_wkt("WKT1_ESRI")
MERCATOR = CRS("EPSG:3857").to_wkt("WKT1_ESRI")
GRID = CRS("EPSG:27700").to_wkt("WKT1_ESRI")


def test_f11_refuses_a_missing_prj(police: Path) -> None:
    police.with_suffix(".prj").unlink()

    message = refusal_of(police)

    assert "police.shp: its coordinate system is unknown (no .prj, or an empty one)" in message
    assert "--crs EPSG:27700" in message


@pytest.mark.parametrize("content", ["", "garbage", "PROJCS[", 'PROJCS["Toyshire Grid"]', "EPSG:1"])
def test_f11_refuses_a_prj_that_says_nothing(police: Path, content: str) -> None:
    police.with_suffix(".prj").write_text(content, encoding="utf-8")

    message = refusal_of(police)

    assert "police.shp: its coordinate system is" in message
    assert "--crs EPSG:27700" in message


def test_f11_takes_the_system_asked_for_and_says_so(police: Path) -> None:
    police.with_suffix(".prj").unlink()

    read = read_foreign(police, asked=Asked(crs="EPSG:27700"))

    assert read.crs == "EPSG:27700"
    assert "it was read as EPSG:27700 because that was asked for" in str(read.notes[0])


@pytest.mark.parametrize("asked", ["27700", "/etc/passwd"])
def test_refuses_to_be_asked_for_anything_but_a_code(police: Path, asked: str) -> None:
    message = refusal_of(police, asked=Asked(crs=asked))

    assert f"'{asked}' is not the code of a coordinate system" in message


@pytest.mark.parametrize("code", ["EPSG:99999", "EPSG:5701", "EPSG:4978"])
def test_refuses_a_code_that_is_no_system_of_maps(police: Path, code: str) -> None:
    assert "none that is known for maps" in refusal_of(police, asked=Asked(crs=code))


@pytest.mark.parametrize(
    ("label", "code"), [(WORLD, "EPSG:4326"), (MERCATOR, "EPSG:3857")], ids=["degrees", "Mercator"]
)
def test_f12_refuses_a_label_that_cannot_be_true(police: Path, label: str, code: str) -> None:
    police.with_suffix(".prj").write_text(label, encoding="utf-8")

    message = refusal_of(police)

    assert f"does not lie in Great Britain: read as {code} its box is (400000, 300000," in message
    assert "and Great Britain's is (" in message


def test_f12_refuses_degrees_labelled_as_metres(tmp_path: Path) -> None:
    path = tmp_path / "police.shp"
    gpd.GeoSeries([SQUARE], crs="EPSG:27700").to_crs("EPSG:4326").to_file(path)
    path.with_suffix(".prj").write_text(GRID, encoding="utf-8")

    assert "read as EPSG:27700 its box is (-2.00" in refusal_of(path)


def test_f12_refuses_swapped_axes(tmp_path: Path) -> None:
    degrees = gpd.GeoSeries([SQUARE], crs="EPSG:27700").to_crs("EPSG:4326")
    degrees.map(lambda shape: affine_transform(shape, [0, 1, 1, 0, 0, 0])).to_file(
        tmp_path / "police.geojson"
    )

    assert "read as EPSG:4326 its box is (52.5" in refusal_of(tmp_path / "police.geojson")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:4277", "EPSG:4258"])
def test_brings_any_known_system_to_the_national_grid(tmp_path: Path, crs: str) -> None:
    path = tmp_path / "police.gpkg"
    gpd.GeoSeries([SQUARE], crs="EPSG:27700").to_crs(crs).to_file(path)

    read = read_foreign(path)

    assert read.crs == crs
    assert read.frame.total_bounds == pytest.approx(SQUARE.bounds, abs=3)


def test_takes_a_square_in_the_grid_as_it_is(tmp_path: Path) -> None:
    assert read_foreign(written(tmp_path / "police.gpkg", SQUARE)).frame.area.sum() == 1e8
