"""The districts: polygons from a file of the user's, records from the polygons and the lookup."""

from collections.abc import Iterable
from pathlib import Path

from escwg_map.errors import RefusedInput
from escwg_map.geography.districts import Districts, checked_districts, middles
from escwg_map.records.district import District
from escwg_map.records.problem import Problem
from escwg_map.sources.foreign import NOTHING_ASKED, Asked, read_foreign
from escwg_map.sources.lookup import Lookup
from escwg_map.sources.official import with_our_columns
from escwg_map.sources.writing import table_csv

_COUNTRIES = {"E": "England", "W": "Wales"}


def read_districts(path: Path, *, asked: Asked = NOTHING_ASKED) -> tuple[Districts, list[Problem]]:
    """Read district polygons of any accepted kind, with what was mended on the way.

    The code stands in `lad_code`, `code` or an ONS column (`lad17cd`), the name likewise; the
    country in `country`, or else the first letter of the code tells it. Raises RefusedInput as
    `read_foreign` and `checked_districts` do.
    """
    foreign = read_foreign(path, asked=asked)
    frame = with_our_columns(foreign.frame, foreign.file)
    told = frame["code"].astype(str).str[:1].map(_COUNTRIES)
    frame["country"] = frame["country"].fillna(told) if "country" in frame else told
    districts, mended = checked_districts(frame, foreign.file)
    return districts, [*foreign.notes, *mended]


def district_records(districts: Districts, lookup: Lookup) -> list[District]:
    """Make the record of each district in the lookup, in the order of their codes.

    The country comes from the polygons; a district that has none there is `dissolve`'s to refuse,
    so here its code tells the country. Raises RefusedInput for a country neither England nor Wales.
    """
    countries = dict(zip(districts.frame["code"], districts.frame["country"], strict=True))
    problems = [
        Problem(file="the district polygons", column="country", message=message, cure=_CURE)
        for code, country in countries.items()
        if country not in _COUNTRIES.values()
        for message in [f"{code} is in {country}"]
    ]
    if problems:
        raise RefusedInput("the districts are refused", problems)
    places = middles(districts)
    return [
        District(
            code=row.lad_code,
            name=row.lad_name,
            country=countries.get(row.lad_code, _COUNTRIES[row.lad_code[0]]),
            police_code=row.police_code,
            fire_code=row.fire_code,
            ambulance_code=row.ambulance_code,
            population_2011=row.population_2011,
            **_place(places.get(row.lad_code)),
        )
        for row in sorted(lookup.rows, key=lambda row: row.lad_code)
    ]


def _place(point: tuple[float, float] | None) -> dict[str, float]:
    # A district that has no polygon is for `dissolve` to refuse.
    if point is None:
        return {}
    longitude, latitude = point
    return {"longitude": round(longitude, _DECIMALS), "latitude": round(latitude, _DECIMALS)}


_DECIMALS = 4
"""Of a degree: about ten metres, as in projects.csv."""

_CURE = "leave out districts of Scotland and Northern Ireland, or correct the country"


def districts_csv(records: Iterable[District]) -> bytes:
    """Write records as `districts.csv`."""
    return table_csv("districts", records)
