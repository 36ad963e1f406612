"""Records written as files: the very bytes that they were read from, in one order."""

import random
from pathlib import Path

import pytest

from escwg_map.records.theme import Scheme
from escwg_map.sources.districts import districts_csv
from escwg_map.sources.register import TABLES, read_register, read_table
from escwg_map.sources.writing import KEPT_AS_GIVEN, in_order, naming_columns, table_csv

every_table = pytest.mark.parametrize("table", TABLES)


def written_again(data: Path) -> dict[str, bytes]:
    """Read a data folder, and write the files that it has."""
    register, problems = read_register(data)
    assert problems == []
    present = [table for table in TABLES if (data / f"{table}.csv").exists()]
    return {f"{table}.csv": table_csv(table, getattr(register, table)) for table in present}


def test_the_shipped_files_come_out_byte_for_byte(shipped: Path) -> None:
    data = shipped.parent / "data"

    again = written_again(data)

    assert {name: (data / name).read_bytes() == content for name, content in again.items()} == (
        dict.fromkeys(again, True)
    )


def test_toyshire_comes_out_byte_for_byte(toyshire: Path) -> None:
    again = written_again(toyshire / "data")

    assert again == {name: (toyshire / "data" / name).read_bytes() for name in again}


@every_table
def test_the_order_of_rows_does_not_matter_unless_it_says_something(
    shipped: Path, table: str
) -> None:
    records = getattr(read_register(shipped.parent / "data")[0], table)
    shuffled = random.Random(2016).sample(records, len(records))  # noqa: S311 - no secret

    assert in_order(table, shuffled) == (tuple(shuffled) if table in KEPT_AS_GIVEN else records)


@every_table
def test_the_columns_that_name_a_row_are_columns(table: str) -> None:
    assert set(naming_columns(table)) <= set(TABLES[table].columns())


def test_districts_are_written_in_one_way(shipped: Path) -> None:
    districts = read_register(shipped.parent / "data")[0].districts

    assert districts_csv(districts) == table_csv("districts", districts)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", b"'=1+1"),
        ("+44 people", b"'+44 people"),
        ("-5 or so", b"'-5 or so"),
        ("@SUM(A1)", b"'@SUM(A1)"),
        ("'=1+1", b"''=1+1"),
        ("'quoted'", b"'quoted'"),
        ("Gower", b"Gower"),
    ],
)
def test_o1_an_apostrophe_guards_a_text_and_is_undone_just_once(
    tmp_path: Path, text: str, written: bytes
) -> None:
    content = table_csv("schemes", [Scheme(id="a", theme="b", name=text)])
    (tmp_path / "schemes.csv").write_bytes(content)

    records, problems = read_table(tmp_path / "schemes.csv", Scheme)

    assert content == b"id,theme,name\r\na,b," + written + b"\r\n"
    assert (records[0].name, problems) == (text, [])


def test_o1_a_number_is_never_guarded(toyshire: Path) -> None:
    register, _ = read_register(toyshire / "data")

    assert b",-1.7943," in table_csv("projects", register.projects)
