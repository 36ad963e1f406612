"""Sums over cells, as they may be published: reports take every number about points from here."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from escwg_map.demand.counts import CellCount, Counts

Codes = tuple[str, str, str]
"""The police, the fire and the ambulance code of a cell."""


class Shown(Protocol):
    """A number of points as it may be shown."""

    @property
    def plain(self) -> int | str:
        """The number, or what stands for one that may not be told."""
        ...


class Sums(Protocol):
    """Adds counts up over any cells."""

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories in their order; none where nobody asked for any."""
        ...

    def points(self, cells: Collection[Codes], category: str | None = None) -> Shown:
        """Add up the points in some cells, of one category or of all."""
        ...

    def weight(self, cells: Collection[Codes], category: str | None = None) -> float | None:
        """Add up the weights; none where they may not be shown."""
        ...


@dataclass(frozen=True)
class Publishable:
    """What may be published of counts: sums, single numbers, and the rule in words."""

    sums: Sums
    shown: Callable[[int], Shown]
    said: str


def published(counts: Counts, *, exact: bool) -> Publishable:  # noqa: ARG001 - see below
    """Put counts behind the rule for counts of people, or leave them exact where that is asked.

    The rule is written beside this module; until it stands here, everything is exact, and says so.
    """
    return Publishable(
        _Exact(counts),
        _Plain,
        "These counts are exact: none is hidden, and none is rounded.",
    )


@dataclass(frozen=True)
class _Plain:
    plain: int


@dataclass(frozen=True)
class _Exact:
    counts: Counts

    @cached_property
    def categories(self) -> tuple[str, ...]:
        return tuple(sorted({count.category for count in self.counts.cells if count.category}))

    def points(self, cells: Collection[Codes], category: str | None = None) -> _Plain:
        return _Plain(sum(count.points for count in self._chosen(cells, category)))

    def weight(self, cells: Collection[Codes], category: str | None = None) -> float:
        return sum((count.weight for count in self._chosen(cells, category)), 0.0)

    def _chosen(self, cells: Collection[Codes], category: str | None) -> list[CellCount]:
        rows = (row for cell in sorted(cells) for row in self._by_cell.get(cell, ()))
        return [row for row in rows if category in (None, row.category)]

    @cached_property
    def _by_cell(self) -> dict[Codes, list[CellCount]]:
        rows: dict[Codes, list[CellCount]] = {}
        for row in self.counts.cells:
            codes = (row.police_code, row.fire_code, row.ambulance_code)
            rows.setdefault(codes, []).append(row)
        return rows
