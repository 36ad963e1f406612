"""The three layers as Shapefiles: read through the door for foreign files, written all or none."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pyogrio
import shapely

from escwg_map.disk.scratch import scratch_folder
from escwg_map.disk.shapefile import refuse_half_a_shapefile
from escwg_map.errors import MissingInput
from escwg_map.geography.layer import Boundaries, Layer, checked_layer
from escwg_map.records.problem import Problem
from escwg_map.sources.foreign import NOTHING_ASKED, Asked, read_foreign
from escwg_map.sources.official import FOUND_BY_PATTERN, Columns, with_our_columns
from escwg_map.sources.replacing import finish_replacement, replace_files
from escwg_map.vocabulary import Kind

PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")

# A .dbf carries the day it was written. This one stands for the day that the areas describe.
_DAY = "2016-12-01"


def read_layers(folder: Path, *, asked: Asked = NOTHING_ASKED) -> tuple[Boundaries, list[Problem]]:
    """Read `police.shp`, `fire.shp` and `ambulance.shp`, with the problems one can live with.

    Columns are `code` and `name`, or those of the ONS; any CRS that EPSG knows will do. Raises
    MissingInput naming the files that are not there, and RefusedInput as `read_foreign` and
    `checked_layer` do.
    """
    finish_replacement(folder)
    missing = [
        str(folder / f"{kind}.shp") for kind in Kind if not (folder / f"{kind}.shp").exists()
    ]
    if missing:
        cure = "put three Shapefiles there, or run: escwg-map boundaries build"
        raise MissingInput(f"{', '.join(missing)}: not there. To mend it: {cure}.")
    # Each file is read by a process of its own, so threads are enough to have them side by side.
    with ThreadPoolExecutor(len(Kind)) as pool:
        read = list(pool.map(partial(_read_layer, folder, asked), Kind))
    police, fire, ambulance = (layer for layer, _ in read)
    return Boundaries(police, fire, ambulance), [each for _, found in read for each in found]


def _read_layer(folder: Path, asked: Asked, kind: Kind) -> tuple[Layer, list[Problem]]:
    return read_layer(kind, folder / f"{kind}.shp", asked=asked)


def read_layer(
    kind: Kind, path: Path, *, asked: Asked = NOTHING_ASKED, columns: Columns = FOUND_BY_PATTERN
) -> tuple[Layer, list[Problem]]:
    """Read one layer from a boundary file of any kind, with what was changed or is doubtful.

    Raises MissingInput, or RefusedInput as `read_foreign`, `with_our_columns` and `checked_layer`.
    """
    foreign = read_foreign(path, asked=asked)
    frame = with_our_columns(foreign.frame, foreign.file, columns)
    layer, problems = checked_layer(kind, frame, foreign.file)
    return layer, [*foreign.notes, *problems]


def write_layers(boundaries: Boundaries, folder: Path) -> None:
    """Replace the fifteen files of the three layers in a folder, all or none.

    The same layers give the same bytes on any day: EPSG:27700, attributes code and name in UTF-8,
    one feature an area in the order of codes.
    """
    replace_files(folder, layer_files(boundaries))


def layer_files(layers: Iterable[Layer]) -> Mapping[str, bytes]:
    """Write Shapefiles in memory: the content of each of a layer's five files by name."""
    layers = tuple(layers)
    with scratch_folder() as folder:
        for layer in layers:
            _write_layer(layer, folder / f"{layer.kind}.shp")
        refuse_half_a_shapefile(folder)
        names = [f"{layer.kind}{part}" for layer in layers for part in PARTS]
        return {name: (folder / name).read_bytes() for name in names}


def _write_layer(layer: Layer, path: Path) -> None:
    areas = layer.areas.sort_values("code", ignore_index=True)[["code", "name", "geometry"]]
    normal = areas.set_geometry(shapely.normalize(areas.geometry.to_numpy()), crs=areas.crs)
    pyogrio.write_dataframe(
        normal,
        path,
        driver="ESRI Shapefile",
        encoding="UTF-8",
        layer_options={"DBF_DATE_LAST_UPDATE": _DAY},
    )
