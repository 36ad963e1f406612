"""National Grid references."""

import pytest

from escwg_map.errors import BadPlace
from escwg_map.geography.grid_reference import SQUARES, GridSquare, read_grid_reference

REFERENCES = {
    "TQ 30 80": GridSquare(530_000, 180_000, 1_000),
    "TQ3080": GridSquare(530_000, 180_000, 1_000),
    " tq3080 ": GridSquare(530_000, 180_000, 1_000),
    "TQ 30000 80000": GridSquare(530_000, 180_000, 1),
    "SV 00 00": GridSquare(0, 0, 1_000),
    "HP 60 10": GridSquare(460_000, 1_210_000, 1_000),
    "NT 99 53": GridSquare(399_000, 653_000, 1_000),
}


@pytest.mark.parametrize(("text", "square"), REFERENCES.items())
def test_reads_the_square_that_a_reference_names(text: str, square: GridSquare) -> None:
    assert read_grid_reference(text) == square


@pytest.mark.parametrize("text", ["Essex", "TQ", "HFRS", "RX8", "E31000020", "M62", "999", ""])
def test_leaves_to_the_search_what_is_no_reference(text: str) -> None:
    assert read_grid_reference(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TQ 301", "even number of digits"),
        ("TQ 3 8", "from 4 to 10"),
        ("TQ 30 8000", "even number of digits"),
        ("TQ 300000 800000", "from 4 to 10"),
        ("TQ 3 0 8 0", "even number of digits"),
        ("ZZ 30 80", "no square ZZ"),
    ],
)
def test_says_what_would_do_instead_of_a_reference_that_leads_nowhere(text: str, said: str) -> None:
    with pytest.raises(BadPlace, match=said):
        read_grid_reference(text)


def test_the_middle_of_a_square_becomes_degrees() -> None:
    square = read_grid_reference("TQ 30268 79640")

    # Big Ben, as in the tests of the projection; half a metre is less than the last decimal.
    assert square
    assert square.degrees() == pytest.approx((-0.12463, 51.50070), abs=0.00005)


def test_great_britain_has_its_squares_in_a_grid_of_7_by_13() -> None:
    corners = [read_grid_reference(f"{letters}0000") for letters in SQUARES]

    assert len({(c.easting, c.northing) for c in corners if c}) == len(SQUARES) == 56
    assert max(c.easting for c in corners if c) == 600_000
    assert max(c.northing for c in corners if c) == 1_200_000
