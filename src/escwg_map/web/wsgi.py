"""The app as a server's workers have it: made before the first are forked, or by one itself."""

import logging
import os
import sys
from io import FileIO
from logging.config import dictConfig
from pathlib import Path
from socket import socket

from flask import Flask

from escwg_map import logs
from escwg_map.environment import POINTER, PUBLICATION, WRITER
from escwg_map.errors import MissingInput
from escwg_map.exports.apart import Apart
from escwg_map.publish.pointer import last_good
from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.access_log import Log
from escwg_map.web.compiled import compile_templates
from escwg_map.web.memory import keep_little, settle

_TURN = 0.0005
"""Seconds after which a thread that computes lets another go on, a tenth of what is usual: who is
sent away, or asks for health, waits for as many turns as there are threads that compute."""

_made: list[Flask] = []
"""The app with which the first workers are forked."""


def prepare() -> None:
    """Make the app for workers that are forked next: they share it, and begin at once.

    `serve` has looked at every file of the publication when it chose it.

    Raises:
        MissingInput: ESCWG_MAP_PUBLICATION is not set, or names no publication.
        Damaged: the publication is not what was published.
    """
    _made[:] = [_app(_named(), is_whole=True)]


def forget() -> None:
    """Let workers that are forked from now on make their own: something may have changed since."""
    _made.clear()


def make_app() -> Flask:
    """Give a worker its app, and make the process one that serves.

    An app that was not prepared serves the publication named by ESCWG_MAP_PUBLICATION, or what the
    pointer named by ESCWG_MAP_POINTER names by now.

    Raises:
        MissingInput: the variable is not set, or names no publication.
        Damaged: the publication is not what was published.
    """
    sys.setswitchinterval(_TURN)
    keep_little()
    dictConfig(logs.configuration())
    # A log that cannot be written, on a full disk, is no reason to stop serving.
    logging.raiseExceptions = False
    if _made:
        return _made[0]
    named, pointer = _named(), _pointer()
    good = last_good(pointer) if pointer else None
    app = _app(good or named, is_whole=good is not None)
    settle()
    return app


def _named() -> Path:
    folder = os.environ.get(PUBLICATION)
    if not folder:
        raise MissingInput(f"Set {PUBLICATION} to a folder that 'escwg-map publish' printed.")
    return Path(folder)


def _pointer() -> Path | None:
    pointer = os.environ.get(POINTER)
    return Path(pointer) if pointer else None


def _app(publication: Path, *, is_whole: bool) -> Flask:
    """Make the app as the environment wants it: it follows the pointer, if there is one."""
    settings = Settings()
    orders = os.environ.get(WRITER)
    writer = Apart(socket(fileno=int(orders)), settings.export_seconds).write if orders else None
    app = create_app(
        publication,
        settings,
        pointer=_pointer(),
        writer=writer,
        log=_log(),
        is_whole=is_whole,
    )
    compile_templates(app, settings)
    return app


def _log() -> Log | None:
    """Take standard output, if there is one; a line is one write, so none waits for another."""
    return FileIO(sys.stdout.fileno(), "w", closefd=False).write if sys.stdout else None
