"""The app as a server's worker makes it."""

import os
from pathlib import Path

from flask import Flask

from escwg_map.errors import MissingInput
from escwg_map.publish.pointer import last_good
from escwg_map.settings import Settings
from escwg_map.web import create_app


def make_app() -> Flask:
    """Make the app that serves the publication named by ESCWG_MAP_PUBLICATION.

    Where ESCWG_MAP_POINTER names a pointer, the app follows it; a worker that is started anew
    begins with what it names by then.

    Raises:
        MissingInput: the variable is not set, or names no publication.
    """
    folder = os.environ.get("ESCWG_MAP_PUBLICATION")
    if not folder:
        raise MissingInput(
            "Set ESCWG_MAP_PUBLICATION to a folder that 'escwg-map publish' printed."
        )
    pointer = os.environ.get("ESCWG_MAP_POINTER")
    file = Path(pointer) if pointer else None
    first = (last_good(file) if file else None) or Path(folder)
    return create_app(first, pointer=file, embed_hosts=Settings().embed_hosts)
