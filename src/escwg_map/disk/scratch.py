"""A folder for what is only passing through, on the disk for temporary files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from escwg_map.disk.drafts import draft_beside


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give an empty folder that nobody else may read, gone when the work is done.

    It is a draft of a target that never comes: what a killed process left of it is swept by the
    next one that asks for such a folder.
    """
    place = Path(tempfile.gettempdir()) / "escwg-map"
    with draft_beside(place, lambda folder: folder.mkdir(0o700)) as folder:
        yield folder
