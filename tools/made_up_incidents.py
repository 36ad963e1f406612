"""Make up incidents on the shipped map, by a seed: for the worked example, and to try things out.

They are made up. Where more people live there are more of them, but each police force area and each
district has a rate of its own, drawn by the seed, so that the map by incidents is not that by
people. Writes the points, and counts of them by cell as `escwg-map demand … --counts` does.
"""

import argparse
import csv
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.writing import write_counts
from escwg_map.geography.locate import CellGround
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from escwg_map.records.district import District
from escwg_map.settings import Settings

POINTS, COUNTS = "made-up-incidents.csv", "made-up-counts.json"
SOURCE = "1 file of made-up incidents"
NUMBER, SEED = 20_000, 2015

SPREAD_OF_FORCES, SPREAD_OF_DISTRICTS = 0.45, 0.2
"""How much rates differ (standard deviations of their logarithms)."""

SCATTER = 2_500
"""Metres from the point of a district (standard deviation to the east, and to the north)."""

METRES_PER_DEGREE = 111_320
FIRST_DAY, DAYS = date(2015, 1, 1), 365


@dataclass(frozen=True)
class Incident:
    """One made-up incident, in WGS 84."""

    longitude: float
    latitude: float
    day: date


def main() -> None:
    """Write both files into a folder, and say what they hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder to write into")
    parser.add_argument("--number", type=int, default=NUMBER, help="how many incidents")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed gives the same ones")
    asked = parser.parse_args()
    counts = write_all(asked.folder, asked.number, asked.seed)
    print(f"{asked.number:,} made-up incidents, {counts.elsewhere} of them at sea or abroad")


def write_all(folder: Path, number: int = NUMBER, seed: int = SEED) -> Counts:
    """Write points and counts into a folder."""
    served = Publication(published(Settings()))
    incidents = list(made_up(served.atlas.register.districts, number, seed))
    folder.mkdir(parents=True, exist_ok=True)
    write_points(folder / POINTS, incidents)
    counts = counted(incidents, served.ground)
    write_counts(folder / COUNTS, counts)
    return counts


def made_up(districts: tuple[District, ...], number: int, seed: int) -> Iterator[Incident]:
    """Draw incidents; districts without a point have none."""
    chance = random.Random(seed)  # noqa: S311 - made up, and meant to be the same again
    placed = [each for each in districts if each.longitude is not None]
    forces = {code: chance.gauss(0, SPREAD_OF_FORCES) for code in sorted(_forces(placed))}
    rates = [
        each.population_2011
        * math.exp(forces[each.police_code] + chance.gauss(0, SPREAD_OF_DISTRICTS))
        for each in placed
    ]
    for district in chance.choices(placed, rates, k=number):
        assert district.longitude is not None
        assert district.latitude is not None
        north = chance.gauss(0, SCATTER) / METRES_PER_DEGREE
        east = chance.gauss(0, SCATTER) / METRES_PER_DEGREE
        yield Incident(
            round(district.longitude + east / math.cos(math.radians(district.latitude)), 5),
            round(district.latitude + north, 5),
            FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        )


def write_points(path: Path, incidents: list[Incident]) -> None:
    """Write a row an incident; every row says that it is made up."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("longitude", "latitude", "date", "made_up"))
        writer.writerows((i.longitude, i.latitude, i.day.isoformat(), "true") for i in incidents)


def counted(incidents: list[Incident], ground: CellGround) -> Counts:
    """Count them by cell."""
    found = Counter(ground.cell_at(each.longitude, each.latitude) for each in incidents)
    elsewhere = found.pop(None, 0)
    rows = [CellCount(*cell.codes, "", number, number) for cell, number in found.items() if cell]
    return Counts(tuple(sorted(rows)), elsewhere, faulty=0, source=SOURCE)


def _forces(districts: list[District]) -> set[str]:
    return {district.police_code for district in districts}


if __name__ == "__main__":
    main()
