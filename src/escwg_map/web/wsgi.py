"""The app as a server's worker makes it."""

import os
from pathlib import Path

from flask import Flask

from escwg_map.errors import MissingInput
from escwg_map.settings import Settings
from escwg_map.web import create_app


def make_app() -> Flask:
    """Make the app that serves the publication named by ESCWG_MAP_PUBLICATION.

    Raises:
        MissingInput: the variable is not set, or names no publication.
    """
    folder = os.environ.get("ESCWG_MAP_PUBLICATION")
    if not folder:
        raise MissingInput(
            "Set ESCWG_MAP_PUBLICATION to a folder that 'escwg-map publish' printed."
        )
    return create_app(Path(folder), embed_hosts=Settings().embed_hosts)
