"""Signals that end a server, of which none is lost.

A signal goes to any thread that does not block it. Where that is one of granian's own, Python notes
it and does not wake the main thread, which waits: a worker that was busy when SIGTERM came served
on, and was killed when the time for stopping was over. So one thread alone can take them here: the
main thread of the server, and in a worker, a thread that does nothing else.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

_ENDINGS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def withheld() -> Iterator[None]:
    """Let the signals wait; threads and processes that begin meanwhile never take them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)


def hear_in_worker() -> None:
    """Call the handlers of a worker from a thread of its own; the worker begins `withheld`.

    Until it has handlers it has nothing to finish, and just ends: those that it inherits would
    tell its copy of the server to stop, and nobody else.
    """
    for ending in _ENDINGS:
        signal.signal(ending, lambda *_: os._exit(0))
    Thread(target=_hear, daemon=True).start()


def _hear() -> None:
    while True:
        number = signal.sigwait(_ENDINGS)
        handler = signal.getsignal(number)
        if callable(handler):
            handler(number, None)
