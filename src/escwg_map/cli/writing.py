"""The writer of a server: begun when it is wanted, or soon, and again when it ends."""

import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from select import select
from socket import socketpair

from escwg_map.environment import WRITER

_SOON = 10.0
"""Seconds after which it is begun though nobody has asked: the first pages need the processors."""

_PAUSE = 1.0
"""Seconds until it is begun again."""


class Writer:
    """Keeps a process that writes files, and the socket at which workers ask for them.

    Both ends of the socket stay open here: workers inherit one, and the other is passed to each
    writer, so that an order can wait while there is none.
    """

    def __init__(self) -> None:
        """Open the socket; that must come before workers are forked."""
        asking, self._orders = socketpair()
        os.environ[WRITER] = str(asking.detach())
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def keep(self) -> None:
        """Begin a writer, and another whenever it has ended, until `end` is called."""
        number = self._orders.fileno()
        command = [sys.executable, "-m", "escwg_map.exports.apart", str(number)]
        while not self._ended:
            select([number], [], [], _SOON)
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own
                    command, pass_fds=[number], process_group=0
                )
                ended = f"status {self._process.wait()}"
            except OSError as error:  # no memory or no process more, which passes
                ended = str(error)
            if not self._ended:
                logging.getLogger("escwg_map.faults").error("the writer of files ended: %s", ended)
                time.sleep(_PAUSE)

    def end(self) -> None:
        """End it at once, with all that it forked: nobody is left who would ask.

        Without this, it ends when it sees that.
        """
        self._ended = True
        if self._process:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
