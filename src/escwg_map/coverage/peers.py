"""Who near an area does something already: the answer to a gap."""

from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from math import hypot

from pydantic import BaseModel, ConfigDict

from escwg_map.geography.land import Land
from escwg_map.records.codes import ServiceCode, Slug
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


class Peer(BaseModel):
    """A service that takes part in projects of a theme, and how near it is to the area asked about.

    `distance_km` is between the middles of the two areas, as the crow flies.
    """

    model_config = ConfigDict(frozen=True)

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


def nearness(code: str, other: str, land: Land) -> Nearness:
    """Tell how near two areas are to each other."""
    if not land.cells_of(code).isdisjoint(land.cells_of(other)):
        return Nearness.SHARES_GROUND
    if land.side_by_side(code, other):
        return Nearness.SHARES_A_BORDER
    same_trust = not _trusts(code, land).isdisjoint(_trusts(other, land))
    return Nearness.SHARES_A_TRUST if same_trust else Nearness.ELSEWHERE


def _trusts(code: str, land: Land) -> set[str]:
    return {cell.ambulance_code for cell in land.cells if code in cell.codes}


def _distance(code: str, other: str, land: Land) -> float:
    (x, y), (other_x, other_y) = land.middles[code], land.middles[other]
    return hypot(x - other_x, y - other_y) / METRES_PER_KM
