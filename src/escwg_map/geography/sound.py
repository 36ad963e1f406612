"""Cells made one coverage again, after layers with borders of their own were laid over each other.

Where the borders of the layers coincide vertex for vertex, the cells are a coverage already.
Otherwise slivers were left out between them, and two areas may claim the same ground: drawn so, the
map would show cracks, and simplifying would tear them open.
"""

import shapely
from msgspec.structs import replace

from escwg_map.geography.overlay import Overlay

_SIDE_BY_SIDE = 2
"""Two slivers that were left out may lie side by side, and leave a gap twice as wide as one."""


def sound(ground: Overlay) -> Overlay:
    """Give the cells shapes that share their borders; what was measured of them stays as it was.

    Each sliver goes to the cell that it has the longest border with, ground claimed twice to one of
    its claimants. Cracks that are open to the sea stay, as they are part of the coast.
    """
    if not len(ground.shapes) or shapely.coverage_is_valid(ground.shapes):
        return ground
    gap_width = _SIDE_BY_SIDE * ground.widest_gap
    closed = shapely.coverage_clean(  # type: ignore[attr-defined]  # new in 2.2, not in the stubs
        ground.shapes, gap_width=gap_width
    )
    return replace(ground, shapes=closed)
