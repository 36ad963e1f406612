"""Ground that two areas claim is found; slivers are not."""

import pytest

from escwg_map.geography.overlaps import Claim, double_claims
from geography.shapes import frame, square


def test_neighbours_claim_nothing_twice() -> None:
    assert double_claims(frame(square(0), square(1), square(0, 1))) == []


def test_names_the_pair_and_the_ground() -> None:
    claims = double_claims(frame(square(0), square(0.5)))

    assert claims == [Claim("E23000901", "E23000902", 50.0)]


def test_tells_the_largest_first() -> None:
    claims = double_claims(frame(square(0), square(0.9), square(1.7)))

    assert [claim.km2 for claim in claims] == pytest.approx([20, 10])


@pytest.mark.parametrize(("metres", "found"), [(8, 0), (50, 1)])
def test_a_border_shifted_by_50_metres_is_found_and_by_8_is_a_sliver(
    metres: float, found: int
) -> None:
    assert len(double_claims(frame(square(0), square(1 - metres / 10_000)))) == found


def test_the_width_of_a_sliver_is_ours_to_say() -> None:
    areas = frame(square(0), square(1 - 0.005))

    assert double_claims(areas, sliver=30) == []
