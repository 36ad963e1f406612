"""District polygons of the user's, and the records made of them."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

import toyshire
from escwg_map.errors import RefusedInput
from escwg_map.sources.districts import district_records, districts_csv, read_districts
from escwg_map.sources.lookup import read_lookup


@pytest.mark.parametrize("name", ["districts.geojson", "districts.gpkg", "districts.shp"])
def test_reads_the_same_districts_of_any_kind_of_file(tmp_path: Path, name: str) -> None:
    districts, mended = read_districts(toyshire.write_districts(tmp_path / name))

    assert list(districts.frame.area) == [100e6] * 12
    assert mended == []


def test_tells_the_country_from_the_code(tmp_path: Path) -> None:
    path = tmp_path / "districts.gpkg"
    toyshire.districts().drop(columns="country").to_file(path)

    districts, _ = read_districts(path)

    assert set(districts.frame["country"]) == {"England"}


def test_refuses_another_country(tmp_path: Path) -> None:
    path = tmp_path / "districts.gpkg"
    toyshire.districts().assign(country="Scotland").to_file(path)
    lookup = read_lookup(toyshire.write_lookup(tmp_path / "lookup.csv"))

    with pytest.raises(RefusedInput, match="E07990001 is in Scotland"):
        district_records(read_districts(path)[0], lookup)


def test_refuses_districts_of_different_topologies(tmp_path: Path) -> None:
    path = tmp_path / "districts.gpkg"
    first, others = toyshire.districts()[:1], toyshire.districts()[1:]
    shifted = first.set_geometry(first.geometry.translate(50))
    gpd.GeoDataFrame(pd.concat([shifted, others])).to_file(path)

    with pytest.raises(
        RefusedInput, match=r"districts\.gpkg: E07990001 and E07990011 overlap by 0.5"
    ):
        read_districts(path)


def test_writes_the_table_with_crlf_in_the_order_of_codes(toyshire: Path) -> None:
    lines = (toyshire / "data" / "districts.csv").read_bytes().split(b"\r\n")

    assert lines[0] == (
        b"code,name,country,police_code,fire_code,ambulance_code,population_2011,longitude,latitude"
    )
    assert lines[1] == b"E07990001,Sandhaven,England,E23000903,E31000901,RZ1,1000,-1.9275,52.6427"
    assert lines[1:-1] == sorted(lines[1:-1])


def test_gives_each_district_a_place_in_its_middle(tmp_path: Path) -> None:
    districts, _ = read_districts(toyshire.write_districts(tmp_path / "districts.geojson"))
    lookup = read_lookup(toyshire.write_lookup(tmp_path / "lookup.csv"))

    toytown = next(r for r in district_records(districts, lookup) if r.name == "Toytown")

    # 415000, 315000: fifteen kilometres from the south-west corner, both ways, give or take 50 m.
    assert (toytown.longitude, toytown.latitude) == pytest.approx((-1.7793, 52.7323), abs=0.0008)


def test_a_table_of_no_districts_is_a_header() -> None:
    assert districts_csv([]).count(b"\r\n") == 1
