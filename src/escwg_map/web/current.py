"""What this app serves, and what this request asks for."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import Any, Protocol

from flask import Flask, current_app, g, request
from pydantic import ValidationError

from escwg_map.disk.manifest import MANIFEST
from escwg_map.errors import EscwgMapError
from escwg_map.publish.pointer import Pointer, read_pointer
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.query import Reader, read_query, refuse_unknown

_KEY = "escwg_map_publication"
_SWITCH = "escwg_map_switch"


def use(app: Flask, publication: Publication, pointer: Path | None = None) -> "Switch":
    """Let the app serve a publication, and whatever the pointer names later.

    Its data is checked and read now, not at the first request.

    Raises:
        Damaged: the publication is not what was published.
    """
    publication.check()
    _ = publication.atlas
    app.extensions[_KEY] = publication
    app.extensions[_SWITCH] = Switch(app, pointer)
    return switch(app)


def publication() -> Publication:
    """The publication that this request is answered from, to its end."""
    if "publication" not in g:
        switch().look()
        g.publication = current_app.extensions[_KEY]
    taken: Publication = g.publication
    return taken


def switch(app: Flask | None = None) -> "Switch":
    """What brings the app, or this request's, from one publication to the next."""
    found: Switch = (app or current_app).extensions[_SWITCH]
    return found


class Cache(Protocol):
    """A function whose answers are kept."""

    def cache_clear(self) -> None:
        """Forget them."""


class Switch:
    """Follows a pointer: loads what it names beside what is being served, then switches."""

    def __init__(self, app: Flask, pointer: Path | None) -> None:
        """Follow a pointer from now on; None for an app that always serves the same."""
        self.refused: str | None = None
        """The name of a publication that the pointer names and that could not be loaded."""
        self.seconds = 1.0
        """Between two looks at the pointer."""
        self.caches: tuple[Cache, ...] = ()
        """What is emptied after a switch, so that nothing holds on to the publication before."""
        self._app = app
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
        is_named = self._names(self._app.extensions[_KEY].name)
        follow = Thread(target=self._follow, daemon=True)
        follow.start()
        if not is_named:
            self._awaited = follow

    def _names(self, name: str) -> bool:
        pointer = self.pointer
        return pointer is None or name in (pointer.publication, pointer.previous)

    def named(self, name: str) -> Publication | None:
        """Find a publication by its name: this one, or those that the pointer names."""
        now = publication()
        if name == now.name:
            return now
        pointer = self.pointer
        if pointer is None or name not in (pointer.publication, pointer.previous):
            return None
        folder = now.folder.with_name(name)
        return Publication(folder) if (folder / MANIFEST).is_file() else None

    def _follow(self) -> None:
        try:
            pointer = self.pointer
            now: Publication = self._app.extensions[_KEY]
            if pointer and pointer.publication != now.name:
                self._load(now.folder.with_name(pointer.publication))
            elif pointer:
                self.refused = None
        finally:
            self._lock.release()

    def _load(self, folder: Path) -> None:
        try:
            new = Publication(folder)
            new.check()
            _ = new.atlas, new.index, new.ground, new.drawn
        except (EscwgMapError, ValidationError):
            self.refused = folder.name
            return
        self._app.extensions[_KEY] = new
        self.refused = None
        for cache in self.caches:
            cache.cache_clear()


def _state(file: Path) -> object:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def selection(*besides: str) -> Selection:
    """What this request's query string asks for, `besides` what the page itself takes.

    Raises:
        BadSelection: the query string cannot be understood.
    """
    given = request.args.items(multi=True)
    return Selection.from_query((name, text) for name, text in given if name not in besides)


def read_parameters(readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Read the parameters of a page that has its own, beside the selection's.

    Raises:
        BadSelection: the query string cannot be understood.
    """
    return read_query(request.args.items(multi=True), readers)


def refuse_parameters() -> None:
    """Refuse any parameter.

    Raises:
        BadSelection: the query string has one.
    """
    refuse_unknown(request.args, ())
