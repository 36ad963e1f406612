"""One writer at a time: a lock that dies with its process, and says since when it is held."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from escwg_map.disk.drafts import is_still_there
from escwg_map.errors import CannotWrite


class Busy(CannotWrite):
    """Another process is writing there."""


@contextmanager
def one_writer(lock: Path, what: Path) -> Iterator[None]:
    """Hold a lock file while `what` is written.

    Raises:
        Busy: another process holds it; the message says since when.
    """
    descriptor = _open(lock, what)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, _now().encode(), 0)
        yield
    finally:
        # Taken away while it is still held: who opened it meanwhile finds that it is gone.
        # Where that cannot be done, it stays, held by nobody.
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)


def _open(lock: Path, what: Path) -> int:
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if is_still_there(lock, descriptor):
                return descriptor
        except BlockingIOError:
            since = os.pread(descriptor, 40, 0).decode(errors="replace")
            os.close(descriptor)
            raise Busy(
                f"{what} cannot be written: another process is writing there"
                f"{f', since {since}' if since else ''}. Nothing has changed. "
                "To mend it: wait until it is done."
            ) from None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
