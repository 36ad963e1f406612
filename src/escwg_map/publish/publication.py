"""A publication as the web room reads it. Imports neither pandas nor geopandas.

What computes with geometry, or searches, is imported when it is first asked for: shapely, NumPy and
rapidfuzz would take 0.08 s of every start.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from escwg_map.atlas import Atlas
from escwg_map.disk.manifest import MANIFEST, damage, digest, read_manifest
from escwg_map.errors import Damaged, MissingInput
from escwg_map.exports.grounds import Grounds
from escwg_map.geography.drawn_ground import DrawnGround
from escwg_map.geography.shape import Shape

if TYPE_CHECKING:
    import shapely

    from escwg_map.geography.locate import CellGround
    from escwg_map.search.index import Index


@dataclass(frozen=True)
class Publication:
    """The finished artefacts in one folder; the folder's name says what they were made from.

    Every file is compared with its digest when it is read: `Damaged` is raised for one that is not
    what was published.
    """

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
        return TypeAdapter(Atlas).validate_json(self.read("atlas.json"))

    @cached_property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by its path inside the folder."""
        digests = read_manifest(self.folder)
        if digests is None:
            raise _damaged(self.folder, MANIFEST)
        return digests

    def check(self) -> None:
        """Compare every file with its digest.

        Raises:
            Damaged: a file is missing, changed, or was never published.
        """
        if files := damage(self.folder):
            raise _damaged(self.folder, files[0])

    def read(self, path: str) -> bytes:
        """Read a file by its path inside the folder.

        Raises:
            Damaged: it is not what was published.
        """
        try:
            body = (self.folder / path).read_bytes()
        except OSError as error:
            raise _damaged(self.folder, path) from error
        if digest(body) != self.digests.get(path):
            raise _damaged(self.folder, path)
        return body

    @cached_property
    def shapes(self) -> dict[str, dict[str, Shape]]:
        """Every shape by layer (or `cells`), then by code."""
        return self._shapes_in("shapes.json")

    @cached_property
    def grid_shapes(self) -> dict[str, dict[str, Shape]]:
        """The same in British National Grid, and under `projects` the places of markers, by id."""
        return self._shapes_in("grid_shapes.json")

    def cells_drawn(self) -> list["shapely.Geometry"]:
        """Draw the cells in British National Grid, in the order of the atlas."""
        import shapely

        shapes = self.grid_shapes["cells"]
        drawn = shapely.from_geojson([shapes[cell.id].geometry for cell in self.atlas.cells])
        return list(drawn)

    @cached_property
    def grid_grounds(self) -> Grounds:
        """The shape of any ground that is made of cells, in British National Grid."""
        return Grounds(self.atlas.cells, self.grid_shapes)

    @cached_property
    def grounds(self) -> Grounds:
        """The shape of any ground that is made of cells."""
        return Grounds(self.atlas.cells, self.shapes)

    @cached_property
    def ground(self) -> "CellGround":
        """Which cell a point lies in."""
        from escwg_map.geography.locate import CellGround

        cells = self.atlas.cells
        return CellGround(cells, tuple(self.shapes["cells"][cell.id].geometry for cell in cells))

    @cached_property
    def index(self) -> "Index":
        """Everything that can be found by typing."""
        from escwg_map.search.index import Index

        return Index.of(self.atlas)

    @cached_property
    def drawn(self) -> DrawnGround:
        """The ground as pictures draw it."""
        return DrawnGround.model_validate_json(self.read("pictures.json"))

    @cached_property
    def first_view(self) -> DrawnGround:
        """The ground as the map shows it, coarsely: what is seen before the map is drawn."""
        return DrawnGround.model_validate_json(self.read("first_view.json"))

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
        described: dict[str, Any] = json.loads(self.read("register/datapackage.json"))
        return described

    def _shapes_in(self, name: str) -> dict[str, dict[str, Shape]]:
        read = json.loads(self.read(name))
        once: dict[str, str] = {}  # many an area of one layer is an area of another, and a cell
        return {
            layer: {
                code: Shape(once.setdefault(text, text), tuple(box))
                for code, (text, box) in shapes.items()
            }
            for layer, shapes in read.items()
        }

    @cached_property
    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(self.read("facts.json"))
        return facts

    @cached_property
    def map_html(self) -> str:
        """The element that holds the map, as Folium drew it."""
        return self.read("map/map.html").decode()


def _damaged(folder: Path, path: str) -> Damaged:
    return Damaged(
        f"The publication in {folder} is damaged: {path} is not what was published. To mend it: "
        "run 'escwg-map publish'."
    )
