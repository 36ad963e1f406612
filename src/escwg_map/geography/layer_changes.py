"""What a layer would change: areas added and gone, names, and ground gained and lost."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import shapely
from msgspec import Struct
from shapely.geometry.base import BaseGeometry

from escwg_map.geography.crs import SQUARE_METRES_PER_KM2
from escwg_map.geography.layer import Layer

_WORTH_SAYING = 0.01
"""km² (a hectare): ground that goes to and fro below this is a matter of drawing."""

_HAIR = 0.1
"""Metres: vertices that shift a border by less are left out of the comparison, to be done soon."""


class Gone(Struct, frozen=True):
    """An area that is no longer there.

    `heir` is the code of the new area that has most of its ground, `share` how much of it (0 to 1).
    """

    code: str
    name: str
    heir: str | None
    share: float


class Renamed(Struct, frozen=True):
    """An area whose name is another."""

    code: str
    old: str
    new: str


class Moved(Struct, frozen=True):
    """An area whose border is another: the ground in km² that it gains and that it loses."""

    code: str
    name: str
    gained: float
    lost: float


class LayerChanges(Struct, frozen=True):
    """All that changes, each list in the order of codes; `redrawn` areas move by under a hectare.

    `added` are codes and names.
    """

    added: tuple[tuple[str, str], ...] = ()
    gone: tuple[Gone, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    moved: tuple[Moved, ...] = ()
    redrawn: int = 0

    def __bool__(self) -> bool:
        """Say whether anything changes."""
        return bool(self.added or self.gone or self.renamed or self.moved or self.redrawn)


def layer_changes(old: Layer, new: Layer) -> LayerChanges:
    """Compare two layers of one kind, area by area."""
    before, after = _areas(old), _areas(new)
    both = sorted(before.keys() & after.keys())
    redrawn = [c for c in both if not shapely.equals_identical(before[c].shape, after[c].shape)]
    moved = [_moved(code, before[code], after[code]) for code in redrawn]
    worth_saying = tuple(m for m in moved if max(m.gained, m.lost) >= _WORTH_SAYING)
    return LayerChanges(
        added=tuple((code, after[code].name) for code in sorted(after.keys() - before.keys())),
        gone=tuple(_gone(c, before[c], after) for c in sorted(before.keys() - after.keys())),
        renamed=tuple(
            Renamed(code, before[code].name, after[code].name)
            for code in both
            if before[code].name != after[code].name
        ),
        moved=worth_saying,
        redrawn=len(redrawn) - len(worth_saying),
    )


class _Area(NamedTuple):
    name: str
    shape: BaseGeometry


def _areas(layer: Layer) -> dict[str, _Area]:
    # The same ring may begin at another vertex in another file.
    shapes = shapely.normalize(layer.areas.geometry.to_numpy())
    named = map(_Area, layer.areas["name"], shapes)
    return dict(zip(layer.areas["code"], named, strict=True))


def _moved(code: str, before: _Area, after: _Area) -> Moved:
    old, new = shapely.simplify(np.array([before.shape, after.shape], dtype=object), _HAIR)
    common = shapely.area(shapely.intersection(old, new))
    gained, lost = shapely.area(new) - common, shapely.area(old) - common
    return Moved(code, after.name, gained / SQUARE_METRES_PER_KM2, lost / SQUARE_METRES_PER_KM2)


def _gone(code: str, area: _Area, after: Mapping[str, _Area]) -> Gone:
    shapes = np.array([other.shape for other in after.values()], dtype=object)
    common = shapely.area(shapely.intersection(area.shape, shapes))
    most = int(common.argmax())
    share = float(common[most] / shapely.area(area.shape))
    return Gone(code, area.name, list(after)[most] if share > 0 else None, share)
