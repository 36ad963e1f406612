"""From one publication to the next while serving: no request is answered from two."""

from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import Protocol

from pydantic import ValidationError

from escwg_map.disk.manifest import MANIFEST
from escwg_map.errors import EscwgMapError
from escwg_map.publish.pointer import Pointer, read_pointer
from escwg_map.publish.publication import Publication
from escwg_map.web.memory import give_back


class Cache(Protocol):
    """A function whose answers are kept."""

    def cache_clear(self) -> None:
        """Forget them."""


class Switch:
    """Follows a pointer: loads what it names beside what is being served, then switches."""

    def __init__(self, publication: Publication, pointer: Path | None) -> None:
        """Follow a pointer from now on; None for an app that always serves the same."""
        self.current = publication
        """What requests that begin now are answered from."""
        self.refused: str | None = None
        """The name of a publication that the pointer names and that could not be loaded."""
        self.seconds = 1.0
        """Between two looks at the pointer."""
        self.caches: tuple[Cache, ...] = ()
        """What is emptied after a switch, so that nothing holds on to the publication before."""
        self._file = pointer
        self._seen: object = None
        self._awaited: Thread | None = None
        self._next_look = 0.0
        self._lock = Lock()

    @property
    def pointer(self) -> Pointer | None:
        """What the pointer says now."""
        return read_pointer(self._file) if self._file else None

    def look(self) -> None:
        """Look at most once a second whether the pointer has changed; follow it in a thread.

        A worker that nobody asked for long may serve what is there no more: whoever comes then
        waits until it has followed, or the files that a page names would not be found.
        """
        if self._file and monotonic() >= self._next_look and self._lock.acquire(blocking=False):
            self._begin_to_follow(self._file)
        if self._awaited:
            self._awaited.join()

    def _begin_to_follow(self, file: Path) -> None:
        self._next_look = monotonic() + self.seconds
        if (now := _state(file)) == self._seen:
            self._lock.release()
            return
        self._seen = now
        is_there = self.pointer is None or self._names(self.current.name)
        follow = Thread(target=self._follow, daemon=True)
        follow.start()
        if not is_there:
            self._awaited = follow

    def _names(self, name: str) -> bool:
        pointer = self.pointer
        return pointer is not None and name in pointer.names

    def named(self, name: str) -> Publication | None:
        """Find a publication by its name: the current one, or those that the pointer names."""
        now = self.current
        if name == now.name:
            return now
        if not self._names(name):
            return None
        folder = now.folder.with_name(name)
        return Publication(folder) if (folder / MANIFEST).is_file() else None

    def _follow(self) -> None:
        try:
            pointer = self.pointer
            if pointer and pointer.publication != self.current.name:
                self._load(self.current.folder.with_name(pointer.publication))
            elif pointer:
                self.refused = None
        finally:
            self._lock.release()

    def _load(self, folder: Path) -> None:
        try:
            new = Publication(folder)
            new.check()
            _ = new.atlas, new.index, new.ground, new.drawn, new.first_view
        except (EscwgMapError, ValidationError):
            self.refused = folder.name
            return
        self.current = new
        self.refused = None
        for cache in self.caches:
            cache.cache_clear()
        give_back()


def _state(file: Path) -> object:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size
