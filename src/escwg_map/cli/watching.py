"""Publishing anew beside the running version: when the inputs change, or when asked by SIGHUP."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from escwg_map.cli.publishing import start_publishing
from escwg_map.errors import CannotWrite, MissingInput
from escwg_map.publish.inputs import inputs_of
from escwg_map.publish.pointer import pointer_file, record_failure
from escwg_map.settings import Settings

_BEHIND = 3
"""How much less (as of `nice`) publishing may use the processors than those who answer."""

_REFUSED = {0, 2, 3}
"""Exit statuses after which the child has recorded itself how it went."""

Look = tuple[tuple[Path, int, int], ...]
"""Every input, its size and its time.

Paths and not their names: pathlib interns the parts of a path, and a look whose paths are kept
interns none anew. Otherwise Python's table of interned strings fills up with those that are gone,
until it doubles: 1.8 MiB after some two thousand looks.
"""


class Watcher:
    """Publishes in a child process, one at a time; the workers see what has become current."""

    def __init__(self, settings: Settings, every: float | None) -> None:
        """Look at the inputs every so many seconds, or only when asked."""
        self._settings = settings
        self._every = every
        # Unlike an event, it may be used in the handler of a signal that comes in the middle of it.
        self._asked: SimpleQueue[str] = SimpleQueue()
        self._child: subprocess.Popen[bytes] | None = None
        self._stopping = False
        self._published = _look(settings)
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin, and take SIGHUP as the wish to publish; call it in the main thread."""
        signal.signal(signal.SIGHUP, lambda *_: self._asked.put("SIGHUP"))
        self._thread.start()

    def stop(self) -> None:
        """End, with the child if there is one: what it has not finished is swept next time.

        It is killed, since it inherits that SIGTERM waits: see `escwg_map.cli.signals`.
        """
        self._stopping = True
        self._asked.put("stop")
        if self._child:
            with suppress(ProcessLookupError):
                self._child.kill()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def _run(self) -> None:
        before = self._published
        while not self._stopping:
            asked = self._wish()
            now = _look(self._settings)
            # Files that are still being copied look different from one time to the next.
            settled, before = now == before, now
            if asked or (settled and now != self._published):
                self._published = now
                self._publish()

    def _wish(self) -> str | None:
        try:
            return self._asked.get(timeout=self._every)
        except Empty:
            return None

    def _publish(self) -> None:
        if self._stopping:
            return
        self._child = start_publishing(self._settings)
        with suppress(OSError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, self._child.pid, _BEHIND)
        if self._child.wait() not in _REFUSED and not self._stopping:
            with suppress(CannotWrite):
                record_failure(pointer_file(self._settings), problems=0)
        self._child = None


def _look(settings: Settings) -> Look:
    """Note name, size and time of every input; nothing is read."""
    with suppress(MissingInput, OSError):
        stats = ((path, path.stat()) for path in inputs_of(settings) if path.is_file())
        return tuple((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
    return ()
