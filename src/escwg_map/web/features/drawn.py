"""The features of a collection, drawn once: their texts are put together from parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import shapely

from escwg_map.errors import NotRecorded
from escwg_map.exports.columns import Value
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.geojson import feature_head, whole_feature
from escwg_map.geography.shape import Bbox, Shape, bbox_of
from escwg_map.publish.publication import Publication
from escwg_map.selection.parameters import shown
from escwg_map.web.features.collections import Collection
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.features.times import Interval

Shapes = Mapping[ReferenceSystem, Shape | None]


@dataclass(frozen=True)
class Feature:
    """One feature: the text of it up to its geometry, its geometries, and when it was."""

    id: str
    properties: Mapping[str, Value]
    head: str
    shapes: Shapes
    when: Interval | None

    def geojson(self, system: ReferenceSystem) -> bytes:
        """Write it as GeoJSON, in UTF-8; what was written is kept."""
        if system not in self._written:
            self._written[system] = whole_feature(self.head, self.shapes[system]).encode()
        return self._written[system]

    @cached_property
    def _written(self) -> dict[ReferenceSystem, bytes]:
        return {}


@dataclass(frozen=True)
class Drawn:
    """All features of a collection, in the order of the export."""

    features: tuple[Feature, ...]

    def feature(self, feature_id: str) -> Feature:
        """Find a feature by its id.

        Raises:
            NotRecorded: there is none.
        """
        if feature_id not in self._by_id:
            raise NotRecorded(f"There is no item {shown(feature_id)} in this collection.")
        return self._by_id[feature_id]

    def touching(self, box: shapely.Geometry, system: ReferenceSystem) -> set[str]:
        """Give the ids of the features that a box touches; those without a place always count."""
        tree, ids = self._trees[system]
        found = {ids[number] for number in tree.query(box, predicate="intersects").tolist()}
        return found | {each.id for each in self.features if not each.shapes[system]}

    @cached_property
    def bbox(self) -> Bbox | None:
        """The box of all in degrees; none where nothing has a place."""
        shapes = [each.shapes[ReferenceSystem.CRS84] for each in self.features]
        boxes = [shape.bbox for shape in shapes if shape]
        return bbox_of(boxes) if boxes else None

    @cached_property
    def when(self) -> Interval | None:
        """From the first moment stated to the last end; none where nothing is dated."""
        spans = [each.when for each in self.features if each.when]
        if not spans:
            return None
        moments = [moment for span in spans for moment in (span.start, span.end) if moment]
        goes_on = any(span.end is None for span in spans)
        return Interval(min(moments), None if goes_on else max(moments))

    @cached_property
    def _by_id(self) -> dict[str, Feature]:
        return {each.id: each for each in self.features}

    @cached_property
    def _trees(self) -> dict[ReferenceSystem, tuple[shapely.STRtree, list[str]]]:
        return {system: _tree(self.features, system) for system in ReferenceSystem}


@lru_cache(maxsize=32)
def drawn(publication: Publication, collection: Collection) -> Drawn:
    """Draw a collection; what was drawn is kept."""
    known = Known(publication.atlas, publication.grounds, publication.name)
    export = draw(collection.what, collection.selection, known)
    on_grid = _on_grid(publication, collection, export.ids)
    return Drawn(
        tuple(
            Feature(
                feature_id,
                properties,
                feature_head(feature_id, properties),
                {ReferenceSystem.CRS84: degrees, ReferenceSystem.NATIONAL_GRID: metres},
                _when(properties) if collection.timed else None,
            )
            for feature_id, properties, degrees, metres in zip(
                export.ids, export.objects(), export.shapes, on_grid, strict=True
            )
        )
    )


def _on_grid(
    publication: Publication, collection: Collection, ids: tuple[str, ...]
) -> tuple[Shape | None, ...]:
    if collection.what == "projects":
        return tuple(publication.grid_shapes["projects"].get(each) for each in ids)
    known = Known(publication.atlas, publication.grid_grounds, publication.name)
    return draw(collection.what, collection.selection, known).shapes


def _when(properties: Mapping[str, Value]) -> Interval | None:
    started, ended = (properties[name] for name in ("started", "ended"))
    return Interval.of(str(started) if started else None, str(ended) if ended else None)


def _tree(
    features: tuple[Feature, ...], system: ReferenceSystem
) -> tuple[shapely.STRtree, list[str]]:
    placed = {each.id: shape for each in features if (shape := each.shapes[system])}
    texts = np.array([shape.geometry for shape in placed.values()], dtype=object)
    shapes = shapely.from_geojson(texts)
    shapely.prepare(shapes)
    return shapely.STRtree(shapes), list(placed)
