"""Points written back with the codes of their services."""

from pathlib import Path

import geopandas
import pyarrow as pa
import pytest
from pyarrow import csv, parquet

from demand.made_up import (
    AT_SEA,
    COLDHARBOUR,
    SANDHAVEN,
    Country,
    points,
    scattered,
    total,
    write,
    write_text,
)
from escwg_map.demand.columns import Wanted
from escwg_map.demand.enrich import CODES
from escwg_map.demand.work import Asked, Counted
from escwg_map.errors import CannotWrite, EscwgMapError, RefusedInput


def enrich(country: Country, read: Path, out: Path, *, skip: bool = False) -> Counted:
    return country.answers(Asked([str(read)], Wanted(), skip, enrich=out))


def read(path: Path) -> pa.Table:
    return parquet.read_table(path) if path.suffix == ".parquet" else csv.read_csv(path)


PLACES = points(SANDHAVEN, AT_SEA, COLDHARBOUR, note=["one", "two", "three"])


@pytest.mark.parametrize("ending", ["parquet", "csv"])
@pytest.mark.parametrize("out", ["parquet", "csv", "csv.gz"])
def test_each_point_gets_the_codes_of_its_services(
    country: Country, tmp_path: Path, ending: str, out: str
) -> None:
    path = write(PLACES, tmp_path / f"p.{ending}")

    enrich(country, path, tmp_path / f"out.{out}")

    written = read(tmp_path / f"out.{out}").to_pylist()
    assert [row["note"] for row in written] == ["one", "two", "three"]
    assert [[row[code] or "" for code in CODES] for row in written] == [
        ["E23000903", "E31000901", "RZ1"],
        ["", "", ""],
        ["E23000901", "E31000903", "RZ2"],
    ]


def test_everything_else_of_a_row_stays_as_it_was(country: Country, tmp_path: Path) -> None:
    path = write(scattered(5_000), tmp_path / "p.parquet")

    enrich(country, path, tmp_path / "out.parquet")

    assert read(tmp_path / "out.parquet").drop_columns(list(CODES)) == read(path)


def test_what_is_written_adds_up_to_what_is_counted(country: Country, tmp_path: Path) -> None:
    path = write(scattered(5_000), tmp_path / "p.parquet")

    counted = enrich(country, path, tmp_path / "out.parquet")

    codes = read(tmp_path / "out.parquet").select(list(CODES)).to_pylist()
    for row in counted.counts.cells:
        written = {code: getattr(row, code) for code in CODES}
        assert codes.count(written) == row.points


def test_geoparquet_stays_geoparquet(country: Country, tmp_path: Path) -> None:
    places = geopandas.points_from_xy(PLACES["easting"], PLACES["northing"])
    geopandas.GeoDataFrame(geometry=places, crs="EPSG:27700").to_parquet(tmp_path / "p.parquet")

    enrich(country, tmp_path / "p.parquet", tmp_path / "out.parquet")

    frame = geopandas.read_parquet(tmp_path / "out.parquet")
    assert frame.crs == "EPSG:27700"
    assert frame["ambulance_code"].fillna("").tolist() == ["RZ1", "", "RZ2"]


def test_codes_from_before_are_replaced(country: Country, tmp_path: Path) -> None:
    old = PLACES.append_column("fire_code", pa.array(["old"] * 3))

    enrich(country, write(old, tmp_path / "p.csv"), tmp_path / "out.parquet")

    assert read(tmp_path / "out.parquet")["fire_code"].to_pylist() == [
        "E31000901",
        None,
        "E31000903",
    ]


def test_rows_at_fault_are_written_without_codes(country: Country, tmp_path: Path) -> None:
    path = write_text(
        tmp_path / "p.csv", "easting,northing", "405000,305000", "NaN,1", "x,y", "short"
    )

    counted = enrich(country, path, tmp_path / "out.csv")

    written = read(tmp_path / "out.csv").to_pylist()
    assert [row["easting"] for row in written] == ["405000", "NaN", "x"]
    assert [row["police_code"] for row in written] == ["E23000903", "", ""]
    assert total(counted) == 4


def test_columns_of_the_same_name_both_stay(country: Country, tmp_path: Path) -> None:
    path = write_text(tmp_path / "p.csv", "easting,northing,note,note", "405000,305000,a,b")

    enrich(country, path, tmp_path / "out.csv")

    heading, row = (tmp_path / "out.csv").read_text().splitlines()
    assert heading.replace('"', "").startswith("easting,northing,note,note,police_code")
    assert row.replace('"', "") == "405000,305000,a,b,E23000903,E31000901,RZ1"


def test_several_files_become_a_folder_of_files(country: Country, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.csv", "b.parquet"):
        write(PLACES, tmp_path / "in" / name)

    enrich(country, tmp_path / "in", tmp_path / "out" / "deep")

    for name in ("a.csv", "b.parquet"):
        assert read(tmp_path / "out" / "deep" / name).num_rows == 3


def test_files_of_one_name_are_not_written_over_each_other(
    country: Country, tmp_path: Path
) -> None:
    for folder in ("one", "other"):
        (tmp_path / "in" / folder).mkdir(parents=True)
        write(PLACES, tmp_path / "in" / folder / "a.csv")

    with pytest.raises(EscwgMapError, match="Two of the files have the same name"):
        enrich(country, tmp_path / "in", tmp_path / "out")


def test_several_files_do_not_become_one(country: Country, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.csv", "b.csv"):
        write(PLACES, tmp_path / "in" / name)

    with pytest.raises(EscwgMapError, match="2 files are read: name a folder"):
        enrich(country, tmp_path / "in", tmp_path / "out.csv")


def test_what_is_read_is_not_written_over(country: Country, tmp_path: Path) -> None:
    path = write(PLACES, tmp_path / "p.csv")
    before = path.read_bytes()

    with pytest.raises(EscwgMapError, match="is what is read: name another place with --enrich"):
        enrich(country, path, path)

    assert path.read_bytes() == before


def test_csv_cannot_hold_a_geometry(country: Country, tmp_path: Path) -> None:
    places = geopandas.points_from_xy(PLACES["easting"], PLACES["northing"])
    geopandas.GeoDataFrame(geometry=places, crs="EPSG:27700").to_parquet(tmp_path / "p.parquet")

    with pytest.raises(EscwgMapError, match="CSV cannot hold the column 'geometry'"):
        enrich(country, tmp_path / "p.parquet", tmp_path / "out.csv")

    assert [path.name for path in tmp_path.iterdir()] == ["p.parquet"]


def test_a_damaged_file_leaves_what_was_there(country: Country, tmp_path: Path) -> None:
    path = write(scattered(60_000), tmp_path / "p.csv.gz")
    path.write_bytes(path.read_bytes()[:-1_000])
    (tmp_path / "out.csv").write_text("old")

    with pytest.raises(RefusedInput):
        enrich(country, path, tmp_path / "out.csv")

    assert (tmp_path / "out.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "p.csv.gz"]


def test_a_place_that_cannot_be_written_is_told(country: Country, tmp_path: Path) -> None:
    path = write(PLACES, tmp_path / "p.csv")

    with pytest.raises(CannotWrite, match="name another place with --enrich"):
        enrich(country, path, path / "out.csv")
