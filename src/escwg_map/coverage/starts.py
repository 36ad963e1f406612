"""When projects started: by year, by theme, and whether they were more than a plan."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from escwg_map.records.codes import year_of
from escwg_map.records.project import Project
from escwg_map.vocabulary import Status

_INTENDED = (Status.PLANNED, Status.EXPLORING)


class Starts(Struct, frozen=True):
    """The projects of one year by theme: those that ran, and those planned or explored."""

    year: int
    under_way: Counter[str] = field(default_factory=Counter)
    intended: Counter[str] = field(default_factory=Counter)

    @property
    def number(self) -> int:
        """How many there are of both."""
        return self.under_way.total() + self.intended.total()


def find_starts(projects: Iterable[Project]) -> list[Starts]:
    """Count projects by the year of their start, from the first year to the last, none left out.

    Projects with no stated start are in no year.
    """
    started = [(year_of(project.started), project) for project in projects if project.started]
    if not started:
        return []
    years = [year for year, _ in started]
    found = {year: Starts(year) for year in range(min(years), max(years) + 1)}
    for year, project in started:
        starts = found[year]
        counter = starts.intended if project.status in _INTENDED else starts.under_way
        counter[project.theme] += 1
    return list(found.values())
