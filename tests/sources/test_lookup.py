"""The lookup of districts to services."""

from pathlib import Path

import pytest

import toyshire
from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.sources.lookup import read_lookup
from toyshire.tables import Cells, write_rows


def refusal_of(path: Path, rows: list[Cells]) -> str:
    with pytest.raises(RefusedInput) as refused:
        read_lookup(write_rows(path / "lookup.csv", rows))
    return str(refused.value)


def test_reads_a_row_for_each_district(tmp_path: Path) -> None:
    lookup = read_lookup(toyshire.write_lookup(tmp_path / "lookup.csv"))

    assert len(lookup.rows) == 12
    assert lookup.names["RZ2"] == "Seaside Ambulance"


def test_misses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"lookup\.csv: there is no such file"):
        read_lookup(tmp_path / "lookup.csv")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("lad_code", "Sandhaven"),
        ("police_code", "E07000001"),
        ("fire_code", ""),
        ("ambulance_name", ""),
        ("population_2011", "1,000"),
        ("population_2011", "-1"),
    ],
)
def test_refuses_a_faulty_cell(tmp_path: Path, column: str, cell: str) -> None:
    rows = toyshire.lookup_rows()
    rows[4][column] = cell

    assert f"lookup.csv, row 6, column {column}: " in refusal_of(tmp_path, rows)


def test_refuses_a_missing_column(tmp_path: Path) -> None:
    rows = [{key: row[key] for key in row if key != "fire_code"} for row in toyshire.lookup_rows()]

    assert "lookup.csv, row 1: has no column 'fire_code'" in refusal_of(tmp_path, rows)


def test_refuses_a_district_that_is_there_twice(tmp_path: Path) -> None:
    rows = toyshire.lookup_rows()

    assert "lookup.csv, column lad_code: E07990001 is there twice" in (
        refusal_of(tmp_path, [*rows, rows[0]])
    )


def test_refuses_two_names_for_one_area(tmp_path: Path) -> None:
    rows = toyshire.lookup_rows()
    rows[0]["police_name"] = "South Toy"

    assert "E23000903 is called 'South Toy' and 'Southtoy'" in refusal_of(tmp_path, rows)


@pytest.mark.parametrize("column", ["police_code", "fire_code", "ambulance_code"])
def test_refuses_the_code_of_another_kind(tmp_path: Path, column: str) -> None:
    rows = toyshire.lookup_rows()
    rows[0][column] = {"police_code": "E31000901"}.get(column, "E23000903")

    assert f"lookup.csv, row 2, column {column}: " in refusal_of(tmp_path, rows)
