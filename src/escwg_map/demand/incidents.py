"""Incidents as every face of the map shows them: by area, and by whether projects reach there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from escwg_map.demand.counts import Counts
from escwg_map.demand.disclosure import Disclosure
from escwg_map.demand.rule import EXACT, Published, Rule
from escwg_map.records.project import Project
from escwg_map.settings import Settings


class Fallen(Struct, frozen=True):
    """Incidents of some ground: inside the footprint of any of some projects, outside, in all."""

    inside: Published
    outside: Published
    whole: Published

    @property
    def share(self) -> float | None:
        """What is shown inside as a share of what is shown in all; none where either is hidden."""
        return self.inside.share_of(self.whole)


@dataclass(frozen=True)
class Incidents:
    """Counts of incidents behind a rule, asked for by the codes of areas."""

    disclosure: Disclosure

    @classmethod
    def of(cls, counts: Counts, settings: Settings) -> "Incidents":
        """Put counts behind the rule that an operator has set."""
        return cls(Disclosure.of(counts, rule_set(settings)))

    @property
    def is_exact(self) -> bool:
        """Whether nothing is hidden and nothing rounded; whatever shows them has to say so."""
        return self.disclosure.rule.is_exact

    @property
    def said(self) -> str:
        """Say what they are, where from, and by which rule they are shown."""
        counts, rule = self.disclosure.counts, self.disclosure.rule
        return f"Incidents counted from {counts.source}. {rule.said}"

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all areas in which incidents were counted."""
        return frozenset(code for codes in self.disclosure.cells for code in codes if code)

    def within(self, *areas: str) -> Published:
        """Show how many fell in what areas have in common; in all of the land where none is named.

        A cell is what its three areas have in common.
        """
        return self.disclosure.points(
            [codes for codes in self.disclosure.cells if set(areas) <= set(codes)]
        )

    def by_area(self, codes: Iterable[str]) -> dict[str, Published]:
        """Show how many fell in each of some areas, by code."""
        return {code: self.within(code) for code in codes}

    def fallen(self, projects: Iterable[Project], *within: str) -> Fallen:
        """Show how many fell inside and outside the footprints of projects, within areas or all."""
        named = {code for project in projects for code in project.areas}
        cells = [codes for codes in self.disclosure.cells if set(within) <= set(codes)]
        return Fallen(
            self.disclosure.points([codes for codes in cells if not named.isdisjoint(codes)]),
            self.disclosure.points([codes for codes in cells if named.isdisjoint(codes)]),
            self.disclosure.points(cells),
        )


def ranks(numbers: Mapping[str, Published] | None) -> dict[str, int] | None:
    """Give the places of numbers in an order; none where no numbers are shown."""
    return None if numbers is None else {code: number.rank for code, number in numbers.items()}


def rule_set(settings: Settings) -> Rule:
    """Give the rule that an operator has set: that of hospital statistics unless told otherwise."""
    if settings.demand_exact:
        return EXACT
    return Rule(settings.demand_threshold, settings.demand_rounding)
