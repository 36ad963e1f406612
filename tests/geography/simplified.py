"""The shipped layers as other files draw them: each simplified by itself, one of them shifted."""

import shapely
from msgspec.structs import replace

from escwg_map.geography.cells import Cell
from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.vocabulary import Kind

Pairs = dict[tuple[str, str], float]
"""The km² that two areas of different layers have in common, by their codes."""


def apart(layers: Boundaries, tolerance: float, *, shift: float = 0) -> Boundaries:
    """Simplify every area by itself (metres), and shift the fire layer to the north-east.

    Neighbours are pulled apart, so that gaps and overlaps open between them.
    """
    police, fire, ambulance = (_simplified(layer, tolerance) for layer in layers)
    moved = fire.areas.set_geometry(fire.areas.translate(shift, shift))
    return replace(layers, police=police, fire=Layer(Kind.FIRE, moved), ambulance=ambulance)


def _simplified(layer: Layer, tolerance: float) -> Layer:
    shapes = shapely.simplify(layer.areas.geometry.to_numpy(), tolerance)
    whole = shapely.make_valid(shapes, method="structure", keep_collapsed=False)
    return Layer(layer.kind, layer.areas.set_geometry(whole, crs=layer.areas.crs))


def common_ground(cells: tuple[Cell, ...]) -> Pairs:
    """Add up the ground of each pair of areas."""
    pairs: Pairs = {}
    for cell in cells:
        police, fire, ambulance = cell.codes
        for pair in ((police, fire), (police, ambulance), (fire, ambulance)):
            pairs[pair] = pairs.get(pair, 0.0) + cell.km2
    return pairs


def shares(cells: tuple[Cell, ...]) -> dict[tuple[str, str], float]:
    """Give the share of the first area's ground that lies in the second, both ways round."""
    whole: dict[str, float] = {}
    for cell in cells:
        for code in cell.codes:
            whole[code] = whole.get(code, 0.0) + cell.km2
    found = {}
    for (one, other), km2 in common_ground(cells).items():
        found[one, other] = km2 / whole[one]
        found[other, one] = km2 / whole[other]
    return found
