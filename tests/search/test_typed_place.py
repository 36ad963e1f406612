"""A place that somebody typed."""

import pytest

from escwg_map.errors import BadPlace
from escwg_map.search.typed_place import TypedPlace, read_typed_place
from reliability.catalogue import row


def test_coordinates_are_a_place() -> None:
    assert read_typed_place("53.745, -0.335") == TypedPlace(-0.335, 53.745)


def test_a_grid_reference_is_the_middle_of_its_square() -> None:
    place = read_typed_place("TA 09 28")

    assert place
    assert place.side == 1_000
    assert (place.longitude, place.latitude) == pytest.approx((-0.34124, 53.74139), abs=0.00005)


def test_a_name_is_no_typed_place() -> None:
    assert read_typed_place("Kingston upon Hull") is None


@pytest.mark.parametrize("text", ["TQ 301", "48.85, 2.35"])
def test_a_place_that_leads_nowhere_is_refused(text: str) -> None:
    with pytest.raises(BadPlace):
        read_typed_place(text)


POSTCODES = [
    "HU11",
    "hu1",
    " SE1 ",
    "E1",
    "W1A",
    "SW1A 1AA",
    "sw1a1aa",
    "HU1 3DX",
    "M1 1AE",
    "ZZ9 9ZZ",
]


@row(
    "N23",
    fault="A search for a postcode, for nonsense, for a place in Scotland, at sea or on a border",
    seen="a sentence that says what is known; a point on a border has one owner, the first by id",
)
@pytest.mark.parametrize("text", POSTCODES)
def test_n23_a_postcode_is_no_grid_reference(text: str) -> None:
    with pytest.raises(BadPlace, match="Postcodes are not known here"):
        read_typed_place(text)


@pytest.mark.parametrize(
    "text", ["RX8", "RZ1", "M62", "A1", "E31000020", "E07000001", "999", "Hull"]
)
def test_n23_codes_and_roads_are_no_postcodes(text: str) -> None:
    assert read_typed_place(text) is None


@pytest.mark.parametrize("text", ["TA 09 28", "HU1128", "SE 10 10", "E1 1"])
def test_n23_four_digits_make_a_grid_reference(text: str) -> None:
    place = read_typed_place(text)

    assert (place is not None) is (text != "E1 1")
