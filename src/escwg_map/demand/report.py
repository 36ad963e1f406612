"""The answer: points inside and outside the footprints of each theme's (or scheme's) projects."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.coverage.covered import Reached, find_reached
from escwg_map.coverage.grouping import KeyOf, by_theme
from escwg_map.demand.disclosure import Codes, Disclosure
from escwg_map.geography.cells import Cell
from escwg_map.geography.footprint import footprint
from escwg_map.vocabulary import Kind
from escwg_map.wording import listing


class Per(StrEnum):
    """What a row of the report is about, besides its theme and status."""

    ALL = "all"
    POLICE = "police"
    FIRE = "fire"
    AMBULANCE = "ambulance"
    CELL = "cell"


Number = int | str
"""A number of points, or what stands for one that is not told."""


class Row(Struct, frozen=True):
    """Points (and their weight) on some ground, and how many lie where a project operates.

    `layer` is a `Per`; `code` and `name` are empty for all ground, and `category` for all of them.
    `inside_share` is of points, none where either number is not told or there are no points.
    """

    theme: str
    status: str
    layer: str
    code: str
    name: str
    category: str
    projects: int
    points: Number
    inside: Number
    outside: Number
    inside_share: float | None
    weight: float | None
    weight_inside: float | None
    weight_outside: float | None


class _Place(Struct, frozen=True):
    """Some ground by its cells."""

    layer: Per
    code: str
    name: str
    cells: tuple[Cell, ...]


def report(
    atlas: Atlas, sums: Disclosure, per: Iterable[Per] = (Per.ALL,), *, key: KeyOf = by_theme
) -> Iterator[Row]:
    """Answer for every theme (or scheme by its key) of an atlas, narrowed by a selection or whole.

    By theme, then status as coverage has them, then ground, then category: all of them first.
    """
    groups = list(atlas.themes if key is by_theme else atlas.schemes)
    places = [place for each in Per if each in set(per) for place in _places(atlas, each)]
    added = _Added(sums)
    for reached in find_reached(groups, atlas.projects, atlas.cells, key=key):
        for place in places:
            for category in (None, *sums.categories):
                yield added.row(reached, place, category)


class _Added:
    """Makes rows; what was added up for one theme is not added up again for the next."""

    def __init__(self, sums: Disclosure) -> None:
        self._points: Callable[[frozenset[Codes], str | None], Number] = cache(
            lambda cells, category: sums.points(cells, category).plain
        )
        self._weight: Callable[[frozenset[Codes], str | None], float | None] = cache(sums.weight)

    def row(self, reached: Reached, place: _Place, category: str | None) -> Row:
        whole = frozenset(cell.codes for cell in place.cells)
        inside = frozenset(cell.codes for cell in place.cells if cell in reached.cells)
        grounds = (whole, inside, whole - inside)
        points = [self._points(ground, category) for ground in grounds]
        weights = [self._weight(ground, category) for ground in grounds]
        return Row(
            reached.group,
            reached.status,
            place.layer.value,
            place.code,
            place.name,
            category or "",
            sum(bool(footprint(project, place.cells)) for project in reached.projects),
            *(points[0], points[1], points[2]),
            _share(points[1], points[0]),
            *(weights[0], weights[1], weights[2]),
        )


def _share(part: Number, whole: Number) -> float | None:
    if isinstance(part, str) or isinstance(whole, str) or not whole:
        return None
    return min(1.0, part / whole)


def _places(atlas: Atlas, per: Per) -> Iterator[_Place]:
    if per is Per.ALL:
        yield _Place(per, "", "", atlas.cells)
    elif per is Per.CELL:
        for cell in atlas.cells:
            yield _Place(per, cell.id, _named(atlas, cell.codes), (cell,))
    else:
        layer = Kind(per.value)
        for code in atlas.areas(layer):
            cells = tuple(cell for cell in atlas.cells if cell.code(layer) == code)
            yield _Place(per, code, _named(atlas, (code,)), cells)


def _named(atlas: Atlas, codes: Sequence[str]) -> str:
    return listing([atlas.services[code].name for code in codes])
