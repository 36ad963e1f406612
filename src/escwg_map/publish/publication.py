"""A publication as the web room reads it. Imports neither pandas nor geopandas."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from escwg_map.atlas import Atlas
from escwg_map.errors import MissingInput
from escwg_map.exports.grounds import Grounds
from escwg_map.geography.drawn_ground import DrawnGround
from escwg_map.geography.locate import CellGround
from escwg_map.geography.shape import Shape
from escwg_map.publish.artefacts import MANIFEST
from escwg_map.search.index import Index


@dataclass(frozen=True)
class Publication:
    """The finished artefacts in one folder; the folder's name says what they were made from."""

    folder: Path

    def __post_init__(self) -> None:
        if not (self.folder / MANIFEST).is_file():
            raise MissingInput(
                f"There is no publication in {self.folder}: run 'escwg-map publish'."
            )

    @property
    def name(self) -> str:
        """The name of the publication: a digest of its inputs."""
        return self.folder.name

    @cached_property
    def atlas(self) -> Atlas:
        """Everything known."""
        return TypeAdapter(Atlas).validate_json((self.folder / "atlas.json").read_bytes())

    @cached_property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by its path inside the folder."""
        digests: dict[str, str] = json.loads((self.folder / MANIFEST).read_bytes())
        return digests

    @cached_property
    def shapes(self) -> dict[str, dict[str, Shape]]:
        """Every shape by layer (or `cells`), then by code."""
        return self._shapes_in("shapes.json")

    @cached_property
    def grid_shapes(self) -> dict[str, dict[str, Shape]]:
        """The same in British National Grid, and under `projects` the places of markers, by id."""
        return self._shapes_in("grid_shapes.json")

    @cached_property
    def grid_grounds(self) -> Grounds:
        """The shape of any ground that is made of cells, in British National Grid."""
        return Grounds(self.atlas.cells, self.grid_shapes)

    @cached_property
    def grounds(self) -> Grounds:
        """The shape of any ground that is made of cells."""
        return Grounds(self.atlas.cells, self.shapes)

    @cached_property
    def ground(self) -> CellGround:
        """Which cell a point lies in."""
        cells = self.atlas.cells
        return CellGround(cells, tuple(self.shapes["cells"][cell.id].geometry for cell in cells))

    @cached_property
    def index(self) -> Index:
        """Everything that can be found by typing."""
        return Index.of(self.atlas)

    @cached_property
    def drawn(self) -> DrawnGround:
        """The ground as pictures draw it."""
        return DrawnGround.model_validate_json((self.folder / "pictures.json").read_bytes())

    @cached_property
    def sliver_width(self) -> float:
        """Metres: ground that is nowhere as wide was counted as a sliver when publishing."""
        return float(self._facts["sliver_width"])

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What was found wrong with the boundaries when publishing, and lived with."""
        return tuple(self._facts["remarks"])

    @cached_property
    def data_package(self) -> dict[str, Any]:
        """The description of the register's tables and columns (Frictionless Data Package)."""
        described: dict[str, Any] = json.loads(
            (self.folder / "register" / "datapackage.json").read_bytes()
        )
        return described

    def _shapes_in(self, name: str) -> dict[str, dict[str, Shape]]:
        read = json.loads((self.folder / name).read_bytes())
        return {
            layer: {code: Shape(text, tuple(box)) for code, (text, box) in shapes.items()}
            for layer, shapes in read.items()
        }

    @cached_property
    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads((self.folder / "facts.json").read_bytes())
        return facts

    @cached_property
    def map_html(self) -> str:
        """The element that holds the map, as Folium drew it."""
        return (self.folder / "map" / "map.html").read_text()
