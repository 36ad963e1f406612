"""The overview's Service index against the register: every difference, explained or not."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from escwg_map.records.register import Register
from escwg_map.records.service_index import IndexDifference
from escwg_map.wording import count

Place = tuple[str, int]
"""A service's code and a page."""


class Reconciliation(Struct, frozen=True):
    """What differs, each with its explanation, and explanations of what no longer differs."""

    explained: tuple[IndexDifference, ...]
    unexplained: tuple[IndexDifference, ...]
    outdated: tuple[IndexDifference, ...]

    @property
    def differences(self) -> tuple[IndexDifference, ...]:
        """All that differs, what is not explained last."""
        return (*self.explained, *self.unexplained)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to explain or to strike out."""
        return not self.unexplained and not self.outdated


def reconcile(register: Register) -> Reconciliation:
    """Compare the pages that the index gives each service with those of its records.

    A service's records are the projects that it takes part in, and its Service Information. A
    register that keeps no index differs from none.
    """
    indexed = {(entry.service, page) for entry in register.service_index for page in entry.pages}
    recorded = _recorded(register) if indexed else set()
    known = {(d.service, d.page, d.in_index, d.in_register): d for d in register.index_differences}
    found = [
        IndexDifference(
            service=s, page=p, in_index=(s, p) in indexed, in_register=(s, p) in recorded
        )
        for s, p in sorted(indexed ^ recorded)
    ]
    keys = [(d.service, d.page, d.in_index, d.in_register) for d in found]
    return Reconciliation(
        explained=tuple(known[key] for key in keys if key in known),
        unexplained=tuple(d for key, d in zip(keys, found, strict=True) if key not in known),
        outdated=tuple(d for key, d in known.items() if key not in keys),
    )


def _recorded(register: Register) -> set[Place]:
    partners: dict[str, set[str]] = defaultdict(set)
    for partner in register.partners:
        if partner.service:
            partners[partner.project].add(partner.service)
    projects = {(s, page) for p in register.projects for s in partners[p.id] for page in p.pages}
    return projects | {(leader.area, page) for leader in register.leaders for page in leader.pages}


def said(found: Reconciliation, register: Register) -> Iterator[str]:
    """Say each difference in a line, and the numbers of all in the last."""
    names = {service.code: service.name for service in register.services}
    for difference in (*found.explained, *found.unexplained):
        where = "the index only" if difference.in_index else "the register only"
        why = difference.explanation or "UNEXPLAINED"
        yield f"{names[difference.service]}, page {difference.page}, {where}: {why}"
    for difference in found.outdated:
        yield f"{names[difference.service]}, page {difference.page}: explained, yet no difference"
    yield (
        f"{count(len(found.explained), 'difference')} explained, {len(found.unexplained)} "
        f"unexplained, {count(len(found.outdated), 'explanation')} outdated"
    )
