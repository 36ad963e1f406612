"""Every link of a written site, followed as a browser follows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

LICENCES = (
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "https://opensource.org/license/mit",
)
_ADDRESSES = {
    *("href", "src", "srcset", "action"),
    *("data-address", "data-action", "data-suggestions", "data-library"),
}
_URL = re.compile(r"url\(['\"]?([^)'\"#/][^)'\"]*)")
"""GOV.UK Frontend names a crest at the root of the host, in a component that we do not have."""
_UNUSED = ("images/layers.png", "images/layers-2x.png", "images/marker-icon.png")
"""Pictures of Leaflet's controls and markers that our map does not have."""
_HOST = "http://folder/"


def _is_page(name: str) -> bool:
    return name.endswith(".html")


class _Addresses(HTMLParser):
    """The addresses and the ids of a page; a hundred megabytes of pages want a fast reader."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()

    @classmethod
    def of(cls, path: Path) -> "_Addresses":
        page = cls()
        page.feed(path.read_text(encoding="utf-8"))
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        # What begins at the root of a host leads out, whatever attribute names it.
        self.links |= {
            value or ""
            for name, value in attrs
            if name in _ADDRESSES or (value or "").startswith("/")
        }
        self.ids |= {value or "" for name, value in attrs if name == "id"}


@dataclass(frozen=True)
class WrittenSite:
    """A folder with a site in it."""

    folder: Path

    @cached_property
    def files(self) -> set[str]:
        """Every file, by its path inside the folder."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix() for path in found}

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page, parsed."""
        names = sorted(filter(_is_page, self.files))
        texts = {name: (self.folder / name).read_text(encoding="utf-8") for name in names}
        return {name: BeautifulSoup(text, "html.parser") for name, text in texts.items()}

    @cached_property
    def _read(self) -> dict[str, "_Addresses"]:
        return {name: _Addresses.of(self.folder / name) for name in self.files if _is_page(name)}

    def links(self) -> Iterator[tuple[str, str]]:
        """Give every address of every page and style, with the file that names it."""
        for name, read in self._read.items():
            yield from ((name, link) for link in read.links)
        for name in self.files:
            if name.endswith(".css"):
                text = (self.folder / name).read_text(encoding="utf-8")
                yield from ((name, link) for link in _URL.findall(text) if link not in _UNUSED)

    def faults(self) -> list[str]:
        """Say of every address that leads nowhere, or out of the folder, what is wrong."""
        return sorted({fault for name, link in self.links() for fault in self._faults(name, link)})

    def _faults(self, name: str, link: str) -> Iterator[str]:
        if link in LICENCES or link.startswith("data:"):
            return
        parts = urlsplit(urljoin(_HOST + name, link))
        file = unquote(parts.path.removeprefix("/"))
        if f"{parts.scheme}://{parts.netloc}/" != _HOST or link.startswith("/"):
            yield f"{name} leads out: {link}"
        elif file not in self.files:
            yield f"{name} leads nowhere: {link}"
        elif parts.fragment and parts.fragment not in self._read[file].ids:
            yield f"{name} names no part of a page: {link}"
