"""Names on pictures."""

from escwg_map.cartography.frame import Frame
from escwg_map.cartography.naming import SIZE, Name, names_that_fit, wide_enough
from escwg_map.cartography.picture import Dot
from escwg_map.geography.drawn_ground import DrawnShape

FRAME = Frame.around((0, 0, 400, 400), (400, 400), margin=0)


def test_a_name_stands_at_its_place() -> None:
    (label,) = names_that_fit([Name("Midtoy", ((200, 200),))], FRAME)

    assert label.place[0] == 200
    assert abs(label.place[1] - 200) < 10


def test_the_second_of_two_names_makes_room_for_the_first() -> None:
    first, second = names_that_fit(
        [Name("Midtoy", ((200, 200),)), Name("Westoy", ((200, 205),))], FRAME
    )

    assert (first.text, second.text) == ("Midtoy", "Westoy")
    assert abs(first.place[1] - second.place[1]) >= 16


def test_a_name_that_would_be_cut_off_is_left_out() -> None:
    assert names_that_fit([Name("Midtoy", ((2, 200),))], FRAME) == ()


def test_a_name_takes_another_place_when_its_first_is_outside() -> None:
    (label,) = names_that_fit([Name("Midtoy", ((900, 900), (200, 200)))], FRAME)

    assert label.place[0] == 200


def test_a_name_never_hides_a_small_area() -> None:
    (label,) = names_that_fit([Name("Midtoy", ((200, 200),), beside=20)], FRAME)

    assert label.place[1] - SIZE > 220


def test_a_name_makes_room_for_a_dot() -> None:
    dot = Dot((200, 200), "#000000", "A project")

    (label,) = names_that_fit([Name("Midtoy", ((200, 200),))], FRAME, [dot])

    assert abs(label.place[1] - 200) > 15


def test_ground_is_wide_enough_for_a_name_that_it_can_hold() -> None:
    shape = DrawnShape(path="", box=(0, 0, 100, 20), middle=(50, 10))

    assert wide_enough(shape, "Midtoy", FRAME)
    assert not wide_enough(shape, "Midtoy and Westoy Fire", FRAME)
