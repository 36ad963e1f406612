"""Faults of the disk, provoked in this process: the k-th file operation fails, or is the last.

Python tells of every file that is opened for writing and of every rename, new folder and removal
before it happens (audit events); writes and fsync are counted by standing in their way. Nothing of
ours is replaced: what is tested calls what it always calls.
"""

import builtins
import errno
import io
import os
import signal
import sys
from typing import Any

FAULTS = ("kill", "EIO", "ENOSPC", "short")
"""Killed; one fault of the disk; a disk that is full from then on; half of a write done."""

_EVENTS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_NEED_SPACE = {"open", "write", "os.mkdir", "os.link", "os.symlink"}


class Faults:
    """Counts the operations from now on; the k-th one meets the fault."""

    def __init__(self, fault: str | None = None, k: int = 0) -> None:
        """Watch this process to its end; with no fault, only count."""
        self.met: list[str] = []
        """What was done so far, in its order."""
        self.reached = False
        self._fault, self._k, self._full = fault, k, False
        sys.addaudithook(self._hear)
        self._stand_in_the_way()

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS or (event == "open" and arguments[2] & _WRITING):
            self._meet(event)

    def _meet(self, operation: str) -> bool:
        """Count an operation and fail it if it is its turn; True where a write shall be short."""
        if self._fault == "short" and operation != "write":
            return False
        self.met.append(operation)
        its_turn = len(self.met) == self._k and self._fault is not None
        if its_turn:
            self.reached = True
            self._full = self._fault == "ENOSPC"
        if operation == "write":
            return its_turn or self._full
        if its_turn or (self._full and operation in _NEED_SPACE):
            self._fail()
        return False

    def _fail(self) -> None:
        if self._fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, str(self._fault))
        raise OSError(number, os.strerror(number))

    def written(self, write: Any, body: Any) -> int:  # noqa: ANN401 - any write, any buffer
        """Write, or half of it and then the fault."""
        if not self._meet("write"):
            return int(write(body))
        half = memoryview(body).cast("B")[: max(1, len(memoryview(body).cast("B")) // 2)]
        done = int(write(half))
        if self._fault != "short":
            self._fail()
        return done

    def _stand_in_the_way(self) -> None:
        fsync, write = os.fsync, os.write
        faults = self

        class Raw(io.FileIO):
            def write(self, body: Any, /) -> int:  # noqa: ANN401
                return faults.written(super().write, body)

        def counted_open(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:  # noqa: ANN401
            if not set(mode) & set("wxa+") or "+" in mode:
                return real_open(file, mode, *rest, **more)
            raw = Raw(file, mode.replace("b", "").replace("t", ""))
            body = raw if more.get("buffering") == 0 else io.BufferedWriter(raw)
            text = {name: more.get(name) for name in ("encoding", "errors", "newline")}
            return body if "b" in mode else io.TextIOWrapper(body, **text)  # type: ignore[arg-type]

        def counted_fsync(descriptor: Any) -> None:  # noqa: ANN401
            self._meet("fsync")
            fsync(descriptor)

        real_open = io.open
        os.fsync = counted_fsync  # type: ignore[assignment]
        os.write = lambda descriptor, body: self.written(lambda part: write(descriptor, part), body)
        io.open = builtins.open = counted_open
