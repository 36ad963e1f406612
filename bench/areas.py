"""The map's areas as files that other programs read, drawn with the detail of its first view."""

from pathlib import Path

import geopandas
import numpy as np
import shapely

from escwg_map.geography.crs import WGS_84
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.shape import DECIMALS
from escwg_map.geography.sound import sound
from escwg_map.publish.checking import check
from escwg_map.publish.geometry import OVERVIEW_TOLERANCE, areas_of, simplified
from escwg_map.records.register import Register
from escwg_map.settings import Settings
from escwg_map.vocabulary import Kind


def write_areas(folder: Path) -> tuple[Path, Path]:
    """Write a GeoPackage a layer, twice: as they come, and rounded as the map's own are."""
    checked = check(Settings())
    if checked.ground is None:
        raise ValueError("the shipped boundaries are refused: run 'escwg-map check'")
    ground = simplified(sound(checked.ground), OVERVIEW_TOLERANCE)
    whole, rounded = folder / "areas", folder / "rounded"
    for to in (whole, rounded):
        to.mkdir()
    for layer in Kind:
        codes, shapes = areas_of(ground.cells, to_wgs_84(ground.shapes), layer)
        frame = _described(checked.register, codes).set_geometry(shapes.tolist(), crs=WGS_84)
        frame.to_file(whole / f"{layer}.gpkg")
        shorter = shapely.transform(frame.geometry.to_numpy(), lambda at: np.round(at, DECIMALS))
        frame.set_geometry(shorter, crs=WGS_84).to_file(rounded / f"{layer}.gpkg")
    return whole, rounded


def _described(register: Register, codes: list[str]) -> geopandas.GeoDataFrame:
    """Say of each area what a popup would: its code, its name, and in how many projects it is."""
    names = {service.code: service.name for service in register.services}
    taking_part = [partner.service for partner in register.partners]
    return geopandas.GeoDataFrame(
        {
            "code": codes,
            "name": [names[code] for code in codes],
            "projects": [taking_part.count(code) for code in codes],
        }
    )
