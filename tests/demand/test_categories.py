"""Categories and months."""

from datetime import date, datetime

import pyarrow as pa
import pytest

from escwg_map.demand.categories import NOT_STATED, categories_of


def categories(column: pa.Array) -> list[str]:
    names, places = categories_of(column)
    return [names[place] for place in places]


@pytest.mark.parametrize(
    "column",
    [
        pa.array(["fall", "fire", "fall"]),
        pa.array([" fall", "fire\t", "fall\n"]),
        pa.array(["fall", "fire", "fall"]).dictionary_encode(),
        pa.array([b"fall", b"fire", b"fall"]),
    ],
    ids=["texts", "blanks", "dictionary", "bytes"],
)
def test_categories_are_texts_without_blanks_around_them(column: pa.Array) -> None:
    assert categories(column) == ["fall", "fire", "fall"]


def test_each_category_is_there_once() -> None:
    names, _ = categories_of(pa.array(["a ", "a", " a", "b"]))

    assert names == ("a", "b", NOT_STATED)


def test_a_row_that_states_none_has_a_category_that_says_so() -> None:
    assert categories(pa.array(["fall", None, "", "  "])) == ["fall", *[NOT_STATED] * 3]


@pytest.mark.parametrize(
    "column",
    [
        pa.array([date(2023, 4, 17)]),
        pa.array([datetime(2023, 4, 17, 23, 59)]),
        pa.array(["2023-04-17"]),
        pa.array(["2023-04-17T23:59:00Z"]),
        pa.array(["2023-04-17 23:59"]),
        pa.array(["17/04/2023"]),
        pa.array(["17/04/2023 23:59"]),
        pa.array(["2023-04"]),
    ],
    ids=["date", "time", "ISO", "ISO with time", "with a blank", "British", "with time", "month"],
)
def test_dates_become_their_months(column: pa.Array) -> None:
    assert categories(column) == ["2023-04"]


@pytest.mark.parametrize("text", ["2023-13-01", "04/17/2023", "17-04-2023", "2023-04-17x"])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert categories(pa.array([text])) == [text]


@pytest.mark.parametrize(
    ("column", "names"),
    [(pa.array([1, 22]), ["1", "22"]), (pa.array([True, False]), ["true", "false"])],
    ids=["numbers", "truths"],
)
def test_other_values_are_categories_as_they_are_written(
    column: pa.Array, names: list[str]
) -> None:
    assert categories(column) == names


def test_what_cannot_be_seen_is_a_blank_and_what_is_long_is_cut() -> None:
    assert categories(pa.array(["a\x1b[2Jb", "x" * 500])) == ["a [2Jb", "x" * 100]


def test_no_rows_have_no_categories() -> None:
    assert categories(pa.array([], pa.string())) == []
