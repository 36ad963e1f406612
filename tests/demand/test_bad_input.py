"""What is wrong with rows and files: counted, told with row numbers, and never lost."""

import gzip
import re
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pytest

from demand.made_up import (
    ABROAD,
    AT_SEA,
    CELLS,
    SANDHAVEN,
    TOYTOWN,
    Country,
    in_degrees,
    metres,
    points,
    scattered,
    total,
    write,
    write_text,
)
from escwg_map.demand.columns import NoColumns, Wanted
from escwg_map.demand.work import Asked
from escwg_map.errors import EscwgMapError, RefusedInput

HERE = "405000,305000"

BAD_ROWS = {
    "a field short": ("405000", "with fewer or more fields than the heading"),
    "a field too many": (f"{HERE},7", "with fewer or more fields than the heading"),
    "empty": (",305000", "without a place: empty, NaN or infinite"),
    "NaN": ("NaN,305000", "without a place: empty, NaN or infinite"),
    "infinite": ("405000,inf", "without a place: empty, NaN or infinite"),
    "text": ("four,305000", "with text where a number belongs"),
    "nought": ("0,0", "at 0, 0, which stands for no place"),
    "degrees": ("-1.79,52.71", "in degrees where metres are said"),
    "swapped degrees": ("52.71,-1.79", "in degrees where metres are said"),
    "at sea": ("440500,305000", "with a point in no area: at sea, or across a border"),
    "abroad": ("100000,500000", "with a point beyond all areas: abroad, or far out at sea"),
}


@pytest.mark.parametrize("kind", BAD_ROWS)
def test_a_bad_row_is_told_with_its_number_and_not_lost(
    country: Country, tmp_path: Path, kind: str
) -> None:
    row, said = BAD_ROWS[kind]
    path = write_text(tmp_path / "p.csv", "easting,northing", HERE, row, HERE, HERE, row)

    counted = country.counts(path)

    assert any(line.startswith(f"  2 rows {said}: p.csv rows 3 and 6") for line in counted.told)
    assert total(counted) == 5


def test_all_kinds_together_add_up_to_the_rows(country: Country, tmp_path: Path) -> None:
    rows = [row for row, _ in BAD_ROWS.values()]
    path = write_text(tmp_path / "p.csv", "easting,northing", *rows, HERE)

    counted = country.counts(path)

    assert total(counted) == len(rows) + 1
    assert counted.told[0] == ("12 rows read from 1 file: 1 in an area, 2 elsewhere, 9 at fault")


def test_the_first_three_rows_of_a_kind_are_named(country: Country, tmp_path: Path) -> None:
    path = write_text(tmp_path / "p.csv", "easting,northing", HERE, *["x,y"] * 9)

    (said,) = (line for line in country.counts(path).told if "with text" in line)

    assert said.startswith("  9 rows with text where a number belongs: p.csv rows 3, 4 and 5. To m")


def test_rows_keep_their_numbers_behind_rows_that_are_left_out(
    country: Country, tmp_path: Path
) -> None:
    path = write_text(
        tmp_path / "p.csv", "easting,northing", HERE, "short", "", "short", "x,y", HERE, "x,y"
    )

    told = country.counts(path).told

    # The empty line is no row.
    assert any("with fewer or more fields than the heading: p.csv rows 3 and 4" in t for t in told)
    assert any("with text where a number belongs: p.csv rows 5 and 7" in line for line in told)


def test_rows_of_parquet_are_numbered_from_one(country: Country, tmp_path: Path) -> None:
    path = write(points(SANDHAVEN, AT_SEA, ABROAD, TOYTOWN), tmp_path / "p.parquet")

    told = country.counts(path).told

    assert any("at sea, or across a border: p.parquet row 2" in line for line in told)
    assert any("beyond all areas: abroad, or far out at sea: p.parquet row 3" in t for t in told)


def test_rows_of_several_files_are_named_with_their_files(country: Country, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write_text(tmp_path / name, "easting,northing", HERE, "x,y")

    (said,) = (line for line in country.counts(tmp_path).told if "with text" in line)

    assert ": a.csv row 3 and b.csv row 3." in said


def swapped(number: int) -> pa.Table:
    degrees = in_degrees(points(*CELLS[:number]))
    return degrees.rename_columns(["latitude", "longitude"])


def test_swapped_degrees_are_told_with_the_cure(country: Country, tmp_path: Path) -> None:
    both = pa.concat_tables(
        [in_degrees(points(SANDHAVEN)), swapped(2).select(["longitude", "latitude"])]
    )

    counted = country.counts(write(both, tmp_path / "p.csv"))

    said = "  2 rows with longitude and latitude swapped: p.csv rows 3 and 4. To mend it: if all"
    assert any(line.startswith(said) for line in counted.told)
    assert total(counted) == 3


def test_swapped_columns_can_be_named_the_other_way_round(country: Country, tmp_path: Path) -> None:
    path = write(swapped(8), tmp_path / "p.csv")

    counted = country.counts(path, x="latitude", y="longitude")

    assert [row.points for row in counted.counts.cells] == [1] * 8


@pytest.mark.parametrize(
    ("table", "wanted", "cure"),
    [
        (swapped(8), {}, "longitude and latitude swapped.*name the columns the other way round"),
        (points(*CELLS), {"crs": "EPSG:4326"}, "metres where degrees are said.*EPSG:27700"),
        (in_degrees(points(*CELLS)), {"crs": "EPSG:27700"}, "degrees where metres are.*EPSG:4326"),
    ],
    ids=["swapped", "metres", "degrees"],
)
def test_where_no_row_is_a_point_nothing_is_counted(
    country: Country, tmp_path: Path, table: pa.Table, wanted: dict[str, str], cure: str
) -> None:
    with pytest.raises(RefusedInput) as refused:
        country.counts(write(table, tmp_path / "p.csv"), **wanted)

    assert str(refused.value).startswith("None of 8 rows is a point:\n  8 rows ")
    assert re.search(cure, str(refused.value))


@pytest.mark.parametrize("weight", ["-1", "", "NaN", "heavy", "1e10"])
def test_a_weight_that_is_none_is_told(country: Country, tmp_path: Path, weight: str) -> None:
    path = write_text(
        tmp_path / "p.csv", "easting,northing,hours", f"{HERE},2.5", f"{HERE},{weight}"
    )

    counted = country.counts(path, weight="hours")

    assert any("1 row whose weight is no number from 0" in line for line in counted.told)
    assert ([row.weight for row in counted.counts.cells], total(counted)) == ([2.5], 2)


@pytest.mark.parametrize("name", ["p.csv", "p.parquet"])
def test_nothing_recognised_at_all_is_refused_with_the_cure(
    country: Country, tmp_path: Path, name: str
) -> None:
    path = write(pa.table({"id": [1], "when": ["May"]}), tmp_path / name)

    with pytest.raises(NoColumns, match="No coordinates are recognised among the columns 'id' and"):
        country.counts(path)


@pytest.mark.parametrize("name", ["b.csv", "b.parquet"])
def test_rows_of_a_file_without_the_columns_are_counted_as_faulty(
    country: Country, tmp_path: Path, name: str
) -> None:
    write(points(SANDHAVEN), tmp_path / "a.csv")
    write(pa.table({"id": [1, 2], "when": ["May", "June"]}), tmp_path / name)

    counted = country.counts(tmp_path)

    said = "  2 rows of files without the columns that are wanted: "
    assert any(line.startswith(said) for line in counted.told)
    assert any(name in line and "No coordinates are recognised" in line for line in counted.told)
    assert (total(counted), counted.counts.faulty) == (3, 2)


@pytest.mark.parametrize("body", [b"", b"\n\n", b"easting,northing\n", b"easting,northing\n\n\n"])
def test_files_without_a_row_are_told(country: Country, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "p.csv").write_bytes(body)

    with pytest.raises(EscwgMapError, match=r"There is nothing to count|among the columns \(there"):
        country.counts(tmp_path / "p.csv")


def test_too_many_categories_are_refused(country: Country, tmp_path: Path) -> None:
    numbers = [f"incident {number}" for number in range(5_000)]
    path = write(scattered(5_000).append_column("id", pa.array(numbers)), tmp_path / "p.parquet")

    with pytest.raises(EscwgMapError, match="more than 2,000 categories: name another column"):
        country.counts(path, by="id")


def damage(kind: str, folder: Path) -> str:
    """Write a file that is damaged, and give its name."""
    table = scattered(60_000)
    if kind == "parquet without its end":
        path = write(table, folder / "bad.parquet")
        path.write_bytes(path.read_bytes()[:-100])
    elif kind == "parquet with a hole":
        path = write(table, folder / "bad.parquet")
        body = bytearray(path.read_bytes())
        body[4:60_000] = bytes(59_996)
        path.write_bytes(body)
    elif kind == "no parquet":
        path = write_text(folder / "bad.parquet", "easting,northing", HERE)
    elif kind == "gzip cut short":
        path = write(table, folder / "bad.csv.gz")
        path.write_bytes(path.read_bytes()[:-2_000])
    elif kind == "no gzip":
        path = write(table, folder / "bad.csv")
        path = path.rename(folder / "bad.csv.gz")
    elif kind == "a line without end":
        path = folder / "bad.csv"
        path.write_bytes(b"easting,northing\n405000,305000\n" + b"7" * 9_000_000)
    else:
        path = folder / "bad.csv.gz"
        path.write_bytes(gzip.compress(b"easting,northing\n405000,305000\n")[:-8] + b"\0" * 8)
    return path.name


DAMAGES = (
    *("parquet without its end", "parquet with a hole", "no parquet", "gzip cut short"),
    *("no gzip", "a line without end", "gzip with a wrong digest"),
)


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_named_and_nothing_counted(
    country: Country, tmp_path: Path, kind: str
) -> None:
    write(points(SANDHAVEN), tmp_path / "good.csv")
    name = damage(kind, tmp_path)

    with pytest.raises(RefusedInput) as refused:
        country.counts(tmp_path)

    assert f"{tmp_path / name} cannot be read: it is damaged" in str(refused.value)
    assert "add --skip-bad-files to leave them out" in str(refused.value)


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_left_out_whole_where_that_is_asked_for(
    country: Country, tmp_path: Path, kind: str
) -> None:
    write(points(SANDHAVEN), tmp_path / "good.csv")
    name = damage(kind, tmp_path)

    counted = country.answers(Asked([str(tmp_path)], Wanted(), skip_bad_files=True))

    assert counted.told[0].startswith("1 row read from 2 files, 1 part left out: 1 in an area")
    assert counted.told[-1].startswith(f"Left out: {tmp_path / name} cannot be read")
    assert counted.counts.source == "2 files, 1 part left out"


def test_a_file_that_goes_while_others_are_read_is_named(
    country: Country, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(points(SANDHAVEN), tmp_path / "p.csv")
    link = tmp_path / "gone.csv"
    link.symlink_to(path)
    monkeypatch.setattr("escwg_map.demand.work.refuse_unrecognised", lambda *_: link.unlink())

    with pytest.raises(RefusedInput, match=r"gone\.csv cannot be read: it is not there"):
        country.counts(tmp_path)


def numbers_in(texts: Sequence[str]) -> set[str]:
    return set(re.findall(r"\d[\d.]*\d", " ".join(texts)))


@pytest.mark.parametrize(
    "row",
    ["405123.75,305987.25,9", "405123.75,305987.25x", "405123.75;305987.25", "52.7145,-1.7943"],
)
def test_no_coordinate_is_told(country: Country, tmp_path: Path, row: str) -> None:
    path = write_text(tmp_path / "p.csv", "easting,northing", "405123.75,305987.25", row)

    told = country.counts(path).told

    coordinates = {"405123.75", "305987.25", "52.7145", "1.7943"}
    assert not numbers_in(told) & coordinates


def test_no_coordinate_is_told_of_a_damaged_file(country: Country, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(b"easting,northing\n405123.75,305987.25\n405123.75," + b"1" * 9_000_000)

    with pytest.raises(RefusedInput) as refused:
        country.counts(path)

    assert "405123" not in str(refused.value)


def test_toyshire_holds_what_is_expected_of_it(country: Country, tmp_path: Path) -> None:
    table = pa.table(dict(zip(("easting", "northing"), metres(*CELLS).T, strict=True)))

    counted = country.counts(write(table, tmp_path / "p.csv"))

    assert [row.points for row in counted.counts.cells] == [1] * 8
