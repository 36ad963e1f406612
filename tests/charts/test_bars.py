"""Coverage as bars. Toyshire has 16,000 people on 1,200 km2."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.charts.bars import WIDTH, Bar, BarChart, coverage_chart
from escwg_map.coverage.covered import find_coverage
from escwg_map.selection.ways import Weight


def drawn(atlas: Atlas, weight: Weight) -> BarChart:
    return coverage_chart(
        atlas, find_coverage(list(atlas.themes), atlas.projects, atlas.cells), weight
    )


def bar_of(atlas: Atlas, theme: str, weight: Weight = Weight.PEOPLE) -> Bar:
    (bar,) = (bar for bar in drawn(atlas, weight).bars if bar.theme == theme)
    return bar


# First response has Southtoy and Eastoy: 6,000 people, 600 km2. Demand has Westoy: 4,000, 400.
@pytest.mark.parametrize(
    ("theme", "weight", "width", "says"),
    [
        ("first-response", Weight.PEOPLE, WIDTH * 6 / 16, "6,000 people, 38%"),
        ("first-response", Weight.KM2, WIDTH / 2, "600 km², 50%"),
        ("demand", Weight.PEOPLE, WIDTH / 4, "4,000 people, 25%"),
        ("wider", Weight.PEOPLE, 0, "0 people, 0%"),
    ],
)
def test_a_bar_is_as_wide_as_the_share(
    atlas: Atlas, theme: str, weight: Weight, width: float, says: str
) -> None:
    bar = bar_of(atlas, theme, weight)

    assert bar.width == pytest.approx(width, abs=0.1)
    assert bar.says == says


def test_what_is_only_planned_reaches_beyond_what_is_live(atlas: Atlas) -> None:
    bar = bar_of(atlas, "estates")

    assert bar.width == 0
    assert bar.any_width == pytest.approx(WIDTH / 4, abs=0.1)
    assert bar.says == "0 people, 0%; of any status 25%"


def test_bars_stand_below_each_other_in_the_order_of_themes(atlas: Atlas) -> None:
    chart = drawn(atlas, Weight.PEOPLE)

    assert [bar.theme for bar in chart.bars] == list(atlas.themes)
    tops = [bar.y for bar in chart.bars]
    assert tops == sorted(set(tops))
    assert chart.bars[-1].text_y < chart.height


def test_the_title_names_what_is_counted(atlas: Atlas) -> None:
    assert drawn(atlas, Weight.KM2).title == "Ground where a theme has a project"


def test_millions_are_said_in_words(atlas: Atlas) -> None:
    many = [
        entry.model_copy(update={"people": 26_289_218})
        for entry in find_coverage(list(atlas.themes), atlas.projects, atlas.cells)
    ]

    assert coverage_chart(atlas, many, Weight.PEOPLE).bars[0].says == "26.3 million people, 38%"
