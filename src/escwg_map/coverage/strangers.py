"""Services that share ground but no project: pairs of services, and the three of a cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from escwg_map.geography.cells import Cell
from escwg_map.geography.shared_ground import Overlap
from escwg_map.records.partner import Partner


def find_strangers(overlaps: Iterable[Overlap], partners: Iterable[Partner]) -> list[Overlap]:
    """Find the pairs that share ground but take part in no project together.

    The pair whose shared ground has most people comes first.
    """
    projects = _projects_of_services(partners)
    apart = [o for o in overlaps if projects[o.a_code].isdisjoint(projects[o.b_code])]
    return sorted(apart, key=lambda overlap: (-overlap.people, overlap.a_code, overlap.b_code))


def find_lonely_cells(cells: Sequence[Cell], partners: Iterable[Partner]) -> Iterator[Cell]:
    """Find the cells whose three services have no project that all three take part in."""
    projects = _projects_of_services(partners)
    for cell in cells:
        if not set.intersection(*(projects[code] for code in cell.codes)):
            yield cell


def _projects_of_services(partners: Iterable[Partner]) -> defaultdict[str, set[str]]:
    projects: defaultdict[str, set[str]] = defaultdict(set)
    for partner in partners:
        if partner.service:
            projects[partner.service].add(partner.project)
    return projects
