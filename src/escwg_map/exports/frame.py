"""An export as a frame, for the formats that GDAL and Arrow write."""

import geopandas
import numpy as np
import pandas
import shapely

from escwg_map.exports.columns import Holds
from escwg_map.exports.export import Export
from escwg_map.geography.crs import WGS_84

_TYPES = {
    Holds.TEXT: "str",
    Holds.WHOLE: "Int64",
    Holds.NUMBER: "float64",
    Holds.TRUTH: "boolean",
    Holds.LIST: "str",
    Holds.STARRED: "str",
}


def frame_of(export: Export) -> pandas.DataFrame:
    """Give the rows with typed columns, so that one without rows has types too."""
    rows = pandas.DataFrame(list(export.table.rows), columns=list(export.table.columns))
    return rows.astype({column.name: _TYPES[column.holds] for column in export.columns})


def ground_of(export: Export) -> geopandas.GeoDataFrame:
    """Give the rows with their geometry, WGS 84; surfaces are multipolygons throughout."""
    texts = [shape.geometry if shape else None for shape in export.shapes]
    shapes = np.array(shapely.from_geojson(texts), dtype=object)
    for place, shape in enumerate(shapes):
        if isinstance(shape, shapely.Polygon):
            shapes[place] = shapely.MultiPolygon([shape])
    return geopandas.GeoDataFrame(frame_of(export), geometry=shapes, crs=WGS_84)
