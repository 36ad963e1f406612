"""The writer of a server: begun when the workers answer, and again whenever it has ended."""

import logging
import os
import subprocess
import sys
import time
from socket import socket, socketpair

from escwg_map.settings import WRITER

_PAUSE = 1.0
"""Seconds until it is begun again."""


def open_orders() -> socket:
    """Open the socket for orders before workers are forked, and give the end that takes them.

    Both ends stay open here: an order can wait while there is no writer, and there is an end to
    pass to the next one.
    """
    asking, taking = socketpair()
    os.environ[WRITER] = str(asking.detach())
    return taking


def keep_writing(orders: socket) -> None:
    """Keep a writer running; it ends by itself once this process and all workers have."""
    command = [sys.executable, "-m", "escwg_map.exports.apart", str(orders.fileno())]
    while True:
        status = subprocess.Popen(command, pass_fds=[orders.fileno()]).wait()  # noqa: S603 - our own
        logging.getLogger("escwg_map.faults").error("the writer of files ended: status %d", status)
        time.sleep(_PAUSE)
