"""How far each theme reaches, as bars: what is at work solid, what is not yet lighter beyond it."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import ANY, UNDER_WAY, Coverage, find_reached
from escwg_map.demand.incidents import Fallen, Incidents
from escwg_map.records.theme import Theme
from escwg_map.selection.ways import Weight
from escwg_map.wording import share

WIDTH = 330
"""Units across: those of a phone's page in CSS pixels, so that 13 units are read as 13 pixels."""

_ROW = 65
_BAR_AT, _BAR_HEIGHT = 18, 18
_LABEL_AT, _TEXT_AT = 12, 50


class Bar(Struct, frozen=True):
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


class BarChart(Struct, frozen=True):
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
    return _chart(
        atlas,
        _TITLES[weight],
        lambda theme: _measured(found[theme, UNDER_WAY], found[theme, ANY], weight),
    )


def incidents_chart(atlas: Atlas, incidents: Incidents) -> BarChart:
    """Draw the share of incidents that fell where each theme has a project, of what is shown."""
    reached = find_reached(list(atlas.themes), atlas.projects, atlas.cells)
    found = {(each.group, each.status): incidents.fallen(each.projects) for each in reached}
    exact = " (exact counts)" if incidents.is_exact else ""
    return _chart(
        atlas,
        f"Incidents where a theme has a project{exact}",
        lambda theme: _fallen(found[theme, UNDER_WAY], found[theme, ANY]),
    )


_TITLES = {
    Weight.PEOPLE: "People who live where a theme has a project",
    Weight.KM2: "Ground where a theme has a project",
}


class _Measured(Struct, frozen=True):
    """The shares of the two bars, as far as they are known, and both in words."""

    share: float | None
    any_share: float | None
    says: str


def _chart(atlas: Atlas, title: str, measure: Callable[[str], _Measured]) -> BarChart:
    bars = tuple(
        _bar(theme, row, measure(theme.id)) for row, theme in enumerate(atlas.themes.values())
    )
    said = "; ".join(f"{bar.label}: {bar.says}" for bar in bars)
    return BarChart(title, said, bars)


def _bar(theme: Theme, row: int, measured: _Measured) -> Bar:
    return Bar(
        theme=theme.id,
        label=theme.name,
        y=row * _ROW,
        width=round(WIDTH * (measured.share or 0), 1),
        any_width=round(WIDTH * (measured.any_share or 0), 1),
        says=measured.says,
    )


def _fallen(at_work: Fallen, whatever: Fallen) -> _Measured:
    said = f"{at_work.inside.text} incidents, {_share_said(at_work.share)}"
    if whatever.share != at_work.share:
        said += f"; of any status {_share_said(whatever.share)}"
    return _Measured(at_work.share, whatever.share, said)


def _share_said(fraction: float | None) -> str:
    return "share hidden" if fraction is None else share(fraction)


def _measured(at_work: Coverage, whatever: Coverage, weight: Weight) -> _Measured:
    shares = _share(at_work, weight), _share(whatever, weight)
    return _Measured(*shares, _says(at_work, whatever, weight))


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
