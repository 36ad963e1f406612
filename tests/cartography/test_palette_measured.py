"""The palette measured: contrast, and how far apart colours look to everybody.

WCAG 2.2 (1.4.11) asks for 3:1 between parts of a graphic. A CIEDE2000 distance of 10 is far above
what can just be seen (about 1 side by side), as areas of one colour lie far from their legend.
Ordered classes have 8: six of them fit between the land and the dark line of a selected place, and
the density of their lines and a printed number tell them apart too.
"""

import csv
import re
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from colour_vision import (
    GROUNDS,
    ROOT,
    VISIONS,
    as_drawn,
    closest,
    contrast,
    distance,
    every_pair,
    lightness,
    mark_as_drawn,
    neighbours,
)

from escwg_map.cartography.by_count import COUNT_CLASSES
from escwg_map.cartography.by_gap import GAP_TEXTURES, RECORDED
from escwg_map.cartography.gap_grades import HIDDEN
from escwg_map.cartography.gap_grades import TEXTURES as GRADES
from escwg_map.cartography.palette import (
    BORDER,
    COUNT_COLOURS,
    FILL_OPACITY,
    NOTHING_RECORDED,
    OUTLINES,
    SELECTED,
)
from escwg_map.cartography.patterns import Texture, texture
from escwg_map.records.theme import Theme

APART, NEXT = 10, 8

with (ROOT / "data" / "themes.csv").open(encoding="utf-8", newline="") as file:
    THEMES = [Theme.model_validate(row) for row in csv.DictReader(file)]
THEME_COLOURS = [theme.colour for theme in THEMES]
GAP_COLOURS = [each.colour for each in GRADES]
ALL_GAP_COLOURS = [each.colour for each in GAP_TEXTURES]
TEXTURES = [
    *map(texture, THEMES),
    *(each.texture for each in COUNT_CLASSES),
    *GAP_TEXTURES,
]
LINES = {**{kind.value: line.colour for kind, line in OUTLINES.items()}, "selected": SELECTED}

every_vision = pytest.mark.parametrize("vision", VISIONS)
every_ground = pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
every_fill = pytest.mark.parametrize("fill", TEXTURES, ids=lambda each: each.id)


@every_ground
@every_vision
def test_every_two_themes_look_apart(vision: str, ground: str) -> None:
    assert closest(every_pair(THEME_COLOURS, ground), [vision]).distance >= APART


def test_every_two_themes_differ_in_pattern() -> None:
    assert len({theme.pattern for theme in THEMES}) == len(THEMES)


@every_ground
@every_vision
def test_neighbouring_classes_of_the_count_look_apart(vision: str, ground: str) -> None:
    assert closest(neighbours(COUNT_COLOURS, ground), [vision]).distance >= NEXT


@every_vision
def test_the_lightest_class_of_the_count_is_not_taken_for_land(vision: str) -> None:
    # Half of what themes have, as an area with nothing recorded has a dotted outline too.
    assert distance(as_drawn(COUNT_COLOURS[0]), NOTHING_RECORDED, vision) >= APART / 2


@every_vision
def test_the_count_goes_from_light_to_dark(vision: str) -> None:
    light = [lightness(as_drawn(colour), vision) for colour in COUNT_COLOURS]

    assert light == sorted(light, reverse=True)


def test_the_lines_of_the_count_grow_denser() -> None:
    lines = [each.texture.marks.count("M") for each in COUNT_CLASSES]

    assert all(fewer < more for fewer, more in pairwise(lines))


@every_vision
def test_the_lines_of_the_count_make_no_class_lighter(vision: str) -> None:
    for each in COUNT_CLASSES:
        assert lightness(mark_as_drawn(each.texture), vision) < lightness(
            as_drawn(each.colour), vision
        )


@every_ground
@every_vision
def test_gaps_and_what_is_recorded_look_apart(vision: str, ground: str) -> None:
    assert closest(every_pair(ALL_GAP_COLOURS, ground), [vision]).distance >= APART


@every_vision
def test_the_gaps_with_most_are_the_darkest_of_their_map(vision: str) -> None:
    others = [HIDDEN.colour, *(each.texture.colour for each in RECORDED)]
    light = [lightness(as_drawn(colour), vision) for colour in GAP_COLOURS]

    assert light == sorted(light, reverse=True)
    assert light[0] < min(lightness(as_drawn(colour), vision) for colour in others)


def test_the_lines_of_gaps_grow_denser() -> None:
    lines = [each.marks.count("M") for each in GRADES]

    assert all(fewer < more for fewer, more in pairwise(lines))


@every_fill
def test_a_fill_stands_out_from_the_land_by_itself_or_by_its_border(fill: Texture) -> None:
    drawn = as_drawn(fill.colour)

    bounded = min(contrast(BORDER, NOTHING_RECORDED), contrast(BORDER, drawn))
    assert max(contrast(drawn, NOTHING_RECORDED), bounded) >= 3


def test_the_border_bounds_a_fill_of_any_colour() -> None:
    # The product of 3:1 with the land and 3:1 with the fill: a fill that lies between has either.
    assert contrast(BORDER, NOTHING_RECORDED) >= 9


@every_ground
@every_fill
def test_marks_can_be_seen_and_stay_calm(fill: Texture, ground: str) -> None:
    # Marks are no boundary, so 3:1 is not asked of them, and would flicker over large areas.
    if fill.marks:
        drawn = contrast(mark_as_drawn(fill, ground), as_drawn(fill.colour, ground))
        assert 1.5 <= drawn < 3


@pytest.mark.parametrize("line", LINES)
def test_every_outline_stands_out_from_the_land(line: str) -> None:
    assert contrast(LINES[line], NOTHING_RECORDED) >= 3


@every_vision
def test_the_outlines_of_the_layers_look_apart_where_they_lie_on_each_other(vision: str) -> None:
    colours = [outline.colour for outline in OUTLINES.values()]

    assert closest(combinations(colours, 2), [vision]).distance >= 2 * APART


@every_fill
def test_the_selected_outline_stands_out_from_every_fill(fill: Texture) -> None:
    assert contrast(SELECTED, as_drawn(fill.colour)) >= 3


def test_red_and_green_of_equal_lightness_fail() -> None:
    red, green = "#b5534e", "#6b7e2a"

    assert distance(red, green, "normal") >= 3 * APART
    assert closest([(red, green)]).vision == "deuteranopia"
    assert closest([(red, green)]).distance < APART


@pytest.mark.parametrize("drawing", ["static/js/lib/styles.js", "templates/components/swatch.html"])
def test_fills_are_drawn_as_they_are_measured(drawing: str) -> None:
    text = (ROOT / Path(drawing)).read_text(encoding="utf-8")

    # A fill that a whole area shows; the cells and the two services of a pair have their own.
    found = re.search(r"""(?:url\(#\$\{fill\}\)`, fillOpacity: |fill-opacity=")([\d.]+)""", text)
    assert found
    assert float(found[1]) == FILL_OPACITY


def test_the_decision_tells_the_figures_of_today() -> None:
    command = [sys.executable, str(ROOT / "tools" / "palette.py")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)

    told = (ROOT / "docs/decisions/0006-colours-are-measured.md").read_text(encoding="utf-8")
    assert told.endswith(printed.stdout)
