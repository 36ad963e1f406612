"""Windows on the ground."""

from escwg_map.cartography.frame import Frame

HUNDRED_KM = (1000.0, 1000.0, 2000.0, 2000.0)


def test_holds_the_box_with_its_margin() -> None:
    frame = Frame.around(HUNDRED_KM, (200, 200), margin=0.5)

    assert frame.view_box == "500.0 500.0 2000.0 2000.0"


def test_a_wide_picture_has_the_box_in_its_middle() -> None:
    frame = Frame.around(HUNDRED_KM, (400, 200), margin=0)

    assert frame.pixel((1500, 1500)) == (200, 100)
    assert frame.pixel((1000, 1000)) == (100, 0)


def test_never_looks_at_less_than_the_smallest_ground() -> None:
    frame = Frame.around((0, 0, 1, 1), (250, 100), smallest_km=25)

    assert frame.in_steps(250) == 250


def test_the_scale_bar_is_round_and_no_longer_than_a_quarter() -> None:
    frame = Frame.around(HUNDRED_KM, (200, 200), margin=0)

    assert frame.bar == (20, 40.0)


def test_meets_what_reaches_into_it_and_nothing_else() -> None:
    frame = Frame.around(HUNDRED_KM, (200, 200), margin=0)

    assert frame.meets((1990, 1500, 3000, 3000))
    assert not frame.meets((2001, 1500, 3000, 3000))


def test_dashes_grow_with_the_ground() -> None:
    frame = Frame.around(HUNDRED_KM, (500, 500), margin=0)

    assert frame.dashes("7 5") == "14.0 10.0"
