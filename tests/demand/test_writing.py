"""The file of counts."""

import json
from pathlib import Path

import pytest
from msgspec.structs import astuple
from pyarrow import parquet

from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.writing import COLUMNS, write_counts
from escwg_map.errors import CannotWrite, EscwgMapError

COUNTS = Counts(
    (
        CellCount("E23000901", "E31000903", "RZ1", "fall", 3, 4.5),
        CellCount("E23000902", "E31000901", "RZ1", "Gŵyr", 7, 7.0),
    ),
    elsewhere=2,
    faulty=1,
    source="1 file",
)


def test_json_has_the_rows_beside_the_metadata(tmp_path: Path) -> None:
    write_counts(tmp_path / "c.json", COUNTS)

    read = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert [tuple(row.values()) for row in read["rows"]] == [astuple(row) for row in COUNTS.cells]
    assert list(read["rows"][0]) == list(COLUMNS)


def test_parquet_has_the_same_columns(tmp_path: Path) -> None:
    write_counts(tmp_path / "c.parquet", COUNTS)

    read = parquet.read_table(tmp_path / "c.parquet")
    assert read.column_names == list(COLUMNS)
    assert [tuple(row.values()) for row in read.to_pylist()] == [astuple(r) for r in COUNTS.cells]


@pytest.mark.parametrize("name", ["c.json", "c.parquet"])
def test_every_file_says_that_it_is_exact_and_what_is_in_no_row(tmp_path: Path, name: str) -> None:
    write_counts(tmp_path / name, COUNTS)

    if name.endswith("json"):
        said = json.loads((tmp_path / name).read_text(encoding="utf-8"))["metadata"]
    else:
        metadata = parquet.read_schema(tmp_path / name).metadata
        said = {key.decode(): json.loads(value) for key, value in metadata.items()}
    assert (said["exact"], said["elsewhere"], said["faulty"]) == (True, 2, 1)
    assert "not to be published" in said["caution"]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EscwgMapError, match=r"c\.csv does not end in \.json or \.parquet"):
        write_counts(tmp_path / "c.csv", COUNTS)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="name another place with --counts"):
        write_counts(tmp_path / "nowhere" / "c.json", COUNTS)
