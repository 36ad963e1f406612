"""Names on a picture: put where they fit, the more important ones first."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from escwg_map.cartography.frame import Frame
from escwg_map.cartography.palette import INK
from escwg_map.cartography.picture import Dot, Label
from escwg_map.geography.drawn_ground import DrawnShape, Steps

SIZE = 15
"""Pixels of a name's letters."""

_LETTER = 0.58 * SIZE
"""Pixels of a letter across, on the wide side of what fonts have."""


_LINE = SIZE + 3
_ASIDE = (0, _LINE, -_LINE, 2 * _LINE, -2 * _LINE)
"""Pixels down from a place, in the order in which they are tried."""


class Name(Struct, frozen=True):
    """A name with the places where it may stand, the best first."""

    text: str
    places: tuple[Steps, ...]
    colour: str = INK
    bold: bool = False
    beside: float = 0
    """Pixels up and down from the middle of ground so small that its name would hide it."""


def wide_enough(shape: DrawnShape, text: str, frame: Frame) -> bool:
    """Whether a name is no wider than the ground that it names, as neighbours' names must be."""
    return frame.in_steps(len(text) * _LETTER) <= shape.box[2] - shape.box[0]


def names_that_fit(
    names: Iterable[Name], frame: Frame, dots: Sequence[Dot] = ()
) -> tuple[Label, ...]:
    """Put each name at the first of its places where it is whole and covers no earlier name.

    Nor does it cover a dot. A name for which there is no such place is left out.
    """
    placed: list[Label] = []
    for name in names:
        for label in _ways(name, frame):
            free = not any(_cover(label, other) for other in placed)
            if free and _inside(label, frame) and not any(_hides(label, dot) for dot in dots):
                placed.append(label)
                break
    return tuple(placed)


def _ways(name: Name, frame: Frame) -> Iterator[Label]:
    for place in name.places:
        x, y = frame.pixel(place)
        clear = name.beside + _LINE
        for aside in (clear, -clear) if name.beside else _ASIDE:
            yield Label((x, round(y + aside + 4, 1)), name.text, name.colour, name.bold)


def _inside(label: Label, frame: Frame) -> bool:
    (x, y), half = label.place, _half(label)
    width, height = frame.pixels
    return half + 4 <= x <= width - half - 4 and SIZE + 4 <= y <= height - SIZE - 4


def _cover(one: Label, other: Label) -> bool:
    across = abs(one.place[0] - other.place[0]) < _half(one) + _half(other)
    return across and abs(one.place[1] - other.place[1]) < _LINE


def _hides(label: Label, dot: Dot) -> bool:
    across = abs(label.place[0] - dot.place[0]) < _half(label) + SIZE / 2
    return across and abs(label.place[1] - SIZE / 3 - dot.place[1]) < SIZE


def _half(label: Label) -> float:
    return len(label.text) * _LETTER / 2
