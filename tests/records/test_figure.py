"""A figure is a number, or the text of what cannot be one."""

import pytest
from pydantic import ValidationError

from escwg_map.records.figure import Figure


def figure(**cells: str) -> Figure:
    usual = {"project": "shared-hq-midtoy", "measure": "cost", "unit": "GBP", "page": "44"}
    return Figure.model_validate(usual | cells)


def test_holds_a_number_in_whole_units() -> None:
    assert figure(value="1500000").value == 1_500_000


def test_holds_the_text_of_what_is_no_number() -> None:
    assert figure(value_text="40/60").value_text == "40/60"


def test_nothing_is_a_number() -> None:
    assert figure(value="0").value == 0


def test_refuses_a_figure_that_says_nothing() -> None:
    with pytest.raises(ValidationError, match="holds neither a value nor a value_text"):
        figure()


@pytest.mark.parametrize("value", ["1.5m", "£1500000", "1,500,000", "nan", "inf", "about 5"])
def test_refuses_a_number_in_words(value: str) -> None:
    with pytest.raises(ValidationError, match="value"):
        figure(value=value)


@pytest.mark.parametrize("unit", ["GBP", "percent", "people", "full_time_posts"])
def test_takes_units_of_lower_case_words(unit: str) -> None:
    assert figure(value="5", unit=unit).unit == unit


@pytest.mark.parametrize("unit", ["£", "Percent", "full time posts", "gbp2", "_people"])
def test_refuses_units_of_any_other_form(unit: str) -> None:
    with pytest.raises(ValidationError, match="unit"):
        figure(value="5", unit=unit)


def test_refuses_a_qualifier_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="qualifier"):
        figure(value="5", qualifier="roughly")


@pytest.mark.parametrize("page", ["0", "91"])
def test_stands_on_a_page_of_the_overview(page: str) -> None:
    with pytest.raises(ValidationError, match="page"):
        figure(value="5", page=page)
