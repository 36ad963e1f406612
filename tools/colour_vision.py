"""How colours look on the map, to normal and to colour-blind eyes, and how far apart they are.

Dichromats are simulated as Brettel, Viénot and Mollon did in 1997: the one of the usual models that
holds for all three kinds. (Viénot's of 1999 is an approximation to it for the two red-green kinds,
Machado's of 2009 is made for weakened colour vision and does not hold for tritanopia.)
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from pathlib import Path

from coloraide import Color

from escwg_map.cartography.palette import FILL_OPACITY, NOTHING_RECORDED
from escwg_map.cartography.patterns import Texture

ROOT = Path(__file__).parents[1]
TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text(encoding="utf-8")

VISIONS = {"normal": None, "protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}
"""The kinds of colour vision, with coloraide's names of their simulations."""


def token(name: str) -> str:
    """Find a colour of the style sheets by its name.

    Raises:
        LookupError: the style sheets have no such colour.
    """
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", TOKENS)
    if not found:
        raise LookupError(f"tokens.css holds no colour '--{name}'")
    return found[1]


GROUNDS = {"land": NOTHING_RECORDED, "sea": token("app-sea"), "paper": token("app-paper")}
"""What can lie below a fill: the map's own background is the sea, the legend's is paper."""


@dataclass(frozen=True)
class Closest:
    """The two colours of some that are most alike, who sees them so, and how far apart they are."""

    distance: float
    vision: str
    pair: tuple[str, str]


def laid_over(colour: str, ground: str, opacity: float) -> str:
    """Mix a colour with what lies below it, as browsers do."""
    channels = zip(Color(colour).coords(), Color(ground).coords(), strict=True)
    mixed = [opacity * above + (1 - opacity) * below for above, below in channels]
    return Color("srgb", mixed).to_string(hex=True)


def as_drawn(colour: str, ground: str = NOTHING_RECORDED) -> str:
    """Give the colour that a fill has on the map."""
    return laid_over(colour, ground, FILL_OPACITY)


def mark_as_drawn(texture: Texture, ground: str = NOTHING_RECORDED) -> str:
    """Give the colour that the marks of a texture have on the map."""
    mark = laid_over(texture.mark_colour, texture.colour, texture.mark_opacity)
    return as_drawn(mark, ground)


def seen(colour: str, vision: str) -> Color:
    """Simulate how a colour looks to people with one of the kinds of colour vision."""
    simulation = VISIONS[vision]
    as_it_is = Color(colour)
    return as_it_is.filter(simulation, method="brettel").clip() if simulation else as_it_is


def lightness(colour: str, vision: str) -> float:
    """Measure how light a colour looks, from 0 for black to 100 for white."""
    return float(seen(colour, vision).convert("lab-d65")["lightness"])


def contrast(one: str, other: str) -> float:
    """Measure the contrast of two colours as the WCAG do, from 1 to 21."""
    return float(Color(one).contrast(other, method="wcag21"))


def distance(one: str, other: str, vision: str) -> float:
    """Measure how far apart two colours look (CIEDE2000)."""
    return float(seen(one, vision).delta_e(seen(other, vision), method="2000"))


def closest(pairs: Iterable[tuple[str, str]], visions: Sequence[str] = tuple(VISIONS)) -> Closest:
    """Find, of pairs of colours, the one that somebody finds hardest to tell apart."""
    measured = (
        Closest(distance(*pair, vision), vision, pair) for pair, vision in product(pairs, visions)
    )
    return min(measured, key=lambda each: each.distance)


def every_pair(colours: Iterable[str], ground: str = NOTHING_RECORDED) -> list[tuple[str, str]]:
    """Pair fills with each other, as drawn."""
    return list(combinations([as_drawn(colour, ground) for colour in colours], 2))


def neighbours(colours: Sequence[str], ground: str = NOTHING_RECORDED) -> list[tuple[str, str]]:
    """Pair ordered fills with the next one, as drawn."""
    drawn = [as_drawn(colour, ground) for colour in colours]
    return list(pairwise(drawn))
