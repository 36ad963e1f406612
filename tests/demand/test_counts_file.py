"""The file of counts: read in either form, and refused with what would cure it."""

import json
from pathlib import Path

import pytest

from demand.toyshire_counts import counts_of
from escwg_map.demand.counts import Counts
from escwg_map.demand.counts_file import COLUMNS, check_codes, read_counts
from escwg_map.demand.writing import write_counts
from escwg_map.errors import EscwgMapError, MissingInput

COUNTS = counts_of((3, 0, 20, 7, 1, 0, 33, 2, *[5] * 8), ("fall", "fire"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of counts."""
    path = tmp_path / "counts.json"
    write_counts(path, COUNTS)
    return path


def changed(file: Path, **about: object) -> Path:
    """The same file, saying something else of itself."""
    read = json.loads(file.read_text(encoding="utf-8"))
    read["metadata"] |= about
    file.write_text(json.dumps(read), encoding="utf-8")
    return file


def with_row(file: Path, **values: object) -> Path:
    """The same file, its first row with other values."""
    read = json.loads(file.read_text(encoding="utf-8"))
    read["rows"][0] |= values
    file.write_text(json.dumps(read), encoding="utf-8")
    return file


def test_what_is_written_is_read_again(file: Path) -> None:
    assert read_counts(file) == COUNTS


def test_parquet_is_read_like_json(tmp_path: Path) -> None:
    file = tmp_path / "counts.parquet"
    write_counts(file, COUNTS)

    assert read_counts(file) == COUNTS


def test_the_columns_are_those_of_a_count() -> None:
    codes = ("police_code", "fire_code", "ambulance_code")

    assert (*codes, "category", "points", "weight") == COLUMNS


def test_a_file_that_is_not_there_is_missed(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"there is no such file\. To mend it"):
        read_counts(tmp_path / "counts.json")


@pytest.mark.parametrize(
    "body", [b"", b"points", b"[]", b"{}", b'{"metadata": {}, "rows": []}', b"PAR1", b"\xff\xfe{"]
)
def test_what_is_no_file_of_counts_is_refused(file: Path, body: bytes) -> None:
    file.write_bytes(body)

    with pytest.raises(EscwgMapError, match=r"cannot be read as counts: .+ To mend it: make it"):
        read_counts(file)


@pytest.mark.parametrize(
    "values", [{"points": -1}, {"points": 2.5}, {"points": "3"}, {"weight": None}, {"category": 1}]
)
def test_a_row_that_cannot_be_is_refused(file: Path, values: dict[str, object]) -> None:
    with pytest.raises(EscwgMapError, match=f"cannot be read as counts: 0 {next(iter(values))}: "):
        read_counts(with_row(file, **values))


def test_counts_that_were_rounded_are_refused(file: Path) -> None:
    with pytest.raises(EscwgMapError, match="its counts are rounded"):
        read_counts(changed(file, exact=False))


def test_a_cell_that_stands_there_twice_is_refused(file: Path) -> None:
    second = COUNTS.cells[1]
    codes = {name: getattr(second, name) for name in COLUMNS[:4]}

    with pytest.raises(EscwgMapError, match="stand there twice"):
        read_counts(with_row(file, **codes))


def test_codes_that_the_map_does_not_have_are_named() -> None:
    known = {code for c in COUNTS.cells for code in (c.police_code, c.fire_code, c.ambulance_code)}

    check_codes(COUNTS, known)
    with pytest.raises(EscwgMapError, match=r"does not have: E23000901 and RZ2\. To mend it"):
        check_codes(COUNTS, known - {"E23000901", "RZ2"})


def test_a_code_that_is_empty_is_no_area() -> None:
    at_the_coast = counts_of((3, *[0] * 7)).cells[0].__class__("", "", "RZ1", "", 3, 3)

    check_codes(Counts((at_the_coast,), 0, 0, "1 file"), {"RZ1"})
