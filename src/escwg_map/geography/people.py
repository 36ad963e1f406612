"""People by cell, counted through the districts that make it up."""

from collections import Counter
from collections.abc import Iterable

from escwg_map.records.district import District


def people_by_cell(districts: Iterable[District]) -> Counter[tuple[str, str, str]]:
    """Add up residents of 2011 by the three services that cover each district."""
    people: Counter[tuple[str, str, str]] = Counter()
    for district in districts:
        codes = (district.police_code, district.fire_code, district.ambulance_code)
        people[codes] += district.population_2011
    return people
