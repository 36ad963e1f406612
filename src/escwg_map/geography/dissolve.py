"""From districts to the three layers, by way of the cells."""

from collections.abc import Mapping, Sequence

import pandas as pd
from geopandas import GeoDataFrame
from msgspec import Struct

from escwg_map.errors import RefusedInput
from escwg_map.geography.districts import Districts
from escwg_map.geography.layer import Boundaries, Layer, checked_layer
from escwg_map.geography.simplify import simplify_coverage, vertices
from escwg_map.records.district import District
from escwg_map.records.problem import Problem
from escwg_map.vocabulary import Kind

_CODES = ["police_code", "fire_code", "ambulance_code"]


class Dissolved(Struct, frozen=True, eq=False):
    """The three layers drawn from the districts, and what was counted on the way.

    `vertices_before` and `vertices_after` are those of the cells, before and after simplifying.
    """

    boundaries: Boundaries
    cells: int
    vertices_before: int
    vertices_after: int


def dissolve(
    districts: Districts, records: Sequence[District], names: Mapping[str, str], *, tolerance: float
) -> Dissolved:
    """Unite districts to cells, simplify the cells once, and unite the cells to each layer.

    Simplified together and only once, borders that coincide on the ground coincide vertex for
    vertex in all three layers. `names` gives the name of an area by its code; `tolerance` is in
    metres (see `simplify_coverage`). Raises RefusedInput listing the districts that have a shape
    but no record, or a record but no shape.
    """
    cells = _cells(districts, records)
    simplified = cells.set_geometry(simplify_coverage(cells.geometry, tolerance))
    police, fire, ambulance = (_layer(kind, simplified, names) for kind in Kind)
    return Dissolved(
        boundaries=Boundaries(police, fire, ambulance),
        cells=len(cells),
        vertices_before=vertices(cells.geometry),
        vertices_after=vertices(simplified.geometry),
    )


def _cells(districts: Districts, records: Sequence[District]) -> GeoDataFrame:
    services = pd.DataFrame([record.model_dump() for record in records])[["code", *_CODES]]
    joined = districts.frame[["code", "geometry"]].merge(
        services, on="code", how="outer", validate="one_to_one", indicator=True
    )
    _refuse_left_over(joined)
    return joined.dissolve(_CODES, method="coverage", as_index=False)[[*_CODES, "geometry"]]


def _refuse_left_over(joined: GeoDataFrame) -> None:
    faults = [
        Problem(
            file=file, message=f"{code} is missing", cure=f"add {code}, or take it out elsewhere"
        )
        for side, file in (("left_only", "the lookup"), ("right_only", "the district polygons"))
        for code in joined.loc[joined["_merge"] == side, "code"]
    ]
    if faults:
        raise RefusedInput(
            "the lookup and the district polygons do not hold the same codes", faults
        )


def _layer(kind: Kind, cells: GeoDataFrame, names: Mapping[str, str]) -> Layer:
    code = f"{kind}_code"
    areas = cells[[code, "geometry"]].dissolve(code, method="coverage", as_index=False)
    areas = areas.rename(columns={code: "code"})
    areas["name"] = areas["code"].map(names)
    layer, _ = checked_layer(kind, areas, f"the {kind} layer")
    return layer
