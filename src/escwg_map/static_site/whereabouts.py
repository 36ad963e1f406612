"""Where in the folder each address of the app lies."""

import re
from collections.abc import Callable, Mapping
from posixpath import dirname, relpath

from msgspec import Struct, field

from escwg_map.errors import NotRecorded
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.static_site.address import Address
from escwg_map.static_site.pages import MAP_FILES

SEARCH = "answers/search.js"
"""The file that pages name and that the app does not have."""

_WAYS_OF_SHOWING = ("view", "sort", "weight", "colour", "outlines", "markers", "at")
"""Parameters that change no file that is taken away."""

_ANSWERED = {"/": "index.html", "/embed": "embed.html", "/projects": "table.html"}
"""Pages whose other views are answered by the script of the map page."""

_SENT = {"/": "index.html", "/projects": "table.html", "/boundaries": "boundaries.html"}
"""Where forms are sent to."""


class Whereabouts(Struct, frozen=True):
    """The files of pages, and of all else that pages turn out to name: these are collected."""

    pages: Mapping[Address, str]
    named: dict[str, Address] = field(default_factory=dict)
    """Files that are no pages, with the address at which the app has each."""

    def link(self, text: str, page: str, attribute: str = "href") -> str:
        """Write an address of the app as the page in this file must: relative, with its query.

        Raises:
            NotRecorded: the site has nothing of the sort.
        """
        address, fragment = Address.read(text)
        file, query = self._sent(address, page) if attribute == "action" else self._found(address)
        start = dirname(page) or "."
        end = (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
        return relpath(file, start) + end

    def _sent(self, address: Address, page: str) -> tuple[str, str]:
        own = address.path == "/" and page in MAP_FILES
        return (page if own else _SENT.get(address.path) or self._found(address)[0]), ""

    def _found(self, address: Address) -> tuple[str, str]:
        """Find the file of an address, and the query that the script of that file answers."""
        if address in self.pages:
            return self.pages[address], ""
        if address.path == "/" and dict(address.pairs).get("view") in ("table", "cards"):
            return f"{dict(address.pairs)['view']}.html", address.without("view").query
        if address.path in _ANSWERED:
            return _ANSWERED[address.path], address.query
        if address.path == "/places":
            file = "index.html" if address.query.startswith("at=") else "places.html"
            return file, address.query
        plain = address.without(*_WAYS_OF_SHOWING)
        if plain in self.pages:
            return self.pages[plain], ""
        return self._file(address), ""

    def _file(self, address: Address) -> str:
        asked = _taken_away(address)
        for pattern, file_of in _FILES.items():
            if found := re.fullmatch(pattern, asked.path):
                file = file_of(found, asked)
                if file != SEARCH:
                    self.named.setdefault(file, asked)
                return file
        raise NotRecorded(f"The site has nothing for the address {address}.")


def _named(folder: str) -> Callable[[re.Match[str], Address], str]:
    """Name a file by what it is, and by what its parameters say: `areas-fire.csv`."""

    def name(found: re.Match[str], asked: Address) -> str:
        return "-".join([f"{folder}/{found[1]}", *(value for _, value in asked.pairs)]) + found[2]

    return name


def _taken_away(address: Address) -> Address:
    """Leave out what makes no difference to a file: how a page is shown, and often the layer."""
    asked = address.without(*_WAYS_OF_SHOWING)
    subject = SUBJECTS.get(address.path.removeprefix("/export/").partition(".")[0])
    return asked.without("layer") if subject and not subject.by_layer else asked


_FILES: Mapping[str, Callable[[re.Match[str], Address], str]] = {
    r"/published/([^/]+)/(.+)": lambda found, _: found[2],
    r"/data/(.+)": lambda found, _: f"data/{found[1]}",
    r"/export/([a-z-]+)(\..+)": _named("export"),
    r"/pictures/(.+)(\.svg)": _named("pictures"),
    r"/areas/(.+)(\.csv)": _named("areas"),
    r"/places/suggestions": lambda *_: SEARCH,
}
