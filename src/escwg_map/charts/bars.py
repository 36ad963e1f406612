"""How far each theme reaches, as bars: what is at work solid, what is not yet lighter beyond it."""

from collections.abc import Iterable
from dataclasses import dataclass

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import ANY, UNDER_WAY, Coverage
from escwg_map.selection.ways import Weight
from escwg_map.wording import share

WIDTH = 330
"""Units across: those of a phone's page in CSS pixels, so that 13 units are read as 13 pixels."""

_ROW = 65
_BAR_AT, _BAR_HEIGHT = 18, 18
_LABEL_AT, _TEXT_AT = 12, 50


@dataclass(frozen=True)
class Bar:
    """One theme: `width` of what is live or on trial, `any_width` of whatever status, in units."""

    theme: str
    label: str
    y: int
    width: float
    any_width: float
    says: str

    @property
    def label_y(self) -> int:
        """Where the theme's name stands."""
        return self.y + _LABEL_AT

    @property
    def bar_y(self) -> int:
        """Where the bar begins."""
        return self.y + _BAR_AT

    @property
    def text_y(self) -> int:
        """Where the numbers stand."""
        return self.y + _TEXT_AT


@dataclass(frozen=True)
class BarChart:
    """Bars below each other; a bar as wide as the chart would be everybody, or all ground."""

    title: str
    says: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    bar_height: int = _BAR_HEIGHT

    @property
    def height(self) -> int:
        """Units from top to bottom."""
        return _ROW * len(self.bars)


def coverage_chart(atlas: Atlas, coverage: Iterable[Coverage], weight: Weight) -> BarChart:
    """Draw the coverage of all themes, in people or in km²."""
    found = {(entry.theme, entry.status): entry for entry in coverage}
    bars = tuple(
        _bar(theme.id, theme.name, row, (found[theme.id, UNDER_WAY], found[theme.id, ANY]), weight)
        for row, theme in enumerate(atlas.themes.values())
    )
    said = "; ".join(f"{bar.label}: {bar.says}" for bar in bars)
    return BarChart(_TITLES[weight], said, bars)


_TITLES = {
    Weight.PEOPLE: "People who live where a theme has a project",
    Weight.KM2: "Ground where a theme has a project",
}


def _bar(
    theme: str, label: str, row: int, measured: tuple[Coverage, Coverage], weight: Weight
) -> Bar:
    at_work, whatever = measured
    return Bar(
        theme=theme,
        label=label,
        y=row * _ROW,
        width=round(WIDTH * _share(at_work, weight), 1),
        any_width=round(WIDTH * _share(whatever, weight), 1),
        says=_says(at_work, whatever, weight),
    )


def _says(at_work: Coverage, whatever: Coverage, weight: Weight) -> str:
    said = f"{_amount(at_work, weight)}, {share(_share(at_work, weight))}"
    if _share(whatever, weight) == _share(at_work, weight):
        return said
    return f"{said}; of any status {share(_share(whatever, weight))}"


def _share(measured: Coverage, weight: Weight) -> float:
    return measured.people_share if weight is Weight.PEOPLE else measured.km2_share


def _amount(measured: Coverage, weight: Weight) -> str:
    if weight is Weight.KM2:
        return f"{measured.km2:,.0f} km²"
    if measured.people >= 1_000_000:
        return f"{measured.people / 1_000_000:.1f} million people"
    return f"{measured.people:,} people"
