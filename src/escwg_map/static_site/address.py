"""An address of the app, such that two ways of writing it are one."""

from collections.abc import Iterable
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from msgspec import Struct

_PAGING = {"limit", "offset"}
"""The site has every list whole."""

Pair = tuple[str, str]

_USUAL = {("layer", "police"), ("view", "map"), ("weight", "people")}
"""What the app shows unasked."""

_COMPARED = "/boundaries"
"""The page whose two layers are both named."""


class Address(Struct, frozen=True, order=True):
    """A path of the app with its parameters in the order of their names."""

    path: str
    pairs: tuple[Pair, ...] = ()

    @classmethod
    def of(cls, path: str, pairs: Iterable[Pair] = ()) -> Self:
        """Make an address of a path and parameters in any order."""
        usual = set() if path == _COMPARED else _USUAL
        kept = (pair for pair in pairs if pair[0] not in _PAGING and pair not in usual)
        return cls(path, tuple(sorted(kept)))

    @classmethod
    def read(cls, text: str) -> tuple[Self, str]:
        """Read an address as a page writes it, and the part of the page that it names."""
        parts = urlsplit(text)
        return cls.of(parts.path, parse_qsl(parts.query)), parts.fragment

    @property
    def query(self) -> str:
        """The parameters as the app takes them."""
        return urlencode(self.pairs, safe=",")

    def without(self, *names: str) -> "Address":
        """Leave some parameters out."""
        return Address.of(self.path, (pair for pair in self.pairs if pair[0] not in names))

    def __str__(self) -> str:
        return f"{self.path}?{self.query}" if self.pairs else self.path
