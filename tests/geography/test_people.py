"""People, counted through districts."""

from pathlib import Path

import pytest

from escwg_map.geography.people import people_by_cell
from escwg_map.records.district import District
from escwg_map.sources.register import read_table


@pytest.fixture(scope="module")
def districts(toyshire: Path) -> tuple[District, ...]:
    """Toyshire's twelve districts."""
    return read_table(toyshire / "data" / "districts.csv", District)[0]


@pytest.mark.parametrize(
    ("codes", "people"),
    [
        (("E23000901", "E31000903", "RZ1"), 6000),
        (("E23000901", "E31000903", "RZ2"), 2000),
        (("E23000902", "E31000901", "RZ1"), 2000),
        (("E23000902", "E31000902", "RZ1"), 1000),
        (("E23000901", "E31000901", "RZ1"), 0),
    ],
    ids=["three districts of 2,000", "one of 2,000", "two of 1,000", "one of 1,000", "nowhere"],
)
def test_adds_up_the_districts_of_a_cell(
    districts: tuple[District, ...], codes: tuple[str, str, str], people: int
) -> None:
    assert people_by_cell(districts)[codes] == people


def test_counts_everybody_once(districts: tuple[District, ...]) -> None:
    assert people_by_cell(districts).total() == 16_000
