"""Files that GDAL writes, which needs a disk to write to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from escwg_map.disk.scratch import scratch_folder
from escwg_map.disk.shapefile import refuse_half_a_shapefile


@contextmanager
def folder_for_gdal() -> Iterator[Path]:
    """Give a temporary folder to let GDAL write to.

    Raises:
        OSError: GDAL could not write; it has its own errors for a full disk.
    """
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

    with scratch_folder() as folder:
        try:
            yield folder
            refuse_half_a_shapefile(folder)
        except (DataSourceError, DataLayerError, FeatureError) as error:
            reason = str(error).rpartition("failed: ")[2]
            raise OSError(f"GDAL could not write its draft in {folder} ({reason})") from error
