"""The app as a server's worker makes it."""

import logging
import os
import sys
from io import FileIO
from logging.config import dictConfig
from pathlib import Path
from socket import socket

from flask import Flask

from escwg_map import logs
from escwg_map.errors import MissingInput
from escwg_map.exports.apart import Apart
from escwg_map.publish.pointer import last_good
from escwg_map.settings import POINTER, PUBLICATION, WRITER, Settings
from escwg_map.web import create_app
from escwg_map.web.access_log import Log
from escwg_map.web.compiled import compile_templates
from escwg_map.web.memory import keep_little, settle

_TURN = 0.0005
"""Seconds after which a thread that computes lets another go on, a tenth of what is usual: who is
sent away, or asks for health, waits for as many turns as there are threads that compute."""


def make_app() -> Flask:
    """Make the app that serves the publication named by ESCWG_MAP_PUBLICATION.

    Where ESCWG_MAP_POINTER names a pointer, the app follows it; a worker that is started anew
    begins with what it names by then.

    Raises:
        MissingInput: the variable is not set, or names no publication.
    """
    folder = os.environ.get(PUBLICATION)
    if not folder:
        raise MissingInput(f"Set {PUBLICATION} to a folder that 'escwg-map publish' printed.")
    sys.setswitchinterval(_TURN)
    keep_little()
    dictConfig(logs.configuration())
    # A log that cannot be written, on a full disk, is no reason to stop serving.
    logging.raiseExceptions = False
    pointer, settings = os.environ.get(POINTER), Settings()
    file = Path(pointer) if pointer else None
    first = (last_good(file) if file else None) or Path(folder)
    orders = os.environ.get(WRITER)
    writer = Apart(socket(fileno=int(orders)), settings.export_seconds).write if orders else None
    app = create_app(first, settings, pointer=file, writer=writer, log=_log())
    compile_templates(app, settings)
    settle()
    return app


def _log() -> Log | None:
    """Take standard output, if there is one; a line is one write, so none waits for another."""
    return FileIO(sys.stdout.fileno(), "w", closefd=False).write if sys.stdout else None
