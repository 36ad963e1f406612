"""The app as a server's worker makes it."""

import logging
import os
from logging.config import dictConfig
from pathlib import Path

from flask import Flask

from escwg_map import logs
from escwg_map.errors import MissingInput
from escwg_map.settings import PUBLICATION, Settings
from escwg_map.web import create_app


def make_app() -> Flask:
    """Make the app that serves the publication named by ESCWG_MAP_PUBLICATION.

    Raises:
        MissingInput: the variable is not set, or names no publication.
    """
    folder = os.environ.get(PUBLICATION)
    if not folder:
        raise MissingInput(f"Set {PUBLICATION} to a folder that 'escwg-map publish' printed.")
    dictConfig(logs.configuration())
    # A log that cannot be written, on a full disk, is no reason to stop serving.
    logging.raiseExceptions = False
    return create_app(Path(folder), Settings())
