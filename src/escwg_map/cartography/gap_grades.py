"""How much there is in a gap, in grades: people who live there, ground, or incidents that fell.

The bounds are those of all areas of the layer, and of what is shown of them: they are the same
whatever projects are chosen, and tell nothing that the numbers do not tell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor, log10

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.cartography.palette import GAP_COLOURS, GAP_HIDDEN, INK
from escwg_map.cartography.patterns import HATCHED, Texture, hatching, marks_of
from escwg_map.demand.incidents import Incidents
from escwg_map.selection.ways import Weight
from escwg_map.vocabulary import Kind

TEXTURES = tuple(
    Texture(f"gap-none-{number}", colour, hatching(number + 1), HATCHED, INK, opacity)
    for number, (colour, opacity) in enumerate(
        zip(GAP_COLOURS, (0.45, 0.5, 0.6), strict=True), start=1
    )
)
"""Dark lines on all: white ones would make the darkest lighter."""
HIDDEN = Texture("gap-none-hidden", GAP_HIDDEN, marks_of("rings"))
_USED = {1: TEXTURES[1:2], 2: TEXTURES[::2], 3: TEXTURES}

_SAID = {Weight.PEOPLE: "people", Weight.KM2: "ground", Weight.INCIDENTS: "incidents"}


class Grade(Struct, frozen=True):
    """Some amounts that are shown alike; `texture` is their fill."""

    label: str
    texture: Texture


@dataclass(frozen=True)
class Grades:
    """The amount in every area of a layer; none where it is hidden."""

    said: str
    """What is weighed."""
    unit: str
    amounts: Mapping[str, float | None]

    @classmethod
    def of(cls, atlas: Atlas, layer: Kind, weight: Weight, incidents: Incidents | None) -> "Grades":
        """Weigh the areas of a layer; by incidents only where some were counted."""
        amounts: dict[str, float | None] = {}
        for code, ground in atlas.areas(layer).items():
            if weight is Weight.INCIDENTS:
                assert incidents
                amounts[code] = incidents.within(code).value
            else:
                amounts[code] = ground.people if weight is Weight.PEOPLE else ground.km2
        unit = "km²" if weight is Weight.KM2 else _SAID[weight]
        exact = weight is Weight.INCIDENTS and incidents and incidents.is_exact
        return cls(_SAID[weight], f"{unit} (exact)" if exact else unit, amounts)

    def grade(self, code: str) -> Grade:
        """Tell the grade of an area."""
        amount = self.amounts[code]
        if amount is None:
            return self._hidden
        return self._grades[sum(bound <= amount for bound in self._bounds)]

    @cached_property
    def all(self) -> tuple[Grade, ...]:
        """Give the grades that there are, the least first."""
        hidden = (self._hidden,) if None in self.amounts.values() else ()
        return (*hidden, *self._grades)

    @cached_property
    def _grades(self) -> tuple[Grade, ...]:
        labels = list(_ranges(self._bounds, self.unit))
        return tuple(map(Grade, labels, _USED[len(labels)]))

    @property
    def _hidden(self) -> Grade:
        return Grade(f"number of {self.unit} hidden (*)", HIDDEN)

    @cached_property
    def _bounds(self) -> Sequence[int]:
        """Cut the areas in thirds, at numbers that are easily read."""
        known = sorted(amount for amount in self.amounts.values() if amount is not None)
        cuts = {_plain(known[len(known) * third // 3]) for third in (1, 2) if known}
        return sorted(cut for cut in cuts if cut > known[0])


def _ranges(bounds: Sequence[int], unit: str) -> Iterator[str]:
    if not bounds:
        yield f"any number of {unit}"
        return
    said = [_number(bound) for bound in bounds]
    yield f"under {said[0]} {unit}"
    for low, high in pairwise(said):
        yield f"{low} to {high} {unit}"
    yield f"{said[-1]} {unit} or more"


def _number(amount: int) -> str:
    return f"{amount / 1_000_000:g} million" if amount >= 1_000_000 else f"{amount:,}"


def _plain(amount: float) -> int:
    """Round to two digits of which the second is 0 or 5: 735,400 is 750,000."""
    step: int = 5 * 10 ** (floor(log10(amount)) - 1) if amount >= 10 else 1
    return round(amount / step) * step
