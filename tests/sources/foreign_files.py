"""Making foreign files for the tests, good and broken, and asking why one is refused."""

import json
from pathlib import Path
from zipfile import ZipFile

import geopandas as gpd
import numpy as np
import pytest
from shapely import box
from shapely.geometry.base import BaseGeometry

from escwg_map.errors import RefusedInput
from escwg_map.sources.foreign import NOTHING_ASKED, Asked, read_foreign
from escwg_map.sources.limits import LIMITS, Limits

SQUARE = box(400_000, 300_000, 410_000, 310_000)
"""Ten kilometres of Toyshire, 100 km2."""


def refusal_of(path: str | Path, *, asked: Asked = NOTHING_ASKED, limits: Limits = LIMITS) -> str:
    """Read a file that must be refused, and give the message."""
    with pytest.raises(RefusedInput) as refused:
        read_foreign(path, asked=asked, limits=limits)
    return str(refused.value)


def written(
    path: Path, *shapes: BaseGeometry | None, name: str = "Toytown", encoding: str = "utf-8"
) -> Path:
    """Write shapes in British National Grid as the kind of file that the ending names."""
    codes = [f"E2300090{number}" for number, _ in enumerate(shapes, start=1)]
    columns = {"code": codes, "name": [name] * len(codes)}
    frame = gpd.GeoDataFrame(columns, geometry=np.array(shapes, dtype=object), crs="EPSG:27700")
    frame.to_file(path, encoding=encoding)
    return path


def zipped(path: Path, shapefile: Path) -> Path:
    """Zip the parts of a Shapefile."""
    parts = sorted(shapefile.parent.glob(f"{shapefile.stem}.*"))
    with ZipFile(path, "w") as archive:
        for part in parts:
            archive.write(part, part.name)
    return path


def geojson(path: Path, **members: object) -> Path:
    """Write one square of Toyshire as GeoJSON, with further members of the collection."""
    ring = [[-2, 52.6], [-1.9, 52.6], [-1.9, 52.7], [-2, 52.7], [-2, 52.6]]
    feature = {
        "type": "Feature",
        "properties": {"code": "E23000901", "name": "Northtoy"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    document = {"type": "FeatureCollection", **members, "features": [feature]}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
