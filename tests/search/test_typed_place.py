"""A place that somebody typed."""

import pytest

from escwg_map.errors import BadPlace
from escwg_map.search.typed_place import TypedPlace, read_typed_place


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
