"""Who near an area does something already: the answer to a gap."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from math import hypot

from escwg_map.geography.land import Land
from escwg_map.records.codes import ServiceCode, Slug
from escwg_map.records.frozen import Frozen
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.vocabulary import Kind

METRES_PER_KM = 1_000


class Nearness(IntEnum):
    """Why a peer is listed, nearest first."""

    SHARES_GROUND = 1
    SHARES_A_BORDER = 2
    SHARES_A_TRUST = 3
    ELSEWHERE = 4


class Peer(Frozen):
    """A service that takes part in projects of a theme, and how near it is to the area asked about.

    `distance_km` is between the middles of the two areas, as the crow flies.
    """

    code: ServiceCode
    layer: Kind
    nearness: Nearness
    distance_km: float
    projects: tuple[Slug, ...]


def find_peers(
    code: str, theme: str, projects: Iterable[Project], partners: Iterable[Partner], land: Land
) -> list[Peer]:
    """Find the services that take part in projects of a theme, the nearest to an area first.

    Within one nearness the order is by distance.
    """
    of_theme = {project.id for project in projects if project.theme == theme}
    theirs: dict[str, list[str]] = defaultdict(list)
    for partner in partners:
        if partner.service and partner.service != code and partner.project in of_theme:
            theirs[partner.service].append(partner.project)
    layers = {other: layer for layer in Kind for other in land.areas[layer]}
    peers = [
        Peer(
            code=other,
            layer=layers[other],
            nearness=nearness(code, other, land),
            distance_km=_distance(code, other, land),
            projects=tuple(sorted(set(theirs[other]))),
        )
        for other in theirs
        if other in layers
    ]
    return sorted(peers, key=lambda peer: (peer.nearness, peer.distance_km, peer.code))


class ProjectPeer(Frozen):
    """Another project of the same theme, and how near its footprint lies.

    `distance_km` is between the two nearest middles of the areas that the records name.
    """

    project: Project
    nearness: Nearness
    distance_km: float


def find_project_peers(
    project: Project, projects: Iterable[Project], land: Land
) -> list[ProjectPeer]:
    """Find the other projects of a theme, the nearest first; not the same undertaking told again.

    Within one nearness the order is by distance.
    """
    known = {project.id, *project.related}
    peers = [
        ProjectPeer(
            project=other,
            nearness=_nearness_of(project.areas, other.areas, land),
            distance_km=min(
                _distance(a, b, land)
                for a in project.areas
                for b in other.areas
                if {a, b} <= land.middles.keys()
            ),
        )
        for other in projects
        if other.theme == project.theme and other.id not in known
    ]
    return sorted(peers, key=lambda peer: (peer.nearness, peer.distance_km, peer.project.id))


def nearness(code: str, other: str, land: Land) -> Nearness:
    """Tell how near two areas are to each other."""
    return _nearness_of([code], [other], land)


def _nearness_of(codes: Sequence[str], others: Sequence[str], land: Land) -> Nearness:
    """Tell how near the grounds of several areas are to each other."""
    mine, theirs = _cells(codes, land), _cells(others, land)
    if mine & theirs:
        return Nearness.SHARES_GROUND
    if any(land.side_by_side(one, other) for one in codes for other in others):
        return Nearness.SHARES_A_BORDER
    same_trust = _trusts(mine, land) & _trusts(theirs, land)
    return Nearness.SHARES_A_TRUST if same_trust else Nearness.ELSEWHERE


def _cells(codes: Iterable[str], land: Land) -> set[str]:
    return {cell for code in codes for cell in land.cells_of(code)}


def _trusts(cells: set[str], land: Land) -> set[str]:
    return {cell.ambulance_code for cell in land.cells if cell.id in cells}


def _distance(code: str, other: str, land: Land) -> float:
    (x, y), (other_x, other_y) = land.middles[code], land.middles[other]
    return hypot(x - other_x, y - other_y) / METRES_PER_KM
