"""How the cells of a table become values, and values cells."""

import pytest
from pydantic import ValidationError

import toyshire.register as country
from escwg_map.records.project import Project
from escwg_map.records.row import Listed, Row, Text, Truth, cell_text
from escwg_map.vocabulary import Kind


class Station(Row):
    """A fire station of Toyshire: one column of every sort."""

    name: Text
    engines: int | None = None
    crews: Listed[int] = ()
    staffed: Truth = True
    height: float | None = None


@pytest.mark.parametrize("cell", ["", " ", "\t", None], ids=["empty", "blank", "tab", "none"])
def test_an_empty_cell_is_not_stated(cell: str | None) -> None:
    station = Station.model_validate({"name": "Toytown", "engines": cell})

    assert station.engines is None


@pytest.mark.parametrize("cell", ["", "  "], ids=["empty", "blank"])
def test_a_required_column_may_not_be_empty(cell: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        Station.model_validate({"name": cell})


def test_refuses_a_column_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Station.model_validate({"name": "Toytown", "colour": "red"})


def test_a_record_can_be_made_of_a_record() -> None:
    station = Station(name="Toytown")

    assert Station.model_validate(station) == station


def test_splits_a_list_at_semicolons_and_takes_spaces_off() -> None:
    station = Station.model_validate({"name": "Toytown", "crews": "4; 5;6"})

    assert station.crews == (4, 5, 6)


def test_a_list_may_come_as_one() -> None:
    assert Station(name="Toytown", crews=(4, 5)).crews == (4, 5)


@pytest.mark.parametrize(
    ("cell", "value"), [("true", True), ("false", False), (True, True), (False, False)]
)
def test_reads_true_and_false(cell: object, value: bool) -> None:  # noqa: FBT001 - it is the value
    assert Station.model_validate({"name": "Toytown", "staffed": cell}).staffed is value


@pytest.mark.parametrize("cell", ["yes", "TRUE", "1", "no", "wahr"])
def test_refuses_any_other_word_for_true_or_false(cell: str) -> None:
    with pytest.raises(ValidationError, match=f"'{cell}' is neither true nor false"):
        Station.model_validate({"name": "Toytown", "staffed": cell})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Toy\u200btown", "ZERO WIDTH SPACE) at position 4"),
        ("\ufeffToytown", "ZERO WIDTH NO-BREAK SPACE) at position 1"),
        ("Toytown\u202e", "RIGHT-TO-LEFT OVERRIDE) at position 8"),
        ("Toy\ntown", "U+000A) at position 4"),
        ("Toy\x9ftown", "U+009F) at position 4"),
    ],
    ids=["zero width", "byte order mark", "turned round", "line break", "control"],
)
def test_refuses_characters_that_nobody_sees(text: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Station(name=text)
    assert f"holds an invisible character ({said}" in str(refused.value)


def test_takes_spaces_off_both_ends_of_a_text() -> None:
    assert Station(name=" Toytown ").name == "Toytown"


def test_a_record_does_not_change() -> None:
    station = Station(name="Toytown")

    with pytest.raises(ValidationError, match="frozen"):
        station.name = "Kingsmere"  # type: ignore[misc] # it is just what must not work


def test_names_its_columns_in_the_order_of_the_file() -> None:
    assert Project.columns() == country.PROJECT_COLUMNS


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        ((1, 2), "1;2"),
        ((), ""),
        (Kind.FIRE, "fire"),
        (1_500_000.0, "1500000"),
        (52.7145, "52.7145"),
        (7, "7"),
    ],
    ids=["none", "true", "false", "list", "no items", "word", "whole", "broken", "integer"],
)
def test_writes_a_value_as_a_cell(value: object, cell: str) -> None:
    assert cell_text(value) == cell


@pytest.mark.parametrize("row", country.PROJECTS, ids=lambda row: str(row["id"]))
def test_a_row_read_and_written_is_the_same_row(row: dict[str, str]) -> None:
    assert Project.model_validate(row).cells() == row
