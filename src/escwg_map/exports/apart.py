"""Files written in a process apart, of which a server has one: the writer.

GDAL, Arrow and pandas take 112 MB and half a second, and what is written in C can end the process
in which it runs. So no worker loads them. The writer has, and forks for every file a process that
writes it, hands it over, and ends: nothing stays of it, however large it was or however it went.

Workers ask over a socket that they and the writer have from the server. It stands in no folder, so
nobody else can ask; an order waits in it while the writer is begun anew.
"""

import gc
import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from logging.config import dictConfig
from math import ceil
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from socket import recv_fds, send_fds, socket
from time import monotonic
from typing import Any

from escwg_map import logs
from escwg_map.exports.columns import Column, Holds
from escwg_map.exports.export import Export
from escwg_map.exports.formats import FORMATS, Format
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.geography.shape import Shape
from escwg_map.settings import Settings

_LOADED = ("pyarrow.parquet", "openpyxl.writer.excel")
_WRITTEN = ("gpkg", "shp.zip")
"""Formats that the writer writes once before: GDAL, PROJ and pandas make ready with their first
file, in 50 ms. Arrow would begin threads, of which no fork has any."""

_FIRST = Export(
    SUBJECTS["cells"],
    "first",
    (Column("id", Holds.TEXT, ""),),
    (("a",),),
    {"title": "", "caution": ""},
    ("a",),
    (Shape('{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}', (0, 0, 1, 1)),),
)
_ORDER = b"!"
_ENDED = "The process that wrote this file ended before it had"
_NOBODY = "There was no process to write this file"


class Apart:
    """Has files written by the writer at the other end of a socket."""

    def __init__(self, orders: socket, seconds: float) -> None:
        """Wait for each file as long as it may take."""
        self._orders = orders
        self._seconds = seconds

    def write(self, format_: Format, export: Export) -> Iterator[bytes]:
        """Give the file, whole.

        Raises:
            TimeoutError: it takes too long.
            OSError: there is no writer, or the process that wrote it has ended before.
            Exception: what `Format.write` raises.
        """
        deadline = monotonic() + self._seconds
        ours, theirs = Pipe()
        with ours:
            with theirs:
                send_fds(self._orders, [_ORDER], [theirs.fileno()])
            try:
                _await_reader(ours, deadline)
                ours.send((format_.ending, export))
                done = _received(ours, deadline)
            except (EOFError, ConnectionError) as error:
                raise OSError(_ENDED) from error
        if isinstance(done, Exception):
            raise done
        assert isinstance(done, bytes)
        yield done


def _await_reader(line: "Connection[Any, Any]", deadline: float) -> None:
    """Wait until somebody reads; before, what is sent could wait for ever."""
    try:
        _received(line, deadline)
    except TimeoutError as error:
        raise OSError(_NOBODY) from error


def _received(line: "Connection[Any, Any]", deadline: float) -> object:
    if not line.poll(max(0.0, deadline - monotonic())):
        raise TimeoutError
    return line.recv()


def write_for_workers(orders: socket, seconds: float) -> None:
    """Be the writer, until no process is left that could ask."""
    for name in _LOADED:
        import_module(name)
    with suppress(OSError):  # a full disk may have room again for the files that are wanted
        for ending in _WRITTEN:
            FORMATS[ending].body(_FIRST)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system forgets those that have ended
    while descriptors := recv_fds(orders, len(_ORDER), 1)[1]:
        if not os.fork():
            _write_one(Connection(descriptors[0]), seconds)
        os.close(descriptors[0])


def _write_one(line: "Connection[Any, Any]", seconds: float) -> None:
    """Write one file, and end; an alarm ends what takes too long, since nobody waits for it."""
    signal.alarm(ceil(seconds))
    try:
        with suppress(EOFError, ConnectionError):  # whoever asked has not waited
            line.send(None)
            line.send(_written(*line.recv()))
    except Exception:
        with suppress(Exception):
            logging.getLogger("escwg_map.faults").exception("fault while writing a file")
    os._exit(0)


def _written(ending: str, export: Export) -> bytes | Exception:
    try:
        return FORMATS[ending].body(export)
    except Exception as error:
        # It is the worker's to answer, who has no traceback of this process.
        error.add_note(traceback.format_exc())
        return error


if __name__ == "__main__":
    dictConfig(logs.configuration())
    write_for_workers(socket(fileno=int(sys.argv[1])), Settings().export_seconds)
