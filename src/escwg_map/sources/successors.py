"""Services that were merged or given another code since, and what to do in a newer layer's light.

The facts stand in services.csv, column `successor_code`.
"""

from collections.abc import Iterable, Mapping
from typing import Self

from msgspec import Struct

from escwg_map.records.service import Service
from escwg_map.wording import listing


class Successors(Struct, frozen=True):
    """The successor of each code that has one, and the names of a layer's areas by their codes."""

    of: Mapping[str, str]
    areas: Mapping[str, str]

    @classmethod
    def among(cls, services: Iterable[Service], areas: Mapping[str, str]) -> Self:
        """Take successors from the services."""
        return cls({s.code: s.successor_code for s in services if s.successor_code}, areas)

    def heir(self, code: str) -> str | None:
        """Follow successors to the first one that is an area of the layer."""
        seen = {code}
        while following := self.of.get(code):
            if following in self.areas:
                return following
            if following in seen:
                return None
            seen.add(following)
            code = following
        return None

    def cure_of_old(self, code: str, *, otherwise: str) -> str:
        """Say what to do about a code that is no area of the layer."""
        heir = self.heir(code)
        return f"write {heir} ({self.areas[heir]}), its successor" if heir else otherwise

    def cure_of_new(self, code: str) -> str:
        """Say what to do about an area whose code is no service."""
        merged = [old for old in sorted(self.of) if self.heir(old) == code]
        if merged:
            return f"add the service, which has succeeded {listing(merged)}"
        return "add the service, or correct the code"
