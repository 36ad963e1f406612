"""How the areas of two layers share the ground, worked out by adding up cells.

An overlap counts when it is over 1 % of either area; what is only a sliver is no cell to begin with
(see `overlay`). Shares are fractions, of km² and of people (residents of 2011).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from escwg_map.geography.cells import SMALLEST_SHARE, Cell, Ground, areas_of_layer
from escwg_map.records.codes import ServiceCode
from escwg_map.records.frozen import Frozen
from escwg_map.vocabulary import Kind


class Overlap(Frozen):
    """The ground that an area of one layer and an area of another have in common."""

    a_layer: Kind
    a_code: ServiceCode
    b_layer: Kind
    b_code: ServiceCode
    km2: float
    share_of_a: float
    share_of_b: float
    people: int
    people_share_of_a: float
    people_share_of_b: float

    def reversed(self) -> "Overlap":
        """Say the same from the other side."""
        return Overlap(
            a_layer=self.b_layer,
            a_code=self.b_code,
            b_layer=self.a_layer,
            b_code=self.a_code,
            km2=self.km2,
            share_of_a=self.share_of_b,
            share_of_b=self.share_of_a,
            people=self.people,
            people_share_of_a=self.people_share_of_b,
            people_share_of_b=self.people_share_of_a,
        )


class Relation(StrEnum):
    """How an area lies towards the areas of another layer.

    Equal: the two share ground with each other alone. Contained: all its ground lies in one area,
    which has other ground besides. Contains: it takes in several areas whole. Mixed: none of these.
    """

    EQUAL = "equal"
    CONTAINED = "contained"
    CONTAINS = "contains"
    MIXED = "mixed"


class Coterminosity(Frozen):
    """How well one area matches the areas of another layer.

    `services` is how many it shares ground with; `best_match` the one with which intersection over
    union (`iou`, of km²) is largest; the effective numbers are the inverse of the sum of squared
    shares, by ground and by people: 1 for a single partner, 2 for two that have half each.
    """

    layer: Kind
    code: ServiceCode
    towards: Kind
    services: int
    relation: Relation
    best_match: ServiceCode
    iou: float
    effective_by_ground: float
    effective_by_people: float


def find_overlaps(cells: Sequence[Cell]) -> Iterator[Overlap]:
    """Find every pair of areas that share ground: police with fire, then each with ambulance."""
    grounds = {layer: areas_of_layer(cells, layer) for layer in Kind}
    for a_layer, b_layer in combinations(Kind, 2):
        common: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cell in cells:
            common[cell.code(a_layer), cell.code(b_layer)].append(cell)
        for (a_code, b_code), shared in sorted(common.items()):
            ground = Ground.of(shared)
            share_of_a, people_share_of_a = ground.share_of(grounds[a_layer][a_code])
            share_of_b, people_share_of_b = ground.share_of(grounds[b_layer][b_code])
            if max(share_of_a, share_of_b) > SMALLEST_SHARE:
                yield Overlap(
                    a_layer=a_layer,
                    a_code=a_code,
                    b_layer=b_layer,
                    b_code=b_code,
                    km2=ground.km2,
                    share_of_a=share_of_a,
                    share_of_b=share_of_b,
                    people=ground.people,
                    people_share_of_a=people_share_of_a,
                    people_share_of_b=people_share_of_b,
                )


def find_coterminosities(
    overlaps: Sequence[Overlap], areas: Mapping[Kind, Mapping[str, Ground]]
) -> Iterator[Coterminosity]:
    """Measure every area of every layer towards the two other layers."""
    partners: dict[tuple[str, Kind], list[Overlap]] = defaultdict(list)
    for overlap in (*overlaps, *(overlap.reversed() for overlap in overlaps)):
        partners[overlap.a_code, overlap.b_layer].append(overlap)
    for layer in Kind:
        for code, ground in areas[layer].items():
            for towards in Kind:
                if mine := partners.get((code, towards)):
                    returned = [len(partners[o.b_code, layer]) for o in mine]
                    yield _measured(mine, ground, areas[towards], _relation(returned))


def _measured(
    overlaps: Sequence[Overlap],
    ground: Ground,
    others: Mapping[str, Ground],
    relation: Relation,
) -> Coterminosity:
    def iou(overlap: Overlap) -> float:
        return overlap.km2 / (ground.km2 + others[overlap.b_code].km2 - overlap.km2)

    best = max(overlaps, key=iou)
    return Coterminosity(
        layer=best.a_layer,
        code=best.a_code,
        towards=best.b_layer,
        services=len(overlaps),
        relation=relation,
        best_match=best.b_code,
        iou=iou(best),
        effective_by_ground=effective_number([o.share_of_a for o in overlaps]),
        effective_by_people=effective_number([o.people_share_of_a for o in overlaps]),
    )


def _relation(returned: Sequence[int]) -> Relation:
    """Tell the relation from how many areas of this layer each partner shares ground with.

    No tolerance is needed: slivers are no cells, and specks under the smallest share no overlaps.
    """
    theirs_alone = all(number == 1 for number in returned)
    if len(returned) == 1:
        return Relation.EQUAL if theirs_alone else Relation.CONTAINED
    return Relation.CONTAINS if theirs_alone else Relation.MIXED


def effective_number(shares: Sequence[float]) -> float:
    """Give the number of equal partners that would be as mixed; 0 where there is nothing to share.

    >>> effective_number([1.0]), effective_number([0.5, 0.5]), effective_number([])
    (1.0, 2.0, 0.0)
    """
    squares = sum(share * share for share in shares)
    return 1 / squares if squares else 0.0
