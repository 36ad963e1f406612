"""Print how the palette measures, as the tables of the decision on colours."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from colour_vision import VISIONS, as_drawn, closest, contrast, every_pair, neighbours

from escwg_map.cartography.by_gap import RECORDED
from escwg_map.cartography.gap_grades import HIDDEN, TEXTURES
from escwg_map.cartography.palette import BORDER, COUNT_COLOURS, NOTHING_RECORDED, OUTLINES
from escwg_map.sources.register import read_register

DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    """Print both tables."""
    names = {theme.name: theme.colour for theme in read_register(DATA)[0].themes}
    gaps = {f"none recorded, grade {n}": each.colour for n, each in enumerate(TEXTURES, start=1)}
    gaps |= {"none recorded, number hidden": HIDDEN.colour}
    gaps |= {each.label: each.texture.colour for each in RECORDED}
    print("\n".join([*distances(names.values(), gaps.values()), "", *contrasts(names | gaps)]))


def distances(themes: Iterable[str], gaps: Iterable[str]) -> Iterator[str]:
    """Give the smallest distance within each set of colours, for every kind of vision."""
    sets = {
        "every two themes": every_pair(themes),
        "neighbouring classes of the count": neighbours(COUNT_COLOURS),
        "the classes of gaps and what is recorded": every_pair(gaps),
        "the three outlines": list(
            combinations([outline.colour for outline in OUTLINES.values()], 2)
        ),
    }
    yield from (
        f"| smallest distance of | {' | '.join(VISIONS)} |",
        f"|---|{'--:|' * len(VISIONS)}",
    )
    for name, pairs in sets.items():
        figures = [f"{closest(pairs, [vision]).distance:.1f}" for vision in VISIONS]
        yield f"| {name} | {' | '.join(figures)} |"


def contrasts(fills: dict[str, str]) -> Iterator[str]:
    """Give the contrast of each fill, as drawn, with the land and with the border round it."""
    fills = fills | {f"count, class {n}": c for n, c in enumerate(COUNT_COLOURS, start=1)}
    yield from ("| fill | colour | contrast with land | with its border |", "|---|---|--:|--:|")
    for name, colour in fills.items():
        drawn = as_drawn(colour)
        land, border = contrast(drawn, NOTHING_RECORDED), contrast(drawn, BORDER)
        yield f"| {name} | `{colour}` | {land:.1f} | {border:.1f} |"


if __name__ == "__main__":
    main()
