"""Tables to take away, as files and on a terminal."""

import csv
import io
import json
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escwg_map.tables.data import DataTable, Value
from escwg_map.vocabulary import Kind

TABLE = DataTable(
    ("name", "km2", "people", "recorded", "share"),
    (
        ("Midtoy Police", 400.0, 4000, True, 0.5),
        ("Fire, or “rescue”", -1.25, 0, False, None),
    ),
)


def read_back(table: DataTable) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.as_csv(), newline=""), strict=True))


def cell(value: Value) -> DataTable:
    return DataTable(("value",), ((value,),))


def test_csv_has_a_header_and_a_line_a_row() -> None:
    assert TABLE.as_csv() == (
        "name,km2,people,recorded,share\r\n"
        "Midtoy Police,400.0,4000,true,0.5\r\n"
        '"Fire, or “rescue”",-1.25,0,false,\r\n'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("a, b", '"a, b"'),
        ('the "Hub"', '"the ""Hub"""'),
        ("two\r\nlines", '"two\r\nlines"'),
        ("Sir Fôn", "Sir Fôn"),
    ],
    ids=["plain", "comma", "quotes", "line end", "not ASCII"],
)
def test_csv_quotes_as_rfc_4180_says(text: str, written: str) -> None:
    assert cell(text).as_csv() == f"value\r\n{written}\r\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-5 posts", "@SUM(A1)", "\tindented", "\rreturned"]
)
def test_csv_keeps_a_spreadsheet_from_running_a_text(text: str) -> None:
    assert read_back(cell(text))[1] == [f"'{text}"]


@pytest.mark.parametrize(("number", "written"), [(-5, "-5"), (-0.25, "-0.25"), (0, "0")])
def test_csv_leaves_numbers_as_they_are(number: float, written: str) -> None:
    assert read_back(cell(number))[1] == [written]


@pytest.mark.parametrize("text", ["1=1", "Police-led", "a@b", "'quoted'", ""])
def test_csv_leaves_texts_that_run_nothing(text: str) -> None:
    assert read_back(cell(text))[1] == [text]


def test_csv_keeps_six_decimals() -> None:
    assert read_back(cell(1 / 3))[1] == ["0.333333"]


def test_csv_writes_a_word_of_a_closed_list_as_the_word() -> None:
    assert read_back(cell(Kind.POLICE))[1] == ["police"]


def test_csv_of_no_rows_is_the_header() -> None:
    assert DataTable(("a", "b"), ()).as_csv() == "a,b\r\n"


WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(WORDS, WORDS)))
def test_csv_is_read_back_but_for_the_apostrophes(rows: list[tuple[str, str]]) -> None:
    _, *found = read_back(DataTable(("one", "other"), tuple(rows)))

    for written, row in zip(found, rows, strict=True):
        for text, given_ in zip(written, row, strict=True):
            assert text in (given_, f"'{given_}")
            assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_json_is_an_array_of_objects() -> None:
    assert json.loads(TABLE.as_json()) == [
        {"name": "Midtoy Police", "km2": 400, "people": 4000, "recorded": True, "share": 0.5},
        {"name": "Fire, or “rescue”", "km2": -1.25, "people": 0, "recorded": False, "share": None},
    ]


def test_json_keeps_the_order_of_columns_and_six_decimals() -> None:
    table = DataTable(("share", "code"), ((2 / 3, "RZ1"),))

    assert table.as_json() == '[\n {\n  "share": 0.666667,\n  "code": "RZ1"\n }\n]\n'


def test_json_leaves_texts_alone() -> None:
    assert json.loads(cell("=1+1 Fôn").as_json()) == [{"value": "=1+1 Fôn"}]
    assert "Fôn" in cell("Fôn").as_json()


@pytest.mark.parametrize("number", [math.nan, math.inf], ids=["NaN", "Infinity"])
def test_json_never_holds_what_is_no_number(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        cell(number).as_json()


def test_json_of_no_rows_is_an_empty_array() -> None:
    assert json.loads(DataTable(("a",), ()).as_json()) == []


def test_text_lines_up_words_to_the_left_and_numbers_to_the_right() -> None:
    table = DataTable(("name", "people"), (("Midtoy", 4000), ("Northtoy Fire", 12_000)))

    assert table.as_text().splitlines() == [
        "name           people",
        "Midtoy          4,000",
        "Northtoy Fire  12,000",
    ]


def test_text_makes_room_for_a_heading_longer_than_what_stands_below() -> None:
    table = DataTable(("takes_part", "code"), ((2, "RZ1"),))

    assert table.as_text() == "takes_part  code\n         2  RZ1\n"


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, ""), (True, "yes"), (False, "no"), (0.5, "0.500"), (1234.5678, "1,234.568")],
)
def test_text_says_values_for_people(value: Value, said: str) -> None:
    assert cell(value).as_text().splitlines()[1].strip() == said


def test_text_has_nothing_behind_the_last_letter_of_a_line() -> None:
    lines = TABLE.as_text().splitlines()

    assert lines == [line.rstrip() for line in lines]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=2))
def test_numbers_in_a_column_of_text_end_below_each_other(numbers: list[int]) -> None:
    _, *lines = DataTable(("n",), tuple((n,) for n in numbers)).as_text().splitlines()

    assert all(len(one) == len(other) for one, other in pairwise(lines))


def test_text_of_no_rows_is_the_header() -> None:
    assert DataTable(("code", "name"), ()).as_text() == "code  name\n"
