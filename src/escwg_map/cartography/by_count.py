"""The map coloured by the number of projects that meet an area, in classes that double."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.cartography.legend import MEETING, Legend, LegendRow
from escwg_map.cartography.palette import COUNT_COLOURS, INK
from escwg_map.cartography.patterns import HATCHED, Texture, hatching, theme_textures
from escwg_map.vocabulary import Kind
from escwg_map.wording import NONE_RECORDED


class CountClass(Struct, frozen=True):
    """Some numbers of projects that are shown alike; the last class has no upper end."""

    first: int
    last: int | None
    colour: str
    lines: int

    @property
    def label(self) -> str:
        """Say it in words: `3 to 4`."""
        if self.last is None:
            return f"{self.first} or more"
        return f"{self.first}" if self.last == self.first else f"{self.first} to {self.last}"

    @property
    def texture(self) -> Texture:
        """The fill: the higher the numbers, the darker its colour and the denser its lines."""
        # White lines would make the darkest classes lighter than the one below them; dark ones
        # must cover more of a dark colour to be seen.
        name, marks, opacity = f"count-{self.first}", hatching(self.lines), 0.4 + 0.06 * self.lines
        return Texture(name, self.colour, marks, HATCHED, INK, mark_opacity=round(opacity, 2))

    def holds(self, number: int) -> bool:
        """Whether a number of projects belongs here."""
        return self.first <= number and (self.last is None or number <= self.last)


_NO_GROUPS = "Markers in groups are not shown: their numbers would be taken for those of the areas."

COUNT_CLASSES = tuple(
    CountClass(first, last, colour, lines)
    for lines, (first, last, colour) in enumerate(
        zip((1, 2, 3, 5, 9, 17), (1, 2, 4, 8, 16, None), COUNT_COLOURS, strict=True)
    )
)


def legend_by_count(atlas: Atlas, layer: Kind) -> Legend:
    """Explain a map whose areas are coloured by how many projects meet them."""
    numbers = {code: len(atlas.meets_in(layer, code)) for code in atlas.areas(layer)}
    return Legend(
        heading="Number of projects",
        rows=tuple(_rows(numbers)),
        note=f"{MEETING} {_NO_GROUPS}",
        fills={code: _fill(number) for code, number in numbers.items()},
        textures=(*theme_textures(atlas), *(each.texture for each in COUNT_CLASSES)),
        labels={code: str(number) for code, number in numbers.items() if number},
    )


def _rows(numbers: Mapping[str, int]) -> Iterator[LegendRow]:
    largest = max(numbers.values(), default=0)
    for each in COUNT_CLASSES:
        if each.first <= largest:
            areas = sum(each.holds(number) for number in numbers.values())
            yield LegendRow(fill=each.texture.id, label=each.label, areas=areas)
    nothing = sum(not number for number in numbers.values())
    yield LegendRow(fill=None, label=NONE_RECORDED, areas=nothing)


def _fill(number: int) -> str | None:
    return next((each.texture.id for each in COUNT_CLASSES if each.holds(number)), None)
